package vn.tram.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import vn.tram.domain.Attempt;
import vn.tram.enroll.Sealer.Kept;
import vn.tram.image.Resolution;
import vn.tram.imaging.Images;

/// The pictures of one kept attempt, encoded: what takes longest of sealing.
///
/// @param attempt that they are of
/// @param prints of a finger itself; of a slap itself, then each finger judged in it; else none
/// @param cards cut out of a face
/// @param document as PNG, of a document
record EncodedPictures(
        Attempt attempt,
        List<EncodedPrint> prints,
        Optional<EncodedFace> face,
        List<EncodedCard> cards,
        Optional<byte[]> document) {
    EncodedPictures {
        prints = List.copyOf(prints);
        cards = List.copyOf(cards);
    }

    /// Blocks while it encodes.
    static EncodedPictures of(Kept kept) {
        var attempt = kept.attempt();
        var frame = kept.frame();
        return switch (attempt.position()) {
            case FACE ->
                    new EncodedPictures(
                            attempt,
                            List.of(),
                            Optional.of(EncodedFace.of(frame.pixels())),
                            EncodedCard.of(kept),
                            Optional.empty());
            case DOCUMENT ->
                    new EncodedPictures(
                            attempt,
                            List.of(),
                            Optional.empty(),
                            List.of(),
                            Optional.of(Images.png(frame.pixels(), frame.resolution())));
            default ->
                    new EncodedPictures(
                            attempt, prints(kept), Optional.empty(), List.of(), Optional.empty());
        };
    }

    private static List<EncodedPrint> prints(Kept kept) {
        var attempt = kept.attempt();
        var pixels = kept.frame().pixels().toGray();
        var resolution = ppi(kept);
        var prints = new ArrayList<EncodedPrint>();
        prints.add(EncodedPrint.of(attempt.position(), pixels, resolution, leastScore(attempt)));
        if (attempt.position().isSlap()) {
            for (var finger : attempt.expected()) {
                attempt.of(finger)
                        .map(found ->
                                EncodedPrint.of(
                                        finger,
                                        found.box().cutFrom(pixels),
                                        resolution,
                                        found.score()))
                        .ifPresent(prints::add);
            }
        }
        return prints;
    }

    private static Resolution.Ppi ppi(Kept kept) {
        return switch (kept.frame().resolution()) {
            case Resolution.Ppi ppi -> ppi;
            case Resolution.Unknown _ ->
                    throw new IllegalArgumentException(
                            "a print of unknown resolution: " + kept.attempt().position());
        };
    }

    /// The least score of what was expected; empty when one is missing or was not judged.
    private static OptionalInt leastScore(Attempt attempt) {
        int least = 100;
        for (var finger : attempt.expected()) {
            var score = attempt.of(finger).map(j -> j.score()).orElse(OptionalInt.empty());
            if (score.isEmpty()) {
                return OptionalInt.empty();
            }
            least = Math.min(least, score.getAsInt());
        }
        return attempt.expected().isEmpty() ? OptionalInt.empty() : OptionalInt.of(least);
    }

    @Override
    public String toString() {
        return "EncodedPictures[" + attempt.position() + "]";
    }
}
