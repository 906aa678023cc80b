package vn.tram.ui.workbench;

import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.layout.VBox;
import vn.tram.calibration.Certificate;
import vn.tram.domain.Digest;
import vn.tram.ui.kit.Controls;
import vn.tram.ui.kit.Phrase;

/// What a certificate says besides its measures.
final class CertificateCard extends VBox {
    private static final int DIGITS = 12;

    private final Controls controls;

    /// @param digest of its signed file, when it was issued
    CertificateCard(Controls controls, Certificate certificate, Optional<Digest> digest) {
        this.controls = controls;
        getStyleClass().addAll("card", "tinted", "device-card");
        digest.ifPresent(
                _ -> line("calibration.number", Phrase.of("home.number", certificate.number())));
        line(
                "calibration.used",
                Phrase.asIs(
                        certificate.targets().stream()
                                .map(Certificate.UsedTarget::id)
                                .collect(Collectors.joining(", "))));
        digest.ifPresent(d -> line("calibration.digest", start(d)));
    }

    private static Phrase start(Digest digest) {
        return Phrase.asIs(digest.hex().substring(0, DIGITS) + "…");
    }

    private void line(String key, Phrase value) {
        getChildren()
                .add(
                        new VBox(
                                controls.paragraph(Phrase.of(key), "note"),
                                controls.paragraph(value, "bold")));
    }
}
