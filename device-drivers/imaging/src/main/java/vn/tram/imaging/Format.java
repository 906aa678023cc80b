package vn.tram.imaging;

import java.io.IOException;
import java.util.List;
import vn.tram.image.Pixels;

/// One kind of picture file.
///
/// [#header] must have found every length and size in the file sound before [#pixels] hands it to a
/// decoder: a decoder allocates what the file asks for.
interface Format {
    List<Format> ALL =
            List.of(
                    new PngFormat(),
                    new JpegFormat(),
                    new Jpeg2000Format(),
                    new BmpFormat(),
                    new TiffFormat(),
                    new PnmFormat(),
                    new WsqFormat());

    /// Whether the first bytes are this format's signature.
    boolean claims(Bytes file);

    Header header(Bytes file) throws IOException;

    Pixels pixels(Bytes file, Header header) throws IOException;
}
