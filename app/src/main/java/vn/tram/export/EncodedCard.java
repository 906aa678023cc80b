package vn.tram.export;

import java.util.List;
import java.util.Optional;
import vn.tram.domain.CardCrop;
import vn.tram.enroll.Sealer.Kept;
import vn.tram.image.Pixels;
import vn.tram.image.Position;
import vn.tram.image.Resolution;
import vn.tram.imaging.Cut;
import vn.tram.imaging.Images;

/// A card's picture, cut out of the portrait and encoded within its format's size.
///
/// @param file not a copy: this package alone sees it, and only reads it
record EncodedCard(CardCrop crop, byte[] file) {
    private static final double MM_PER_INCH = 25.4;

    /// One for each format that is wanted and whose cut lies within the frame, in the order of
    /// formats. Blocks while it encodes.
    static List<EncodedCard> of(Kept kept) {
        var frame = kept.frame().pixels();
        return kept.attempt().judgements().stream()
                .filter(judgement -> judgement.position() == Position.FACE)
                .flatMap(face ->
                        kept.cards().stream()
                                .sorted()
                                .map(format ->
                                        CardCrop.of(
                                                format,
                                                face.readings(),
                                                frame.width(),
                                                frame.height()))
                                .flatMap(Optional::stream))
                .map(crop -> new EncodedCard(crop, encoded(frame, crop)))
                .toList();
    }

    private static byte[] encoded(Pixels frame, CardCrop crop) {
        var format = crop.format();
        var picture = Cut.of(frame, crop.box(), crop.width(), crop.height());
        return switch (format) {
            case CARD_3X4, PAPER_4X6 ->
                    Images.jpegWithin(
                            picture,
                            Resolution.Ppi.of(crop.height() / format.heightMm() * MM_PER_INCH),
                            format.mostBytes());
            case PASSPORT_35X45 -> Images.jpeg2000Within(picture, format.mostBytes());
        };
    }

    /// In a dossier.
    String name() {
        return "face-"
                + crop.format().code()
                + switch (crop.format()) {
                    case CARD_3X4, PAPER_4X6 -> ".jpg";
                    case PASSPORT_35X45 -> ".jp2";
                };
    }

    String mediaType() {
        return switch (crop.format()) {
            case CARD_3X4, PAPER_4X6 -> "image/jpeg";
            case PASSPORT_35X45 -> "image/jp2";
        };
    }

    @Override
    public String toString() {
        return "EncodedCard[" + crop.format() + "]";
    }
}
