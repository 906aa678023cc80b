package vn.tram.image;

import java.io.IOException;
import java.io.OutputStream;

/// A picture in memory, immutable. Row-major, first row on top.
///
/// Its `toString` tells the size and nothing of the content.
public sealed interface Pixels permits Gray8, Rgb8 {
    /// Columns, at least 1.
    int width();

    /// Rows, at least 1.
    int height();

    /// A copy of all samples: one byte a pixel for [Gray8], three (R, G, B) for [Rgb8].
    byte[] toBytes();

    /// Writes what [#toBytes] returns, without a copy in between; `out` must not change what it is
    /// given.
    void writeTo(OutputStream out) throws IOException;

    /// The picture in 8-bit gray: itself, or ITU-R BT.601 luma (0.299 R + 0.587 G + 0.114 B,
    /// rounded).
    Gray8 toGray();

    /// The same picture in colour; a gray one has equal samples.
    Rgb8 toRgb();
}
