package vn.tram.driver.zfm;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import vn.tram.serial.Line;

/// A line whose other end answers as it is written: what is sent must be the next thing expected,
/// and is answered with what stands beside it.
final class Script implements Line {
    private record Turn(String sent, List<String> back) {}

    private final ArrayDeque<Turn> turns = new ArrayDeque<>();
    private final ArrayDeque<byte[]> coming = new ArrayDeque<>();
    private final List<String> strayed = new ArrayList<>();
    final List<Integer> speeds = new ArrayList<>();

    /// @param back in reads of their own
    Script when(String sent, String... back) {
        turns.add(new Turn(sent.replace(" ", ""), List.of(back)));
        return this;
    }

    /// What was sent besides, and what was never sent.
    List<String> strayed() {
        var all = new ArrayList<>(strayed);
        turns.forEach(t -> all.add("never " + t.sent()));
        return all;
    }

    @Override
    public String address() {
        return "script";
    }

    @Override
    public synchronized int read(byte[] into) {
        var next = coming.poll();
        if (next == null) {
            return 0;
        }
        int count = Math.min(next.length, into.length);
        System.arraycopy(next, 0, into, 0, count);
        if (count < next.length) {
            coming.addFirst(Arrays.copyOfRange(next, count, next.length));
        }
        return count;
    }

    @Override
    public synchronized void write(byte[] bytes) {
        var sent = HexFormat.of().formatHex(bytes);
        var turn = turns.peek();
        if (turn == null || !turn.sent().equals(sent)) {
            strayed.add(sent);
            return;
        }
        turns.poll();
        turn.back().forEach(b -> coming.add(HexFormat.of().parseHex(b.replace(" ", ""))));
    }

    @Override
    public synchronized void drop() {
        coming.clear();
    }

    @Override
    public void baud(int baud) {
        speeds.add(baud);
    }

    @Override
    public void close() {}
}
