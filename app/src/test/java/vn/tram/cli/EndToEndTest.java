package vn.tram.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import vn.tram.domain.Digest;
import vn.tram.domain.Stage;
import vn.tram.enroll.Sessions;
import vn.tram.export.BatchFormat;
import vn.tram.security.StateFolder;

/// The straight path by the command line alone: two citizens from lookup to the registry's answer,
/// and what stands in its way.
class EndToEndTest {
    private static final int COUNT = 2;

    @TempDir static Path shared;

    /// The station before its first export.
    private static Path sealed;

    /// The same after it, and its batch. Tests that change them take a copy.
    private static Path delivered;

    private static Path batch;

    @TempDir Path folder;

    @BeforeAll
    static void enrollAndExport() throws Exception {
        sealed = shared.resolve("sealed");
        var run = Run.tram(shared, "enroll", "--count", COUNT, "--state", sealed).succeeded();
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .hasSizeGreaterThanOrEqualTo(COUNT * 4)
                .allMatch(l -> l.matches("stored [0-9a-f-]{36} [a-z-]+ [0-9]+ [0-9a-f]{64}"));
        delivered = copy(sealed, shared.resolve("delivered"));
        var out = shared.resolve("out");
        var export = Run.tram(shared, "export", "--state", delivered, "--to", out).succeeded();
        assertThat(export.out()).hasSize(1);
        batch = out.resolve(export.out().getFirst().split(" ")[0]);
    }

    /// The station before its first export, for one test.
    private Path state() throws IOException {
        return copy(sealed, folder.resolve("state"));
    }

    private static Path copy(Path from, Path to) throws IOException {
        try (var tree = Files.walk(from)) {
            for (var path : tree.toList()) {
                Files.copy(path, to.resolve(from.relativize(path)));
            }
        }
        return to;
    }

    private static List<Sessions.Summary> sessions(Path state) throws Exception {
        try (var station = Assembly.open(state, Run.HOME.resolve("config"))) {
            return station.enrollment().list();
        }
    }

    /// Runs `openssl cms` on `message`.
    private void openssl(Path message, String options, Path... files) throws Exception {
        var command = new ArrayList<Object>(List.of("openssl", "cms", "-binary", "-inform", "DER"));
        command.addAll(List.of("-in", message));
        var rest = List.of(files).iterator();
        for (var option : options.split(" ")) {
            command.add(option.equals("?") ? rest.next() : option);
        }
        Run.program(folder, folder, command.toArray()).succeeded();
    }

    @Test
    void standardToolsOpenABatchDownToTheCitizensRecords() throws Exception {
        var opened = Files.createDirectory(folder.resolve("opened"));
        Run.program(folder, folder, "unzip", "-q", batch, "-d", opened).succeeded();
        openssl(
                opened.resolve("META-INF/signature001.p7s"),
                "-verify -purpose any -content ? -CAfile ? -out ?",
                opened.resolve("META-INF/ASiCManifest.xml"),
                delivered.resolve("keys/ca.crt"),
                folder.resolve("manifest"));
        assertEveryDigestHolds(opened);
        var dossiers = files(opened.resolve("dossiers"));
        assertThat(dossiers).hasSize(COUNT);
        for (var dossier : dossiers) {
            var signed = folder.resolve("signed.der");
            var content = folder.resolve("content.zip");
            openssl(
                    dossier,
                    "-decrypt -inkey ? -out ?",
                    delivered.resolve("training-registry/seal.key"),
                    signed);
            openssl(
                    signed,
                    "-verify -purpose any -CAfile ? -out ?",
                    delivered.resolve("keys/ca.crt"),
                    content);
            Run.program(folder, folder, "unzip", "-t", content).succeeded();
        }
    }

