package vn.tram.imaging;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import jj2000.j2k.util.FacilityManager;
import jj2000.j2k.util.MsgLogger;

/// What JJ2000 has to say on this thread while it decodes; it would go to the console otherwise.
final class DecoderLog implements MsgLogger, AutoCloseable {
    private static final List<String> DAMAGE = List.of("corrupt", "error", "missing", "truncated");

    private final List<String> messages = new ArrayList<>();

    DecoderLog() {
        FacilityManager.registerMsgLogger(Thread.currentThread(), this);
    }

    @Override
    public void printmsg(int severity, String message) {
        if (severity >= WARNING) {
            messages.add(message);
        }
    }

    @Override
    public void println(String text, int firstIndent, int indent) {
        messages.add(text);
    }

    @Override
    public void flush() {
        // nothing is held back
    }

    /// @throws BadPicture when the decoder met damage and hid it
    void refuseDamage() throws BadPicture {
        for (var message : messages) {
            var lower = message.toLowerCase(Locale.ROOT);
            if (DAMAGE.stream().anyMatch(lower::contains)) {
                throw new BadPicture("is damaged: " + message);
            }
        }
    }

    @Override
    public void close() {
        FacilityManager.unregisterMsgLogger(Thread.currentThread());
    }
}
