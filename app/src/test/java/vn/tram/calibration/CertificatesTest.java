package vn.tram.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.tram.calibration.Fitness.Why;
import vn.tram.calibration.Rules.Consequence;
import vn.tram.device.DeviceInfo;
import vn.tram.device.Kind;
import vn.tram.domain.Digest;
import vn.tram.domain.Reading;
import vn.tram.image.Gray8;
import vn.tram.image.Resolution;

class CertificatesTest {
    private static final Instant NOW = Instant.parse("2026-11-23T03:00:00Z");
    private static final Target TARGET =
            new Target(
                    "RT-08",
                    new Target.Geometry.Ronchi(1),
                    "Viện Đo lường",
                    LocalDate.of(2028, 3, 1));
    private static final Rules RULES =
            new Rules(
                    List.of(TARGET),
                    Map.of(
                            "resolution-x",
                            new Limit(OptionalDouble.of(495), OptionalDouble.of(505), "App. F")),
                    List.of("resolution-x"),
                    List.of(),
                    Duration.ofDays(365),
                    Duration.ofDays(30),
                    Consequence.WARN,
                    Consequence.TRAINING,
                    Consequence.BLOCK,
                    Duration.ofDays(7));

    @TempDir private Path folder;

    /// A signature around its content, by a key of this test.
    private static final class TestSeal implements Seal {
        private final KeyPair keys;

        TestSeal() throws GeneralSecurityException {
            keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        }

        @Override
        public byte[] sealed(byte[] content, Instant at) throws SealFailed {
            try {
                var signature = Signature.getInstance("Ed25519");
                signature.initSign(keys.getPrivate());
                signature.update(content);
                var signed = signature.sign();
                var file = Arrays.copyOf(signed, signed.length + content.length);
                System.arraycopy(content, 0, file, signed.length, content.length);
                return file;
            } catch (GeneralSecurityException e) {
                throw new SealFailed(e);
            }
        }

        @Override
        public Optional<byte[]> opened(byte[] file) {
            if (file.length < 64) {
                return Optional.empty();
            }
            try {
                var content = Arrays.copyOfRange(file, 64, file.length);
                var signature = Signature.getInstance("Ed25519");
                signature.initVerify(keys.getPublic());
                signature.update(content);
                return signature.verify(Arrays.copyOf(file, 64))
                        ? Optional.of(content)
                        : Optional.empty();
            } catch (GeneralSecurityException e) {
                return Optional.empty();
            }
        }
    }

    private static DeviceInfo device(String serial, String firmware) {
        return new DeviceInfo(
                URI.create("sim://slap"),
                Kind.SLAP_SCANNER,
                "Hãng",
                "S-1",
                serial,
                firmware,
                "",
                Resolution.Ppi.of(500),
                256,
                1600,
                1500,
                true);
    }

    private static Certificate draft(DeviceInfo device, double ppi, Instant at) {
        var calibration = new Calibration(device, List.of(TARGET), false, (_, _, _) -> List.of());
        var reading = new Reading.Measured("resolution-x", ppi, "ppi");
        var curve = new Curve("ctf", "cycles/mm", List.of(new Curve.Point(1, 0.97)));
        return calibration.certificate(
                List.of(new Answer.Measured(List.of(reading), List.of(curve))),
                Shots.of(View.BARS, Pictures.frame(Gray8.of(2, 1, new byte[] {1, 2}))),
                RULES,
                new Calibration.Origin("sim 1", "0.1.0", "0427", "kythuat"),
                at);
    }

    private static Entry.Subject subject(DeviceInfo info) {
        return Calibration.subject(info);
    }

