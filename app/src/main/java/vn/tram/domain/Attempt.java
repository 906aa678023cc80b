package vn.tram.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import vn.tram.image.Position;
import vn.tram.image.Resolution;

/// One acquisition of one position. The pixels lie in the store under [#frame]; here is everything
/// else.
///
/// @param position what was asked for: a finger, a slap, the face, or a document
/// @param number 1 for the first attempt at this position in the session
/// @param device what captured it
/// @param frame SHA-256 of the frame's samples (`Pixels.toBytes`); empty once the session is sealed
///   and its pixels went
/// @param deviceScore the device's own score, 0 to 100; recorded, never judged by
/// @param judgements one for each finger found, or for the face; empty when nothing was found
/// @param expected the fingers that should be in it; the face itself
public record Attempt(
        Position position,
        int number,
        Instant at,
        Device device,
        Optional<Digest> frame,
        int width,
        int height,
        Resolution resolution,
        OptionalInt deviceScore,
        List<Position> expected,
        List<Judgement> judgements) {
    /// The device as it is remembered in records.
    ///
    /// @param certification empty means *not certified for enrollment*
    public record Device(
            String address,
            String make,
            String model,
            String serial,
            String firmware,
            String certification) {
        /// What tells this device from every other, as far as it says: make, model and serial
        /// number.
        public String identity() {
            return String.join(" ", make, model, serial).strip();
        }
    }

    public Attempt {
        expected = List.copyOf(expected);
        judgements = List.copyOf(judgements);
    }

    /// The same attempt with other judgements.
    public Attempt judgedAgain(List<Judgement> again) {
        return new Attempt(
                position,
                number,
                at,
                device,
                frame,
                width,
                height,
                resolution,
                deviceScore,
                expected,
                again);
    }

    /// What was judged of one finger or the face.
    public Optional<Judgement> of(Position member) {
        return judgements.stream().filter(j -> j.position() == member).findFirst();
    }

    /// Whether everything expected was found and accepted. Each finger on its own, never a mean.
    public boolean accepted() {
        return !expected.isEmpty()
                && expected.stream()
                        .allMatch(p -> of(p).map(j -> j.verdict().accepted()).orElse(false));
    }

    /// Whether everything expected was found, and what was not accepted waits only for the
    /// operator's eye.
    public boolean acceptedUpToOperator() {
        return !expected.isEmpty()
                && expected.stream()
                        .allMatch(p ->
                                of(p).map(j -> j.verdict().outcome() != Verdict.Outcome.REFUSED)
                                        .orElse(false));
    }
}
