package vn.tram.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.dss.enumerations.Level;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.model.FileDocument;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.policy.EtsiValidationPolicy;
import eu.europa.esig.dss.policy.ValidationPolicyFacade;
import eu.europa.esig.dss.policy.jaxb.LevelConstraint;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.validation.SignedDocumentValidator;
import eu.europa.esig.dss.validation.reports.Reports;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import vn.tram.domain.Digest;

/// The container as programs see it that share no code with us.
class BatchContainerTest {
    @TempDir Path folder;
    Path file;
    BatchIndex index;

    @BeforeEach
    void write() throws Exception {
        file = folder.resolve("batch.asice");
        index = Samples.write(file, Samples.dossiers(3, 1000));
    }

    @Test
    void aWrittenBatchIsGenuine() throws Exception {
        assertThat(BatchVerifier.verify(file, Samples.AUTHORITY.certificate()))
                .isEqualTo(
                        new Verification.Genuine(
                                index,
                                Digest.of(Files.readAllBytes(file)),
                                Samples.STATION.certificate()));
    }

    @Test
    void dssCallsItCadesBaselineBAndPasses() throws Exception {
        var reports = dss();
        var signature = reports.getSimpleReport().getFirstSignatureId();
        assertThat(reports.getSimpleReport().getSignatureFormat(signature))
                .isEqualTo(SignatureLevel.CAdES_BASELINE_B);
        assertThat(reports.getSimpleReport().getIndication(signature))
                .as(reports.getXmlSimpleReport())
                .isEqualTo(Indication.TOTAL_PASSED);
        assertThat(reports.getDiagnosticData().getContainerInfo().getContainerType())
                .hasToString("ASiC-E");
        assertThat(reports.getSimpleReport().getSignaturesCount()).isEqualTo(1);
    }

    @Test
    void dssFindsAChangedDossier() throws Exception {
        var parts = Parts.of(file);
        var name = BatchFormat.dossierName(index.dossiers().getFirst().session());
        parts.change(name, content -> content[0] ^= 1);
        parts.write(file);
        var reports = dss();
        assertThat(
                        reports.getSimpleReport()
                                .getIndication(reports.getSimpleReport().getFirstSignatureId()))
                .isNotEqualTo(Indication.TOTAL_PASSED);
    }

    /// The default ETSI policy but for one rule: that revocation data be there. A throw-away
    /// authority publishes none, and the container carries none (BASELINE-B).
    private Reports dss() throws Exception {
        var constraints =
                ValidationPolicyFacade.newFacade()
                        .unmarshall(
                                ValidationPolicyFacade.class.getResourceAsStream(
                                        "/policy/constraint.xml"));
        var inform = new LevelConstraint();
        inform.setLevel(Level.INFORM);
        constraints
                .getSignatureConstraints()
                .getBasicSignatureConstraints()
                .getSigningCertificate()
                .setRevocationDataAvailable(inform);
        var trusted = new CommonTrustedCertificateSource();
        trusted.addCertificate(new CertificateToken(Samples.AUTHORITY.certificate()));
        var verifier = new CommonCertificateVerifier();
        verifier.setTrustedCertSources(trusted);
        var validator = SignedDocumentValidator.fromDocument(new FileDocument(file.toFile()));
        validator.setCertificateVerifier(verifier);
        return validator.validateDocument(new EtsiValidationPolicy(constraints));
    }

    @Test
    void opensslAcceptsTheSignatureOverTheManifest() throws Exception {
        unpack();
        Files.writeString(folder.resolve("ca.crt"), pem(Samples.AUTHORITY.certificate()));
        assertThat(openssl()).startsWith("0 ").contains("Verification successful");
    }

    @Test
    void opensslRefusesAStrangersAuthority() throws Exception {
        unpack();
        var stranger = vn.tram.security.TrainingAuthority.at(Samples.NOW);
        Files.writeString(folder.resolve("ca.crt"), pem(stranger.certificate()));
        assertThat(openssl()).doesNotStartWith("0 ");
    }

