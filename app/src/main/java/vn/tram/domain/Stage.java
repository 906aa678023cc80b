package vn.tram.domain;

import java.util.EnumSet;
import java.util.Set;

/// Where a session stands. [#next] holds every legal step; there is no other.
public enum Stage {
    OPEN,
    PARKED,
    SIGNED_OFF,
    AWAITING_APPROVAL,
    SEALED,
    BATCHED,
    DELIVERED,
    ACCEPTED,
    REJECTED,
    RECAPTURE_WANTED,
    PURGED,
    CANCELLED;

    /// The stages that may follow.
    public Set<Stage> next() {
        return switch (this) {
            case OPEN -> EnumSet.of(PARKED, SIGNED_OFF, CANCELLED);
            case PARKED -> EnumSet.of(OPEN, CANCELLED);
            case SIGNED_OFF -> EnumSet.of(AWAITING_APPROVAL, SEALED, OPEN, CANCELLED);
            case AWAITING_APPROVAL -> EnumSet.of(SEALED, OPEN, CANCELLED);
            case SEALED -> EnumSet.of(BATCHED);
            case BATCHED -> EnumSet.of(DELIVERED);
            case DELIVERED -> EnumSet.of(ACCEPTED, REJECTED, RECAPTURE_WANTED);
            case ACCEPTED, REJECTED, RECAPTURE_WANTED -> EnumSet.of(PURGED);
            case PURGED, CANCELLED -> EnumSet.noneOf(Stage.class);
        };
    }

    /// Whether the images are still on the station, under the session's own key.
    public boolean holdsImages() {
        return switch (this) {
            case OPEN, PARKED, SIGNED_OFF, AWAITING_APPROVAL -> true;
            default -> false;
        };
    }
}
