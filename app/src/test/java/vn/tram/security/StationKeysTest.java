package vn.tram.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Signature;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.tram.enroll.StationFault;
import vn.tram.enroll.StationFault.Code;
import vn.tram.security.TrainingAuthority.Use;

class StationKeysTest {
    @TempDir Path folder;
    private Path state;

    @BeforeEach
    void makeState() throws StationFault {
        state = StateFolder.openOrMakeTraining(folder.resolve("state"), "0427").path();
    }

    @Test
    void theSubjectNamesTheStation() throws Exception {
        var keys = StationKeys.load(state);

        assertThat(keys.station()).isEqualTo("0427");
        assertThat(keys.certificate().getSubjectX500Principal().getName()).contains("CN=Trạm 0427");
        assertThat(keys).hasToString("StationKeys[0427]");
    }

    @Test
    void theKeyBelongsToTheCertificate() throws Exception {
        var keys = StationKeys.load(state);
        var signer = Signature.getInstance("SHA256withECDSA");
        signer.initSign(keys.signingKey());
        signer.update(new byte[] {1, 2, 3});
        var verifier = Signature.getInstance("SHA256withECDSA");
        verifier.initVerify(keys.certificate());
        verifier.update(new byte[] {1, 2, 3});

        assertThat(verifier.verify(signer.sign())).isTrue();
    }

    @Test
    void everyUseHasAKeyOfItsOwn() throws Exception {
        var keys = StationKeys.load(state);
        var registry = RegistryKeys.load(state);

        assertThat(keys.sealing()).isEqualTo(registry.sealing());
        assertThat(keys.receipts()).isEqualTo(registry.receipts());
        assertThat(keys.ca()).isEqualTo(registry.ca());
        assertThat(
                        java.util.List.of(
                                keys.ca().getPublicKey(),
                                keys.certificate().getPublicKey(),
                                keys.sealing().getPublicKey(),
                                keys.receipts().getPublicKey()))
                .doesNotHaveDuplicates();
    }

    @Test
    void aMissingSealingCertificateIsTk611() throws Exception {
        var keys = StationKeys.load(state);
        Files.delete(state.resolve("training-registry/seal.crt"));

        assertFault(Code.TK_611, keys::sealing);
    }

    @Test
    void aDamagedSealingCertificateIsTk611() throws Exception {
        var keys = StationKeys.load(state);
        Files.writeString(state.resolve("training-registry/seal.crt"), "-----BEGIN CERT");

        assertFault(Code.TK_611, keys::sealing);
    }

    @Test
    void aStrangersSealingCertificateIsTk611() throws Exception {
        var keys = StationKeys.load(state);
        var stranger = TrainingAuthority.at(Instant.now()).issue(Use.REGISTRY_SEALING, "x", "1");
        Files.write(state.resolve("training-registry/seal.crt"), Pem.of(stranger.certificate()));

        assertFault(Code.TK_611, keys::sealing);
    }

    @Test
    void aCertificateForSignaturesDoesNotSeal() throws Exception {
        var keys = StationKeys.load(state);
        Files.write(state.resolve("training-registry/seal.crt"), Pem.of(keys.receipts()));

        assertFault(Code.TK_611, keys::sealing);
    }

    @Test
    void anExpiredSealingCertificateIsTk611() throws Exception {
        var clock = new SteppingClock(Instant.now());
        var keys = StationKeys.load(state, clock);
        clock.now = clock.now.atOffset(ZoneOffset.UTC).plusYears(2).plusDays(1).toInstant();

        assertFault(Code.TK_611, keys::sealing);
    }

    @Test
    void anExpiredStationCertificateIsTk610() {
        var later = Instant.now().atOffset(ZoneOffset.UTC).plusYears(2).plusDays(1).toInstant();

        assertFault(Code.TK_610, () -> StationKeys.load(state, InstantSource.fixed(later)));
    }

    @Test
    void aMissingKeyIsTk610() throws Exception {
        Files.delete(state.resolve("keys/station.p12"));

        assertFault(Code.TK_610, () -> StationKeys.load(state));
    }

    @Test
    void anotherStationsKeyIsTk610() throws Exception {
        var other = StateFolder.openOrMakeTraining(folder.resolve("other")).path();
        for (var file : java.util.List.of("keys/station.p12", "keys/station.secret")) {
            Files.copy(
                    other.resolve(file),
                    state.resolve(file),
                    java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        }

        assertFault(Code.TK_610, () -> StationKeys.load(state));
    }

    @Test
    void aStationCertificateOfAnotherAuthorityIsTk610() throws Exception {
        var stranger = TrainingAuthority.at(Instant.now());
        Files.write(state.resolve("keys/ca.crt"), Pem.of(stranger.certificate()));

        assertFault(Code.TK_610, () -> StationKeys.load(state));
    }

    private static void assertFault(Code code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        StationFault.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    private static final class SteppingClock implements InstantSource {
        private Instant now;

        SteppingClock(Instant now) {
            this.now = now;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
