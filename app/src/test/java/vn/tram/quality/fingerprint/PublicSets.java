package vn.tram.quality.fingerprint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import vn.tram.image.Gray8;
import vn.tram.imaging.Decoding;
import vn.tram.imaging.Images;

/// The public sets of prints with the scores that others gave them: FVC2000 and FVC2002, DB1_B to
/// DB4_B, NFIQ 2.3, SourceAFIS and bozorth3.
///
/// @param folder where they lie
/// @param images in the order of `images.csv`
/// @param nfiq2 by file
record PublicSets(Path folder, List<Image> images, Map<String, Double> nfiq2) {
    static final Path USUAL = Path.of("../../shared/data/fingerprints");

    record Image(String set, String file, double ppi) {}

    /// How alike a matcher found two pictures.
    record Comparison(String set, String one, String other, double score) {}

    /// What one matcher found, by set.
    record Matcher(
            String name,
            SequencedMap<String, List<Comparison>> genuine,
            SequencedMap<String, List<Comparison>> impostors) {}

    static PublicSets in(Path folder) throws IOException {
        var nfiq2 = new HashMap<String, Double>();
        for (var row : rows(folder.resolve("nfiq2_quality.csv"))) {
            nfiq2.put(row[0], Double.valueOf(row[1]));
        }
        var images =
                rows(folder.resolve("images.csv")).stream()
                        .map(r -> new Image(r[0], r[1], Double.parseDouble(r[3])))
                        .toList();
        return new PublicSets(folder, images, nfiq2);
    }

    List<String> sets() {
        return images.stream().map(Image::set).distinct().sorted().toList();
    }

    List<Matcher> matchers() throws IOException {
        return List.of(
                matcher("SourceAFIS", "sourceafis_scores.csv"),
                matcher("bozorth3", "bozorth3_scores.csv"));
    }

    private Matcher matcher(String name, String file) throws IOException {
        var genuine = new TreeMap<String, List<Comparison>>();
        var impostors = new TreeMap<String, List<Comparison>>();
        for (var row : rows(folder.resolve(file))) {
            var comparison = new Comparison(row[0], row[2], row[3], Double.parseDouble(row[4]));
            (row[1].equals("genuine") ? genuine : impostors)
                    .computeIfAbsent(row[0], _ -> new java.util.ArrayList<>())
                    .add(comparison);
        }
        return new Matcher(name, genuine, impostors);
    }

    Gray8 picture(Image image) {
        return switch (Images.read(folder.resolve(image.file))) {
            case Decoding.Decoded(var pixels, _) -> pixels.toGray();
            case Decoding.Unreadable(var why) ->
                    throw new IllegalStateException(image.file + ": " + why);
        };
    }

    private static List<String[]> rows(Path csv) throws IOException {
        return Files.readAllLines(csv).stream()
                .skip(1)
                .filter(line -> !line.isBlank())
                .map(line -> line.split(","))
                .toList();
    }
}
