package vn.tram.ui.workbench;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Set;
import vn.tram.device.DeviceInfo;
import vn.tram.enroll.DeviceFitness.Proof;
import vn.tram.enroll.DeviceHistory.Event;
import vn.tram.enroll.DeviceHistory.What;
import vn.tram.enroll.SelfTest.Finding;
import vn.tram.ui.kit.FaultTexts;
import vn.tram.ui.kit.HintWords;
import vn.tram.ui.kit.Phrase;
import vn.tram.ui.kit.Tone;

/// What is said of a device on its pages.
final class DeviceWords {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy", Locale.ROOT);

    /// The faults that have a word of their own.
    private static final Set<String> FAULTS =
            Set.of(
                    "TimedOut",
                    "Disconnected",
                    "Busy",
                    "Garbled",
                    "Refused",
                    "Untrusted",
                    "NotPermitted");

    private DeviceWords() {}

    static Phrase name(DeviceInfo device) {
        return Phrase.of("devices.name", device.make(), device.model());
    }

    static Phrase time(Instant at, ZoneId zone) {
        return Phrase.asIs(TIME.withZone(zone).format(at));
    }

    private static LocalDate day(Instant at, ZoneId zone) {
        return LocalDate.ofInstant(at, zone);
    }

    static Tone tone(What what) {
        return switch (what) {
            case FOUND, PASSED -> Tone.GOOD;
            case LOST, FAULT, EXTENDED -> Tone.WARN;
            case FAILED -> Tone.BAD;
        };
    }

    static Phrase of(Event event) {
        var what = Phrase.of("workbench.event." + event.what());
        return FAULTS.contains(event.detail())
                ? Phrase.of("workbench.event", what, Phrase.of("workbench.fault." + event.detail()))
                : what;
    }

    /// Whether the device is proved fit, and what to do where it is not.
    static HintWords of(Proof proof, ZoneId zone) {
        return switch (proof) {
            case Proof.Fit(var until) ->
                    hint(
                            Tone.GOOD,
                            Phrase.of("workbench.proof.fit"),
                            Phrase.of("workbench.proof.fit.why", day(until, zone)));
            case Proof.Extended(var lack, var until) ->
                    hint(
                            Tone.WARN,
                            Phrase.of("workbench.proof.calibrate"),
                            Phrase.of(
                                    "workbench.proof.extended.why",
                                    Phrase.of("lack." + lack),
                                    day(until, zone)));
            case Proof.Warned(var lack) ->
                    hint(
                            Tone.WARN,
                            Phrase.of("workbench.proof.calibrate"),
                            Phrase.of("workbench.proof.warned.why", Phrase.of("lack." + lack)));
            case Proof.Refused(var lack) ->
                    hint(
                            Tone.BAD,
                            Phrase.of("workbench.proof.calibrate"),
                            Phrase.of("workbench.proof.refused.why", Phrase.of("lack." + lack)));
        };
    }

    static HintWords hint(Tone tone, Phrase order, Phrase why) {
        return HintWords.of(tone, HintWords.Who.OFFICER, order, why);
    }

    /// One sentence for what was tried.
    static Phrase of(Finding finding, DeviceInfo device) {
        return switch (finding) {
            case Finding.Previewed(var frames, var dropped) ->
                    Phrase.of("workbench.test.preview", frames, dropped);
            case Finding.Captured(var width, var height) ->
                    Phrase.of("workbench.test.capture", width, height);
            case Finding.Read(var characters) -> Phrase.of("workbench.test.code", characters);
            case Finding.NoPreview(var fault) ->
                    Phrase.of(
                            "workbench.test.no-preview",
                            FaultTexts.of(fault, device.kind()).whole());
            case Finding.NoCapture(var fault) ->
                    Phrase.of(
                            "workbench.test.no-capture",
                            FaultTexts.of(fault, device.kind()).whole());
            case Finding.NoCode(var fault) ->
                    Phrase.of(
                            "workbench.test.no-code", FaultTexts.of(fault, device.kind()).whole());
        };
    }
}