    /// Everything but `META-INF/` is in the manifest with its digest, and nothing else is.
    private static void assertEveryDigestHolds(Path opened) throws Exception {
        var xml =
                DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(opened.resolve("META-INF/ASiCManifest.xml").toFile());
        var references = xml.getElementsByTagName("asic:DataObjectReference");
        var covered = new TreeSet<Path>();
        for (int i = 0; i < references.getLength(); i++) {
            var reference = (Element) references.item(i);
            var file = opened.resolve(reference.getAttribute("URI"));
            var value = reference.getElementsByTagName("ds:DigestValue").item(0).getTextContent();
            assertThat(Digest.of(Files.readAllBytes(file)).hex())
                    .as(file.toString())
                    .isEqualTo(HexFormat.of().formatHex(Base64.getDecoder().decode(value)));
            covered.add(file);
        }
        assertThat(files(opened).stream().filter(f -> !f.startsWith(opened.resolve("META-INF"))))
                .containsExactlyInAnyOrderElementsOf(covered);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (var tree = Files.walk(folder)) {
            return tree.filter(Files::isRegularFile).toList();
        }
    }

    @Test
    void verifyTellsAGenuineBatchFromAFlippedByteAndAStrangersKey() throws Exception {
        var genuine = Run.tram(folder, "batch", "verify", batch, "--state", delivered).succeeded();
        assertThat(genuine.out().getFirst()).startsWith("genuine: ");

        var bytes = Files.readAllBytes(batch);
        bytes[new Random(427).nextInt(bytes.length)] ^= 1;
        var flipped = Files.write(folder.resolve("flipped.asice"), bytes);
        var broken = Run.tram(folder, "batch", "verify", flipped, "--state", delivered);
        assertThat(broken.exit()).isEqualTo(1);
        assertThat(broken.err()).isNotEmpty().allMatch(l -> l.startsWith("flipped.asice: "));

        var stranger = StateFolder.openOrMakeTraining(folder.resolve("stranger")).path();
        var foreign = Run.tram(folder, "batch", "verify", batch, "--state", stranger);
        assertThat(foreign.exit()).isEqualTo(1);
        assertThat(foreign.err()).anyMatch(l -> l.contains("does not lead to"));
    }

    @Test
    void auditVerifyTellsWhatHoldsAndWhichEntryIsTheFirstThatDoesNot() throws Exception {
        var holds =
                Run.tram(folder, "audit", "verify", "--batch", batch, "--state", delivered)
                        .succeeded();
        assertThat(holds.out().getFirst()).matches("\\d+ entries hold; anchored at entry \\d+, .*");

        var cut = folder.resolve("cut");
        copy(delivered, cut);
        var log = cut.resolve("audit/audit.jsonl");
        var lines = Files.readAllLines(log);
        lines.set(4, lines.get(4).replace("canbo", "chihuy").replace("station", "canbo"));
        Files.write(log, lines);
        var broken = Run.tram(folder, "audit", "verify", "--state", cut);
        assertThat(broken.exit()).isEqualTo(1);
        assertThat(broken.err())
                .containsExactly(
                        "Entry 5 was changed: its hash does not hold.",
                        "Entries 1 to 4 follow on each other; nothing is proved from entry 5 on.");
    }

    @Test
    void theRegistryAnswersInTheFolderAndTheStationAppliesIt() throws Exception {
        var state = copy(delivered, folder.resolve("state"));
        var out = copy(batch.getParent(), folder.resolve("out"));
        var receipt = out.resolve(batch.getFileName() + BatchFormat.RECEIPT_SUFFIX);
        assertThat(sessions(state)).allMatch(s -> s.stage() == Stage.DELIVERED);
        try (var registry =
                Run.Started.tram(
                        Run.HOME,
                        folder,
                        "registry",
                        "--port",
                        0,
                        "--dir",
                        out,
                        "--state",
                        state)) {
            registry.line("ready ");
            Wait.until("a receipt", () -> Files.exists(receipt));
        }
        Run.tram(folder, "export", "--state", state, "--to", out).succeeded();
        assertThat(sessions(state)).hasSize(COUNT).allMatch(s -> s.stage() == Stage.ACCEPTED);
    }

