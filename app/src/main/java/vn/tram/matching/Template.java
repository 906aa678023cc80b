package vn.tram.matching;

import com.machinezoo.fingerprintio.TemplateFormat;
import com.machinezoo.fingerprintio.ansi378v2004.Ansi378v2004Template;
import com.machinezoo.sourceafis.FingerprintCompatibility;
import com.machinezoo.sourceafis.FingerprintTemplate;
import java.util.Arrays;

/// What a matcher keeps of one print, in SourceAFIS's own form (not an exchange format).
///
/// It tells the person apart from others like the print does, so it prints its size only.
public final class Template {
    /// Of more minutiae SourceAFIS keeps this many, those that lie farthest from their neighbours.
    public static final int MOST_MINUTIAE = 100;

    private final byte[] serialized;

    private Template(byte[] serialized) {
        this.serialized = serialized;
    }

    /// Copies `serialized`, which must have come from [#toBytes].
    public static Template of(byte[] serialized) {
        return new Template(serialized.clone());
    }

    /// A copy, to be kept as secret as the print.
    public byte[] toBytes() {
        return serialized.clone();
    }

    /// How many minutiae it holds, 0 to [#MOST_MINUTIAE]: endings and bifurcations that SourceAFIS
    /// takes for firm. It leaves out those at the rim of the print and those that crowd together.
    public int minutiae() {
        var exchange =
                FingerprintCompatibility.exportTemplates(
                        TemplateFormat.ANSI_378_2004, new FingerprintTemplate(serialized));
        return new Ansi378v2004Template(exchange).fingerprints.getFirst().minutiae.size();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Template that && Arrays.equals(serialized, that.serialized);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(serialized);
    }

    @Override
    public String toString() {
        return "Template[" + serialized.length + " bytes]";
    }
}
