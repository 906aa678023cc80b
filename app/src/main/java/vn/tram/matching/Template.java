package vn.tram.matching;

import java.util.Arrays;

/// What a matcher keeps of one print, in SourceAFIS's own form (not an exchange format).
///
/// It tells the person apart from others like the print does, so it prints its size only.
public final class Template {
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