    @Test
    void theRegistryAnswersOverHttpAndTheStationAppliesIt() throws Exception {
        var state = state();
        try (var registry =
                Run.Started.tram(
                        Run.HOME,
                        folder,
                        "registry",
                        "--port",
                        0,
                        "--dir",
                        folder.resolve("registry"),
                        "--state",
                        state)) {
            var address = registry.line("ready ").substring("ready ".length());
            Run.tram(folder, "export", "--state", state, "--to", address).succeeded();
            Run.tram(folder, "export", "--state", state, "--to", address).succeeded();
        }
        assertThat(sessions(state)).hasSize(COUNT).allMatch(s -> s.stage() == Stage.ACCEPTED);
    }

    @Test
    void withoutTheRegistrysCertificateWhatWasCapturedWaitsForIt() throws Exception {
        var state = state();
        var certificate = state.resolve("training-registry/seal.crt");
        var away = folder.resolve("seal.crt");
        Files.move(certificate, away);
        var run = Run.tram(folder, "enroll", "--count", 1, "--state", state);
        assertThat(run.sentence()).contains("TK-611");
        assertThat(run.out()).isNotEmpty();
        var waiting = sessions(state).getFirst();
        assertThat(waiting.stage()).isEqualTo(Stage.SIGNED_OFF);
        assertThat(waiting.kept()).hasSameSizeAs(run.out()).allMatch(k -> k.frame().isPresent());

        var again = Run.tram(folder, "enroll", "--count", 0, "--state", state);
        assertThat(again.sentence()).contains("TK-611");
        assertThat(again.out()).isEmpty();
        assertThat(sessions(state).getFirst()).isEqualTo(waiting);

        Files.move(away, certificate);
        Run.tram(folder, "enroll", "--count", 0, "--state", state).succeeded();
        assertThat(sessions(state)).hasSize(COUNT + 1).allMatch(s -> s.stage() == Stage.SEALED);
    }

    @Test
    void aDamagedDatabaseIsNamedAndLeftAsItIs() throws Exception {
        var state = state();
        var file = state.resolve("db/tram.mv.db");
        var damaged = Files.readAllBytes(file);
        new Random(1).nextBytes(damaged);
        Files.write(file, damaged, StandardOpenOption.TRUNCATE_EXISTING);
        assertThat(Run.tram(folder, "sessions", "--state", state).sentence()).contains("LT-402");
        assertThat(file).hasBinaryContent(damaged);
    }

    @Test
    void aSecondStartIsToldThatAnotherProgramHasTheStation() throws Exception {
        var state = state();
        try (var _ = Assembly.open(state, Run.HOME.resolve("config"))) {
            assertThat(Run.tram(folder, "sessions", "--state", state).sentence())
                    .contains("LT-403");
        }
        assertThat(sessions(state)).hasSize(COUNT);
    }

    @Test
    void anUnknownKeyInASettingsFileIsNamed() throws Exception {
        var home = Files.createDirectory(folder.resolve("home"));
        var config = copy(Run.HOME.resolve("config"), home.resolve("config"));
        Files.writeString(
                config.resolve("station.toml"),
                "\n[surprise]\nkey = 1\n",
                StandardOpenOption.APPEND);
        assertThat(Run.tramAt(home, folder, "sessions", "--state", folder.resolve("s")).sentence())
                .contains("TK-630", "station.toml", "surprise");
    }

    @Test
    void aCorruptImageInTheFolderDeviceLosesNothing() throws Exception {
        var state = state();
        var images = Files.createDirectory(folder.resolve("images"));
        Files.write(images.resolve("print.png"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10});
        var run =
                Run.tram(
                        folder,
                        "enroll",
                        "--count",
                        1,
                        "--devices",
                        images.toUri().toString().replace("file:///", "folder:///")
                                + "?as=slap,sim://camera",
                        "--state",
                        state);
        assertThat(run.sentence()).contains("print.png");
        assertThat(sessions(state)).hasSize(COUNT + 1);
        assertThat(sessions(state).getFirst().stage()).isEqualTo(Stage.PARKED);
        assertThat(sessions(state).stream().skip(1)).allMatch(s -> s.stage() == Stage.SEALED);
    }
}