    @Test
    void whatWasIssuedIsReadBackInOrder() throws Exception {
        var certificates = new Certificates(folder, new TestSeal());
        var device = device("7", "2.4");
        var first = certificates.issue(draft(device, 500.5, NOW));
        var second = certificates.issue(draft(device, 499, NOW.plusSeconds(60)));
        certificates.issue(draft(device("8", "2.4"), 500, NOW));
        var chain = (Chain.Whole) certificates.of(subject(device));
        assertThat(chain.links()).containsExactly(first, second);
        assertThat(second.entry().before()).contains(first.digest());
        var read = (Certificate) chain.links().getFirst().entry();
        assertThat(read.measures()).hasSize(1);
        assertThat(read.measures().getFirst().limit().source()).isEqualTo("App. F");
        assertThat(read.pictures().getFirst().digest()).isEqualTo(Digest.of(new byte[] {1, 2}));
        assertThat(read.passed()).isTrue();
    }

    @Test
    void aChangedRemovedOrReorderedCertificateIsNoticed() throws Exception {
        var certificates = new Certificates(folder, new TestSeal());
        var device = device("7", "2.4");
        for (int i = 0; i < 3; i++) {
            certificates.issue(draft(device, 500 + i, NOW.plusSeconds(i)));
        }
        var home = certificates.folder(subject(device));
        var first = Files.readAllBytes(home.resolve("0001.p7s"));
        var second = Files.readAllBytes(home.resolve("0002.p7s"));
        var third = Files.readAllBytes(home.resolve("0003.p7s"));
        for (int bit = 0; bit < second.length * 8; bit += 331) {
            var changed = second.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            Files.write(home.resolve("0002.p7s"), changed);
            assertThat(certificates.of(subject(device)))
                    .isEqualTo(new Chain.Broken(2, "was changed, or not signed by this station"));
        }
        Files.write(home.resolve("0001.p7s"), second);
        Files.write(home.resolve("0002.p7s"), first);
        assertThat(certificates.of(subject(device))).isInstanceOf(Chain.Broken.class);
        Files.write(home.resolve("0001.p7s"), first);
        Files.write(home.resolve("0002.p7s"), second);
        assertThat(certificates.of(subject(device))).isInstanceOf(Chain.Whole.class);
        Files.delete(home.resolve("0003.p7s"));
        assertThat(certificates.of(subject(device))).isInstanceOf(Chain.Broken.class);
        Files.write(home.resolve("0002.p7s"), third);
        assertThat(certificates.of(subject(device))).isInstanceOf(Chain.Broken.class);
        assertThatThrownBy(() -> certificates.issue(draft(device, 500, NOW)))
                .isInstanceOf(IOException.class);
    }

    @Test
    void anotherStationsCertificateOrAnotherDevicesIsNone() throws Exception {
        var own = new Certificates(folder, new TestSeal());
        var device = device("7", "2.4");
        own.issue(draft(device, 500, NOW));
        assertThat(new Certificates(folder, new TestSeal()).of(subject(device)))
                .isInstanceOf(Chain.Broken.class);
        var other = device("8", "2.4");
        Files.createDirectories(own.folder(subject(other)));
        Files.copy(
                own.folder(subject(device)).resolve("0001.p7s"),
                own.folder(subject(other)).resolve("0001.p7s"));
        assertThat(own.of(subject(other))).isEqualTo(new Chain.Broken(1, "is another device's"));
    }

    @Test
    void aHeadLeftOneBehindByACrashIsWholeAndGoesOn() throws Exception {
        var certificates = new Certificates(folder, new TestSeal());
        var device = device("7", "2.4");
        certificates.issue(draft(device, 500, NOW));
        var home = certificates.folder(subject(device));
        var head = Files.readAllBytes(home.resolve("head.p7s"));
        certificates.issue(draft(device, 501, NOW));
        Files.write(home.resolve("head.p7s"), head);
        assertThat(certificates.of(subject(device))).isInstanceOf(Chain.Whole.class);
        certificates.issue(draft(device, 502, NOW));
        assertThat(((Chain.Whole) certificates.of(subject(device))).links()).hasSize(3);
    }

