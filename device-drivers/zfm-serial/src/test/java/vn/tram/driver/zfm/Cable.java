package vn.tram.driver.zfm;

import java.util.Arrays;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import vn.tram.device.Fault;
import vn.tram.device.FaultException;
import vn.tram.serial.Line;

/// Two lines with their ends joined, in memory; when one closes, both are gone.
public final class Cable {
    private static final byte[] GONE = {};

    private final End host;
    private final End module;

    public Cable() {
        var there = new LinkedBlockingQueue<byte[]>();
        var back = new LinkedBlockingQueue<byte[]>();
        host = new End("host", back, there);
        module = new End("module", there, back);
    }

    public Line host() {
        return host;
    }

    public Line module() {
        return module;
    }

    private static final class End implements Line {
        private final String name;
        private final LinkedBlockingQueue<byte[]> in;
        private final LinkedBlockingQueue<byte[]> out;
        private byte[] rest = {};
        private volatile boolean closed;

        private End(String name, LinkedBlockingQueue<byte[]> in, LinkedBlockingQueue<byte[]> out) {
            this.name = name;
            this.in = in;
            this.out = out;
        }

        @Override
        public String address() {
            return name;
        }

        @Override
        public int read(byte[] into) throws FaultException {
            if (closed) {
                throw gone();
            }
            if (rest.length == 0) {
                try {
                    var next = in.poll(100, TimeUnit.MILLISECONDS);
                    if (next == GONE) {
                        closed = true;
                        throw gone();
                    }
                    rest = next == null ? rest : next;
                } catch (InterruptedException _) {
                    Thread.currentThread().interrupt(); // as a native read, which does not notice
                    return 0;
                }
            }
            int count = Math.min(into.length, rest.length);
            System.arraycopy(rest, 0, into, 0, count);
            rest = Arrays.copyOfRange(rest, count, rest.length);
            return count;
        }

        @Override
        public void write(byte[] bytes) throws FaultException {
            if (closed) {
                throw gone();
            }
            if (bytes.length > 0) {
                out.add(bytes.clone());
            }
        }

        @Override
        public void drop() {
            boolean gone = in.contains(GONE);
            in.clear();
            rest = new byte[0];
            if (gone) {
                in.add(GONE);
            }
        }

        @Override
        public void baud(int baud) {}

        @Override
        public void close() {
            closed = true;
            in.add(GONE);
            out.add(GONE);
        }

        private FaultException gone() {
            return new FaultException(new Fault.Disconnected(name));
        }
    }
}
