package vn.tram.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import vn.tram.security.AuditVerification.Anchor;
import vn.tram.security.StateFolder;
import vn.tram.security.StationKeys;
import vn.tram.task.UiThread;

/// Where the audit log stood when batches were made, as the batches tell it: those still in the
/// outbox, and copies that somebody else kept, such as the registry.
///
/// @param anchors in the order of the files
/// @param left sentences without a full stop, of files that tell nothing of this log and why
public record AuditAnchors(List<Anchor> anchors, List<String> left) {
    public AuditAnchors {
        anchors = List.copyOf(anchors);
        left = List.copyOf(left);
    }

    /// Reads and verifies the batches of the outbox and `copies`. Blocks.
    ///
    /// @throws IOException when a file or the outbox cannot be read
    public static AuditAnchors of(StateFolder state, StationKeys keys, List<Path> copies)
            throws IOException {
        UiThread.refuse("AuditAnchors.of");
        var files = new ArrayList<Path>();
        try (var outbox = Files.list(state.path().resolve("outbox"))) {
            outbox.filter(f -> f.toString().endsWith(BatchFormat.SUFFIX))
                    .filter(f -> Files.isRegularFile(f, LinkOption.NOFOLLOW_LINKS))
                    .sorted()
                    .forEach(files::add);
        }
        files.addAll(copies);
        var anchors = new ArrayList<Anchor>();
        var left = new ArrayList<String>();
        for (var file : files) {
            read(file, state, keys, anchors, left);
        }
        return new AuditAnchors(anchors, left);
    }

    private static void read(
            Path file, StateFolder state, StationKeys keys, List<Anchor> anchors, List<String> left)
            throws IOException {
        var name = String.valueOf(file.getFileName());
        switch (BatchVerifier.verify(file, keys.ca())) {
            case Verification.Broken(var problems) ->
                    left.add(name + " is no batch to rely on: " + String.join("; ", problems));
            case Verification.Genuine(var index, _, X509Certificate signer) -> {
                if (!signer.equals(keys.certificate())
                        || !index.incarnation().equals(state.incarnation())) {
                    left.add(name + " is a batch of another state folder");
                } else {
                    index.audit().ifPresent(head -> anchors.add(new Anchor(name, head)));
                }
            }
        }
    }
}