    @Test
    void aDeviceIsFitUntilItsCertificateEndsOrTheDeviceChanges() throws Exception {
        var certificates = new Certificates(folder, new TestSeal());
        var device = device("7", "2.4");
        assertThat(fitness(certificates, device, "sim 1", NOW))
                .isEqualTo(new Fitness.Unfit(Why.MISSING, Consequence.WARN, Optional.empty()));
        var link = certificates.issue(draft(device, 500, NOW));
        var end = NOW.plus(Duration.ofDays(365));
        assertThat(fitness(certificates, device, "sim 1", end.minusMillis(1)))
                .isEqualTo(new Fitness.Fit(link.digest(), end));
        assertThat(fitness(certificates, device, "sim 1", end))
                .isEqualTo(unfit(Why.EXPIRED, Consequence.TRAINING, link.digest()));
        assertThat(fitness(certificates, device("7", "2.5"), "sim 1", NOW))
                .isEqualTo(unfit(Why.CHANGED, Consequence.BLOCK, link.digest()));
        assertThat(fitness(certificates, device, "sim 2", NOW))
                .isEqualTo(unfit(Why.CHANGED, Consequence.BLOCK, link.digest()));
    }

    @Test
    void aFailedMeasureFailsUntilASupervisorExtends() throws Exception {
        var certificates = new Certificates(folder, new TestSeal());
        var device = device("7", "2.4");
        var link = certificates.issue(draft(device, 512, NOW));
        assertThat(fitness(certificates, device, "sim 1", NOW))
                .isEqualTo(unfit(Why.FAILED, Consequence.BLOCK, link.digest()));
        var until = NOW.plus(Duration.ofDays(3));
        certificates.extend(subject(device), link.digest(), until, "chihuy", "chờ máy thay", NOW);
        assertThat(fitness(certificates, device, "sim 1", NOW))
                .isEqualTo(new Fitness.Extended(Why.FAILED, link.digest(), until));
        assertThat(fitness(certificates, device, "sim 1", until))
                .isEqualTo(unfit(Why.FAILED, Consequence.BLOCK, link.digest()));
        // a new certificate is not covered by the extension of the old one
        var again = certificates.issue(draft(device, 513, NOW));
        assertThat(fitness(certificates, device, "sim 1", NOW))
                .isEqualTo(unfit(Why.FAILED, Consequence.BLOCK, again.digest()));
    }

    @Test
    void aMissingMeasureDoesNotPassAndATargetsEndEndsTheCertificate() {
        var device = device("7", "2.4");
        var calibration =
                new Calibration(
                        device,
                        List.of(
                                new Target(
                                        "RT-09",
                                        new Target.Geometry.Ronchi(1),
                                        "Viện Đo lường",
                                        LocalDate.of(2026, 12, 1))),
                        false,
                        (_, _, _) -> List.of());
        var certificate =
                calibration.certificate(
                        List.of(
                                new Answer.Measured(
                                        List.of(new Reading.Measured("skew", 0.1, "deg")))),
                        Shots.none(),
                        RULES,
                        new Calibration.Origin("sim 1", "0.1.0", "0427", "kythuat"),
                        NOW);
        assertThat(certificate.passed()).isFalse();
        assertThat(certificate.missing()).containsExactly("resolution-x");
        assertThat(certificate.until())
                .isBefore(Instant.parse("2026-12-03T00:00:00Z"))
                .isAfter(NOW);
        assertThat(calibration.refusal(Instant.parse("2026-12-05T00:00:00Z")))
                .contains(new Instruction.OtherTarget("RT-09"));
    }

    private static Fitness.Unfit unfit(Why why, Consequence consequence, Digest digest) {
        return new Fitness.Unfit(why, consequence, Optional.of(digest));
    }

    private static Fitness fitness(
            Certificates certificates, DeviceInfo device, String driver, Instant now)
            throws IOException {
        return Fitness.of(certificates.of(subject(device)), device, driver, RULES, now);
    }
}
