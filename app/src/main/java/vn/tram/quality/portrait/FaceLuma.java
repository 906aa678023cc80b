package vn.tram.quality.portrait;

/// Gray levels inside the face's outline, as several metrics want them.
final class FaceLuma {
    private FaceLuma() {}

    /// How many pixels of the face have each of the 256 levels; none at all when the outline lies
    /// outside the picture.
    static int[] histogram(Face face) {
        var luma = face.aligned().luma().toBytes();
        var counts = new int[256];
        face.aligned().oval().indices().forEach(i -> counts[luma[i] & 0xFF]++);
        return counts;
    }

    /// The share of pixels with levels `from` to `to`, both included; 0 of nothing.
    static double share(int[] histogram, int from, int to) {
        long within = 0;
        long all = 0;
        for (int level = 0; level < histogram.length; level++) {
            all += histogram[level];
            if (level >= from && level <= to) {
                within += histogram[level];
            }
        }
        return all == 0 ? 0 : (double) within / all;
    }
}
