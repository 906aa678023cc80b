package vn.tram.roster;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipFile;

/// Looks a workbook through before anything is made of it: how large it unpacks, where its cells
/// say they are, and which cells of the first sheet are merged.
final class WorkbookParts {
    /// Bytes of all parts together; 200,000 rows of people have some 150 MB.
    private static final long LARGEST = 600L << 20;

    /// Bytes of the shared texts, which are held in memory.
    private static final long MOST_TEXT = 96L << 20;

    private static final int MOST_PARTS = 2000;
    private static final String SHEETS = "xl/worksheets/";

    /// `XFD1048576`: no cell is further away, and a reader makes room up to there.
    private static final int LONGEST_REFERENCE = 10;

    private static final int MOST_LETTERS = 3;

    private final Map<String, MergedCells> merged = new HashMap<>();
    private final Map<String, String> targets = new HashMap<>();
    private Optional<String> firstSheet = Optional.empty();
    private long unpacked;

    private WorkbookParts() {}

    /// The merged cells of the first sheet.
    ///
    /// @throws Unreadable when it is no workbook, or a hostile one
    static MergedCells merged(byte[] content) throws Unreadable {
        var parts = new WorkbookParts();
        // the reader's own way into the archive: another might see other parts than it does
        try (var zip = ZipFile.builder().setByteArray(content).get()) {
            int count = 0;
            for (var entries = zip.getEntries(); entries.hasMoreElements(); ) {
                if (++count > MOST_PARTS) {
                    throw new TooLarge("more than " + MOST_PARTS + " parts");
                }
                var entry = entries.nextElement();
                try (var part = zip.getInputStream(entry)) {
                    parts.look(entry.getName(), part);
                }
            }
        } catch (TooLarge e) {
            throw new Unreadable(Unreadable.Why.TOO_LARGE, "the workbook: " + e.getMessage(), e);
        } catch (IOException | XMLStreamException | IllegalArgumentException e) {
            throw new Unreadable(Unreadable.Why.NOT_A_LIST, "the workbook is damaged", e);
        }
        var sheet = parts.firstSheet.map(parts.targets::get).map(WorkbookParts::path);
        return sheet.map(parts.merged::get)
                .orElseThrow(() ->
                        new Unreadable(Unreadable.Why.NOT_A_LIST, "no workbook with a sheet"));
    }

    /// `worksheets/sheet1.xml` and `/xl/worksheets/sheet1.xml` are one.
    private static String path(String target) {
        return target.startsWith("/") ? target.substring(1) : "xl/" + target;
    }

    private void look(String name, InputStream unbounded) throws IOException, XMLStreamException {
        boolean texts = name.equals("xl/sharedStrings.xml");
        var part = new Bounded(unbounded, texts ? MOST_TEXT : LARGEST);
        if (name.equals("xl/workbook.xml")) {
            elements(
                    part,
                    xml -> {
                        if (xml.getLocalName().equals("sheet") && firstSheet.isEmpty()) {
                            firstSheet = attribute(xml, "id");
                        }
                    });
        } else if (name.equals("xl/_rels/workbook.xml.rels")) {
            elements(
                    part,
                    xml -> {
                        if (xml.getLocalName().equals("Relationship")) {
                            targets.put(
                                    attribute(xml, "Id").orElse(""),
                                    attribute(xml, "Target").orElse(""));
                        }
                    });
        } else if (name.startsWith(SHEETS) && name.endsWith(".xml")) {
            var cells = new MergedCells();
            merged.put(name, cells);
            elements(part, xml -> cell(xml, cells));
        } else {
            part.transferTo(OutputStream.nullOutputStream());
        }
    }

    private static void cell(XMLStreamReader xml, MergedCells merged) throws IOException {
        switch (xml.getLocalName()) {
            case "c", "row" -> {
                var reference = attribute(xml, "r").orElse("");
                long letters = reference.chars().takeWhile(c -> c >= 'A').count();
                if (reference.length() > LONGEST_REFERENCE || letters > MOST_LETTERS) {
                    throw new TooLarge("a cell far outside");
                }
            }
            case "mergeCell" -> attribute(xml, "ref").ifPresent(merged::add);
            default -> {
                // everything else is the reader's
            }
        }
    }

    private static Optional<String> attribute(XMLStreamReader xml, String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return Optional.of(xml.getAttributeValue(i));
            }
        }
        return Optional.empty();
    }

    /// What looks at an element's beginning.
    private interface Looking {
        void at(XMLStreamReader xml) throws IOException;
    }

    private static void elements(InputStream part, Looking looking)
            throws IOException, XMLStreamException {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        var xml = factory.createXMLStreamReader(part);
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                looking.at(xml);
            }
        }
    }

    /// Unpacks no more than so many bytes.
    private final class Bounded extends FilterInputStream {
        private final long most;
        private long read;

        Bounded(InputStream in, long most) {
            super(in);
            this.most = most;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int got = super.read(into, offset, length);
            if (got > 0) {
                read += got;
                unpacked += got;
                if (read > most || unpacked > LARGEST) {
                    throw new TooLarge("it unpacks to more than a list has");
                }
            }
            return got;
        }
    }

    private static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1L;

        TooLarge(String what) {
            super(what);
        }
    }
}
