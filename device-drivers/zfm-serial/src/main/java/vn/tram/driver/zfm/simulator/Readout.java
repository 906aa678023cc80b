package vn.tram.driver.zfm.simulator;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// What a module tells of itself.
record Readout(Model model) {
    /// The page of flash that tells of the module: the parameters, then words of eight letters.
    byte[] page(byte[] parameters) {
        return ByteBuffer.allocate(512)
                .put(parameters)
                .position(28)
                .put(text(model.label(), 8))
                .put(text("SIM-1.0", 8))
                .put(text(model.maker(), 8))
                .put(text("SIMUL", 8))
                .array();
    }

    byte[] product() {
        return ByteBuffer.allocate(46)
                .put(text(model.label(), 16))
                .put(text("SIM0", 4))
                .put(text("00000001", 8))
                .put((byte) 1)
                .put((byte) 0)
                .put(text("SIMUL", 8))
                .putShort((short) model.width())
                .putShort((short) model.height())
                .putShort((short) model.templateBytes())
                .putShort((short) model.capacity())
                .array();
    }

    static byte[] text(String word, int length) {
        return Arrays.copyOf(word.getBytes(StandardCharsets.US_ASCII), length);
    }
}
