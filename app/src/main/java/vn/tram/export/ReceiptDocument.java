package vn.tram.export;

import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import vn.tram.domain.Digest;
import vn.tram.domain.Mode;
import vn.tram.domain.Receipt;
import vn.tram.domain.SessionId;
import vn.tram.domain.Stage;

/// A receipt as it travels: JSON inside CMS SignedData, DER, signed with the registry's receipt
/// key.
///
/// @param mode of the batch it answers
/// @param incarnation and number as in that batch's index
public record ReceiptDocument(Mode mode, String incarnation, long number, Receipt receipt) {
    /// Written into each receipt. A field more is a new version.
    public static final String VERSION = "tram-receipt/1";

    /// Longest reason, characters.
    public static final int MAX_REASON = 500;

    /// Largest receipt, bytes: 5000 answers with reasons fit.
    public static final int MAX_BYTES = 8 << 20;

    private static final List<Stage> OUTCOMES =
            List.of(Stage.ACCEPTED, Stage.REJECTED, Stage.RECAPTURE_WANTED);

    public ReceiptDocument {
        check(BatchFormat.INCARNATION.matcher(incarnation).matches(), "incarnation");
        check(number >= 1, "number");
        check(BatchFormat.STATION.matcher(receipt.station()).matches(), "station");
        check(receipt.at().getNano() == 0, "at");
        check(receipt.answers().size() <= BatchFormat.MAX_DOSSIERS, "answers");
        for (var answer : receipt.answers()) {
            check(OUTCOMES.contains(answer.outcome()), "outcome");
            check(answer.reason().length() <= MAX_REASON, "reason");
            check(answer.reason().isEmpty() == (answer.outcome() == Stage.ACCEPTED), "reason");
        }
    }

    private static void check(boolean holds, String field) {
        if (!holds) {
            throw new IllegalArgumentException(field + " is outside the format");
        }
    }

    /// The file's content.
    ///
    /// @param registry the receipt key with its certificate
    public byte[] signed(Signatory registry) throws GeneralSecurityException {
        return Signed.enclosing(json(), registry, receipt.at());
    }

    /// Reads a receipt that was signed by `signer` and by nobody else.
    ///
    /// @param signer the registry's receipt certificate; another certificate of the same authority
    ///   does not do
    /// @throws Unreadable when it is anything else
    static ReceiptDocument verified(byte[] der, X509Certificate signer, X509Certificate ca)
            throws Unreadable {
        if (der.length > MAX_BYTES) {
            throw new Unreadable("the receipt is larger than one may be");
        }
        var signed = SignedCheck.enclosing(der, ca);
        if (!signed.problems().isEmpty()) {
            throw new Unreadable("receipt: " + String.join("; ", signed.problems()));
        }
        if (!signed.certificate().equals(signer)) {
            throw new Unreadable("the receipt is not signed by the registry");
        }
        return of(signed.content());
    }

    private byte[] json() {
        var answers =
                receipt.answers().stream()
                        .map(a ->
                                new Wire.Answer(
                                        a.session().toString(),
                                        a.dossier().hex(),
                                        text(a.outcome()),
                                        a.reason()))
                        .toList();
        return StrictJson.MAPPER.writeValueAsBytes(
                new Wire(
                        VERSION,
                        mode.text(),
                        receipt.station(),
                        incarnation,
                        number,
                        receipt.batch().hex(),
                        receipt.at().toString(),
                        answers));
    }

    private static ReceiptDocument of(byte[] json) throws Unreadable {
        try {
            var wire = StrictJson.MAPPER.readValue(json, Wire.class);
            if (!VERSION.equals(wire.format())) {
                throw new Unreadable("the receipt is not of version " + VERSION);
            }
            var document = wire.document();
            if (!Arrays.equals(json, document.json())) {
                throw new Unreadable("the receipt is not written in the canonical form");
            }
            return document;
        } catch (JacksonException e) {
            throw new Unreadable("the receipt is no JSON of its format", e);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new Unreadable("receipt: " + e.getMessage(), e);
        }
    }

    /// Such as `recapture-wanted`.
    private static String text(Stage outcome) {
        return outcome.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The fields as they are named and ordered in the file.
    private record Wire(
            @Nullable String format,
            @Nullable String mode,
            @Nullable String station,
            @Nullable String incarnation,
            long number,
            @Nullable String batch,
            @Nullable String at,
            @Nullable List<Answer> answers) {
        private record Answer(
                @Nullable String session,
                @Nullable String digest,
                @Nullable String outcome,
                @Nullable String reason) {
            Receipt.Answer answer() {
                return new Receipt.Answer(
                        SessionId.of(StrictJson.present(session, "session")),
                        new Digest(StrictJson.present(digest, "digest")),
                        stage(StrictJson.present(outcome, "outcome")),
                        StrictJson.present(reason, "reason"));
            }

            private static Stage stage(String text) {
                return Stream.of(Stage.values())
                        .filter(s -> text(s).equals(text))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("outcome is unknown"));
            }
        }

        ReceiptDocument document() {
            return new ReceiptDocument(
                    Mode.ofText(StrictJson.present(mode, "mode"))
                            .orElseThrow(() -> new IllegalArgumentException("mode is unknown")),
                    StrictJson.present(incarnation, "incarnation"),
                    number,
                    new Receipt(
                            StrictJson.present(station, "station"),
                            new Digest(StrictJson.present(batch, "batch")),
                            Instant.parse(StrictJson.present(at, "at")),
                            StrictJson.present(answers, "answers").stream()
                                    .map(Answer::answer)
                                    .toList()));
        }
    }
}
