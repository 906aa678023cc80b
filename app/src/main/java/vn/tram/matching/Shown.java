package vn.tram.matching;

import vn.tram.image.Gray8;

/// Where a picture shows something: blocks in which gray levels vary at least a quarter as much as
/// in all of it.
final class Shown {
    /// Side of a block, pixels: about two ridges at 500 ppi.
    private static final int BLOCK = 16;

    private static final double LEAST = 0.25;

    private final int width;
    private final int height;
    private final boolean[] blocks;
    private final double deviation;

    private Shown(int width, int height, boolean[] blocks, double deviation) {
        this.width = width;
        this.height = height;
        this.blocks = blocks;
        this.deviation = deviation;
    }

    static Shown of(Gray8 picture) {
        int width = (picture.width() + BLOCK - 1) / BLOCK;
        int height = (picture.height() + BLOCK - 1) / BLOCK;
        var sums = new long[width * height];
        var squares = new long[width * height];
        var samples = picture.toBytes();
        for (int i = 0; i < samples.length; i++) {
            int level = samples[i] & 0xFF;
            int block = i / picture.width() / BLOCK * width + i % picture.width() / BLOCK;
            sums[block] += level;
            squares[block] += (long) level * level;
        }
        long sum = 0;
        long square = 0;
        for (int b = 0; b < sums.length; b++) {
            sum += sums[b];
            square += squares[b];
        }
        double deviation = deviation(sum, square, samples.length);
        var blocks = new boolean[sums.length];
        for (int b = 0; b < blocks.length; b++) {
            int across = Math.min(BLOCK, picture.width() - b % width * BLOCK);
            int down = Math.min(BLOCK, picture.height() - b / width * BLOCK);
            blocks[b] = deviation(sums[b], squares[b], across * down) >= LEAST * deviation;
        }
        return new Shown(width, height, blocks, deviation);
    }

    private static double deviation(long sum, long squares, int count) {
        double mean = (double) sum / count;
        return Math.sqrt(Math.max(0, (double) squares / count - mean * mean));
    }

    /// Standard deviation of all gray levels.
    double deviation() {
        return deviation;
    }

    /// Whether the block of this pixel shows something.
    boolean at(int x, int y) {
        return blocks[y / BLOCK * width + x / BLOCK];
    }
}
