package vn.tram.export;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import net.sf.scuba.data.Gender;
import org.jmrtd.lds.iso19794.FaceImageInfo;
import org.jmrtd.lds.iso19794.FaceInfo;
import org.jmrtd.lds.iso19794.FingerImageInfo;
import org.jmrtd.lds.iso19794.FingerInfo;

/// Biometric data blocks in the editions of the electronic passport: ISO/IEC 19794-4:2005 (finger
/// images) and 19794-5:2005 (face image). Images are lossless: prints PNG, the face JPEG 2000.
final class BiometricRecords {
    /// The edition knows 0 to 100 and no code for *not judged*: that is told as the least, and as
    /// what it is in `readings.json`.
    private static final int NOT_JUDGED = 0;

    private static final int UNREPORTED = 0;
    private static final int GRAY_BITS = 8;

    /// The setting levels without certification: 8 bits from level 30 on. Source: ISO/IEC
    /// 19794-4:2005, table 1. A certified level is never claimed: that takes more than a device's
    /// own word.
    private static final int LEVEL_1000_PPI = 40;

    private static final int LEVEL_500_PPI = 30;
    private static final int LEVEL_250_PPI = 20;
    private static final int LEVEL_125_PPI = 10;

    /// Table 1 states resolutions with this tolerance.
    private static final double RESOLUTION_TOLERANCE = 0.01;

    private BiometricRecords() {}

    /// One finger image record of prints that share a resolution: plain fingers, slaps, rolled
    /// fingers, each by their codes.
    ///
    /// The header's capture device is *unreported*, the impression *live-scan plain* or *live-scan
    /// rolled*, the compression PNG, the depth 8 bits; a slap carries the least quality of its
    /// fingers. A finger that is there plain and rolled has two views under its code, the plain one
    /// first.
    ///
    /// @throws IllegalArgumentException when there is none, or resolutions differ
    static byte[] fingers(List<EncodedPrint> prints) {
        if (prints.stream().map(EncodedPrint::resolution).distinct().count() != 1) {
            throw new IllegalArgumentException("a record has prints of one resolution");
        }
        var resolution = prints.getFirst().resolution();
        int horizontal = wholePpi(resolution.x());
        int vertical = wholePpi(resolution.y());
        var images =
                prints.stream()
                        .sorted(Comparator.comparing(EncodedPrint::position))
                        .map(print -> finger(print, prints))
                        .toList();
        return bytes(
                new FingerInfo(
                        UNREPORTED,
                        acquisitionLevel(Math.min(resolution.x(), resolution.y())),
                        FingerInfo.SCALE_UNITS_PPI,
                        horizontal,
                        vertical,
                        horizontal,
                        vertical,
                        GRAY_BITS,
                        FingerInfo.COMPRESSION_PNG,
                        images));
    }

    private static FingerImageInfo finger(EncodedPrint print, List<EncodedPrint> all) {
        var position = print.position();
        boolean both =
                position.isFinger()
                        && all.stream().anyMatch(p -> p.position() == position.otherPrint());
        try {
            return new FingerImageInfo(
                    position.finger().code(),
                    both ? 2 : 1, // views of this finger
                    both && position.isRolled() ? 2 : 1, // number of this view
                    print.score().orElse(NOT_JUDGED),
                    position.isRolled()
                            ? FingerImageInfo.IMPRESSION_TYPE_LIVE_SCAN_ROLLED
                            : FingerImageInfo.IMPRESSION_TYPE_LIVE_SCAN_PLAIN,
                    print.width(),
                    print.height(),
                    new ByteArrayInputStream(print.png()),
                    print.png().length,
                    FingerInfo.COMPRESSION_PNG);
        } catch (IOException e) {
            throw new IllegalStateException("reading from memory cannot fail", e);
        }
    }

    /// What the face record tells of its subject and camera; nothing else is claimed.
    ///
    /// @param sex `M`, `F`, or anything else for *unspecified*
    /// @param video whether it is a frame of a camera's video
    record FaceFacts(String sex, boolean video) {
        @Override
        public String toString() {
            return "FaceFacts[" + (video ? "video" : "unspecified") + "]";
        }
    }

    /// A face record with one image of the type *basic*: the frame as it was captured, not cropped
    /// to the geometry of a full-frontal one.
    static byte[] face(EncodedFace face, FaceFacts facts) {
        try {
            var info =
                    new FaceImageInfo(
                            gender(facts.sex()),
                            FaceImageInfo.EyeColor.UNSPECIFIED,
                            0, // no feature is specified
                            FaceImageInfo.HAIR_COLOR_UNSPECIFIED,
                            FaceImageInfo.EXPRESSION_UNSPECIFIED,
                            new int[3],
                            new int[3],
                            FaceImageInfo.FACE_IMAGE_TYPE_BASIC,
                            face.colourSpace(),
                            facts.video()
                                    ? FaceImageInfo.SOURCE_TYPE_VIDEO_FRAME_DIGITAL_CAM
                                    : FaceImageInfo.SOURCE_TYPE_UNSPECIFIED,
                            UNREPORTED,
                            UNREPORTED, // quality: reserved in this edition
                            new FaceImageInfo.FeaturePoint[0],
                            face.width(),
                            face.height(),
                            new ByteArrayInputStream(face.jpeg2000()),
                            face.jpeg2000().length,
                            FaceImageInfo.IMAGE_DATA_TYPE_JPEG2000);
            return bytes(new FaceInfo(List.of(info)));
        } catch (IOException e) {
            throw new IllegalStateException("reading from memory cannot fail", e);
        }
    }

    private static byte[] bytes(FingerInfo record) {
        var out = new ByteArrayOutputStream();
        try {
            record.writeObject(out);
        } catch (IOException e) {
            throw new IllegalStateException("writing to memory cannot fail", e);
        }
        return out.toByteArray();
    }

    private static byte[] bytes(FaceInfo record) {
        var out = new ByteArrayOutputStream();
        try {
            record.writeObject(out);
        } catch (IOException e) {
            throw new IllegalStateException("writing to memory cannot fail", e);
        }
        return out.toByteArray();
    }

    private static Gender gender(String sex) {
        return switch (sex) {
            case "M" -> Gender.MALE;
            case "F" -> Gender.FEMALE;
            default -> Gender.UNSPECIFIED;
        };
    }

    private static int acquisitionLevel(double ppi) {
        double reached = ppi * (1 + RESOLUTION_TOLERANCE);
        if (reached >= 1000) {
            return LEVEL_1000_PPI;
        }
        if (reached >= 500) {
            return LEVEL_500_PPI;
        }
        return reached >= 250 ? LEVEL_250_PPI : LEVEL_125_PPI;
    }

    private static int wholePpi(double ppi) {
        long whole = Math.round(ppi);
        if (whole < 1 || whole > 0xFFFF) {
            throw new IllegalArgumentException("a record cannot tell " + ppi + " ppi");
        }
        return (int) whole;
    }
}
