package vn.tram.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.tram.domain.Digest;
import vn.tram.enroll.StationFault;
import vn.tram.export.BatchIndex;
import vn.tram.export.BatchVerifier;
import vn.tram.export.Verification;
import vn.tram.security.StateFolder;
import vn.tram.security.StationKeys;

@Command(
        name = "batch",
        mixinStandardHelpOptions = true,
        description = "Looks into a batch.",
        subcommands = {BatchCommand.Show.class, BatchCommand.Verify.class})
final class BatchCommand {
    private BatchCommand() {}

    /// Both read one file and hold it against one authority.
    abstract static class Reading implements Callable<Integer> {
        @Mixin private StateOption state = new StateOption();

        @Parameters(paramLabel = "FILE", description = "The batch, an .asice file.")
        private Path file = Path.of("");

        @Option(
                names = "--trust",
                paramLabel = "CA",
                description = "The authority's certificate, PEM. Default: the state folder's.")
        private Optional<Path> trust = Optional.empty();

        @Override
        public Integer call() throws StationFault, Failure, IOException {
            if (!Files.isRegularFile(file)) {
                throw new Failure(file + " is not there. Check the path.");
            }
            var verification = BatchVerifier.verify(file, authority());
            return switch (verification) {
                case Verification.Genuine genuine -> {
                    tell(genuine);
                    yield 0;
                }
                case Verification.Broken(var problems) -> {
                    problems.forEach(p -> System.err.println(file.getFileName() + ": " + p + "."));
                    yield 1;
                }
            };
        }

        private X509Certificate authority() throws StationFault, Failure, IOException {
            if (trust.isEmpty()) {
                return StationKeys.load(StateFolder.openOrMakeTraining(state.folder()).path()).ca();
            }
            try (var pem = Files.newInputStream(trust.get())) {
                return (X509Certificate)
                        CertificateFactory.getInstance("X.509").generateCertificate(pem);
            } catch (CertificateException e) {
                throw new Failure(trust.get() + " is not a certificate: " + e.getMessage());
            }
        }

        abstract void tell(Verification.Genuine genuine);
    }

    @Command(
            name = "show",
            mixinStandardHelpOptions = true,
            description = "What is in a batch that is whole and genuine, as JSON.")
    static final class Show extends Reading {
        @Override
        void tell(Verification.Genuine genuine) {
            System.out.println(Json.of(json(genuine.index(), genuine.digest())));
        }

        private static Map<String, Object> json(BatchIndex index, Digest digest) {
            var json = new LinkedHashMap<String, Object>();
            json.put("mode", index.mode().text());
            json.put("station", index.station());
            json.put("incarnation", index.incarnation());
            json.put("number", index.number());
            json.put("digest", digest.hex());
            index.previous().ifPresent(p -> json.put("previous", p.hex()));
            json.put("made", index.madeAt().toString());
            json.put("dossiers", index.dossiers().stream().map(Show::dossier).toList());
            return json;
        }

        private static Map<String, Object> dossier(BatchIndex.Item item) {
            return Map.of(
                    "session",
                    item.session().toString(),
                    "digest",
                    item.digest().hex(),
                    "size",
                    item.size(),
                    "captures",
                    item.captures());
        }
    }

    @Command(
            name = "verify",
            mixinStandardHelpOptions = true,
            description = "Whether a batch is whole and genuine.")
    static final class Verify extends Reading {
        @Override
        void tell(Verification.Genuine genuine) {
            var index = genuine.index();
            System.out.println(
                    "genuine: station "
                            + index.station()
                            + ", batch "
                            + index.number()
                            + ", "
                            + index.dossiers().size()
                            + " dossiers, "
                            + genuine.digest().hex());
        }
    }
}
