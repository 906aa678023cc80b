package vn.tram.export;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import vn.tram.domain.Digest;

/// Takes dossiers out of a batch that was found genuine. Where each lies follows from the index:
/// there is one layout.
public final class BatchReader {
    private final Path file;
    private final BatchIndex index;

    /// @param index from [Verification.Genuine] of that file
    public BatchReader(Path file, BatchIndex index) {
        this.file = file;
        this.index = index;
    }

    /// One dossier's bytes, as the index names them.
    ///
    /// @param position in the index, from 0
    /// @throws IOException when the file cannot be read, or changed since it was verified
    public byte[] dossier(int position) throws IOException {
        long at = length(BatchFormat.MIMETYPE, BatchFormat.MIMETYPE_CONTENT.length);
        for (var before : index.dossiers().subList(0, position)) {
            at += length(BatchFormat.dossierName(before.session()), before.size());
        }
        var item = index.dossiers().get(position);
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            channel.position(at + length(BatchFormat.dossierName(item.session()), 0));
            var content = Channels.newInputStream(channel).readNBytes((int) item.size());
            if (!Digest.of(content).equals(item.digest())) {
                throw new IOException("the batch changed while it was read");
            }
            return content;
        }
    }

    private static long length(String name, long size) {
        return CanonicalZip.LOCAL_BYTES + name.length() + size;
    }
}
