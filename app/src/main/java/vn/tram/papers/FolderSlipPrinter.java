package vn.tram.papers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import vn.tram.task.UiThread;
import vn.tram.task.WholeFile;

/// Writes slips as PDF files into a folder that only the station's owner may enter, for a printer
/// or a person to take from there. A file is there whole or not at all.
public final class FolderSlipPrinter implements SlipPrinter {
    private static final String ENDING = ".pdf";

    private final Path folder;

    /// @param folder made when the first slip comes out
    public FolderSlipPrinter(Path folder) {
        this.folder = folder;
    }

    @Override
    public void print(String number, byte[] pdf) throws IOException {
        UiThread.refuse("printing a slip");
        WholeFile.makeFolder(folder);
        WholeFile.writeSecret(file(number), pdf);
    }

    @Override
    public boolean printed(String number) {
        UiThread.refuse("looking for a slip");
        return Files.isRegularFile(file(number));
    }

    @Override
    public void keepOnly(Set<String> numbers) throws IOException {
        UiThread.refuse("destroying slips");
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (var files = Files.newDirectoryStream(folder, "*" + ENDING)) {
            for (var file : files) {
                var name = file.getFileName().toString();
                if (!numbers.contains(name.substring(0, name.length() - ENDING.length()))) {
                    Files.delete(file);
                }
            }
        }
    }

    private Path file(String number) {
        return folder.resolve(number + ENDING);
    }
}
