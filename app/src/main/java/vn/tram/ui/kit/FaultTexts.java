package vn.tram.ui.kit;

import vn.tram.device.Fault;
import vn.tram.device.Kind;
import vn.tram.enroll.StationFault;

/// The one place that words a fault. The sentences stand in the bundle `faults` as `fault.<code>`,
/// `fault.<code>.todo` and `fault.<code>.safe`.
public final class FaultTexts {
    private FaultTexts() {}

    public static Told of(StationFault fault) {
        return of(fault.code());
    }

    public static Told of(StationFault.Code code) {
        return told("fault." + code.name(), code.text());
    }

    /// @param kind of the device that failed: scanners and cameras want different hands
    public static Told of(Fault fault, Kind kind) {
        var code =
                switch (fault) {
                    case Fault.Disconnected _ -> "TB_102";
                    case Fault.TimedOut _ -> "TB_107";
                    case Fault.Busy _ -> "TB_108";
                    case Fault.Garbled _ -> "TB_109";
                    case Fault.Refused _ -> "TB_110";
                    case Fault.NotPermitted _ -> "TB_115";
                    case Fault.Untrusted(var doubt, _) ->
                            switch (doubt) {
                                case SIGNATURE -> "TB_116";
                                case CERTIFICATE -> "TB_117";
                                case CLOCK -> "TB_118";
                                case IDENTITY -> "TB_119";
                                case ANSWER -> "TB_120";
                            };
                };
        var thing =
                switch (kind) {
                    case SLAP_SCANNER, SINGLE_FINGER_SCANNER -> ".scanner";
                    case CAMERA -> ".camera";
                    case CODE_READER -> ".reader";
                };
        return told("fault." + code + thing, code.replace('_', '-'));
    }

    /// The program met an error of its own.
    ///
    /// @param reference stands in the log beside the stack trace
    public static Told bug(String reference) {
        return told("fault.bug", reference);
    }

    private static Told told(String key, String code) {
        return new Told(Phrase.of(key), Phrase.of(key + ".todo"), Phrase.of(key + ".safe"), code);
    }
}