    private String openssl() throws Exception {
        return run(
                "openssl",
                "cms",
                "-verify",
                "-purpose",
                "any",
                "-binary",
                "-inform",
                "DER",
                "-in",
                "META-INF/signature001.p7s",
                "-content",
                "META-INF/ASiCManifest.xml",
                "-CAfile",
                "ca.crt",
                "-out",
                "signed-content");
    }

    @Test
    void unzipFindsNoError() throws Exception {
        assertThat(run("unzip", "-t", "batch.asice"))
                .startsWith("0 ")
                .contains("No errors detected");
    }

    @Test
    void mimetypeIsReadableAtItsFixedPlace() throws Exception {
        var head = new String(Files.readAllBytes(file), 0, 69, StandardCharsets.US_ASCII);
        assertThat(head.substring(30)).isEqualTo("mimetypeapplication/vnd.etsi.asic-e+zip");
    }

    @Test
    void theManifestCoversEveryOtherFileWithItsDigest() throws Exception {
        unpack();
        var xml =
                DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(folder.resolve("META-INF/ASiCManifest.xml").toFile());
        var references = xml.getElementsByTagName("asic:DataObjectReference");
        var covered = new TreeSet<String>();
        for (int i = 0; i < references.getLength(); i++) {
            var reference = (Element) references.item(i);
            var name = reference.getAttribute("URI");
            var value = reference.getElementsByTagName("ds:DigestValue").item(0).getTextContent();
            assertThat(HexFormat.of().formatHex(Base64.getDecoder().decode(value)))
                    .as(name)
                    .isEqualTo(Digest.of(Files.readAllBytes(folder.resolve(name))).hex());
            covered.add(name);
        }
        try (var zip = new ZipFile(file.toFile())) {
            var others =
                    zip.stream()
                            .map(e -> e.getName())
                            .filter(n -> !n.startsWith("META-INF/"))
                            .collect(Collectors.toCollection(TreeSet::new));
            assertThat(covered).isEqualTo(others);
        }
    }

    @Test
    void theIndexIsTheDocumentedJson() throws Exception {
        unpack();
        var item =
                index.dossiers().stream()
                        .map(d ->
                                "{\"session\":\"%s\",\"digest\":\"%s\",\"size\":1000,\"captures\":4}"
                                        .formatted(d.session(), d.digest()))
                        .collect(Collectors.joining(","));
        assertThat(folder.resolve("index.json"))
                .hasContent(
                        ("{\"format\":\"tram-batch/1\",\"mode\":\"training\",\"station\":\"0427\","
                                        + "\"incarnation\":\"9f3c21d0\",\"number\":1,\"previous\":null,"
                                        + "\"madeAt\":\"%s\",\"audit\":{\"sequence\":17,\"hash\":\"%s\"},"
                                        + "\"dossiers\":[%s]}")
                                .formatted(Samples.NOW, Digest.of(new byte[] {2}), item));
    }

    @Test
    void aDossierComesOutAsItWentIn() throws Exception {
        assertThat(new BatchReader(file, index).dossier(1))
                .isEqualTo(Samples.dossier(1, 1000).content());
    }

    private void unpack() throws IOException {
        try (var zip = new ZipFile(file.toFile())) {
            for (var entry : zip.stream().toList()) {
                var target = folder.resolve(entry.getName());
                Files.createDirectories(target.getParent());
                Files.write(target, zip.getInputStream(entry).readAllBytes());
            }
        }
    }

    private static String pem(java.security.cert.X509Certificate certificate) throws Exception {
        return "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder().encodeToString(certificate.getEncoded())
                + "\n-----END CERTIFICATE-----\n";
    }

    /// @return exit code, a blank, all output
    private String run(String... command) throws Exception {
        assumeTrue(installed(command[0]), command[0] + " is not installed");
        var process =
                new ProcessBuilder(List.of(command))
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .start();
        process.getOutputStream().close();
        var out = new ByteArrayOutputStream();
        process.getInputStream().transferTo(out);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return process.exitValue() + " " + out.toString(StandardCharsets.UTF_8);
    }

    private static boolean installed(String program) {
        return java.util.Arrays.stream(System.getenv("PATH").split(java.io.File.pathSeparator))
                .anyMatch(p -> Files.isExecutable(Path.of(p, program)));
    }
}
