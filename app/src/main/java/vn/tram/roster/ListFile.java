package vn.tram.roster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import vn.tram.domain.Digest;

/// A list as a file: CSV, or an Excel workbook whose first worksheet it is.
final class ListFile {
    /// Bytes; a list of 200,000 people has 40 MB.
    private static final long LARGEST = 128L << 20;

    private final byte[] content;

    private ListFile(byte[] content) {
        this.content = content;
    }

    static ListFile read(Path file) throws IOException, Unreadable {
        if (Files.size(file) > LARGEST) {
            throw new Unreadable(
                    Unreadable.Why.TOO_LARGE, "the file is larger than " + LARGEST + " bytes");
        }
        return new ListFile(Files.readAllBytes(file));
    }

    byte[] content() {
        return content;
    }

    Digest digest() {
        return Digest.of(content);
    }

    /// Each row that is not blank, from the top.
    void each(Consumer<RawRow> rows) throws Unreadable {
        boolean zip = content.length > 3 && content[0] == 'P' && content[1] == 'K';
        if (zip) {
            XlsxList.of(content).each(rows);
        } else {
            CsvList.of(content).each(rows);
        }
    }
}
