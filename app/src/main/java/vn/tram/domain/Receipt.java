package vn.tram.domain;

import java.time.Instant;
import java.util.List;

/// The registry's answer to one batch, after its signature was checked.
///
/// @param station the station it is meant for
/// @param batch digest of the batch's file
public record Receipt(String station, Digest batch, Instant at, List<Answer> answers) {
    /// The registry's answer to one dossier.
    ///
    /// @param outcome one of [Stage#ACCEPTED], [Stage#REJECTED], [Stage#RECAPTURE_WANTED]
    /// @param reason empty when accepted
    public record Answer(SessionId session, Digest dossier, Stage outcome, String reason) {}

    public Receipt {
        answers = List.copyOf(answers);
    }
}
