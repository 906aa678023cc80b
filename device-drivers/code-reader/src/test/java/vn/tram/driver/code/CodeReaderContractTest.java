package vn.tram.driver.code;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import vn.tram.device.DeviceProvider;
import vn.tram.device.conformance.CodeReaderContract;
import vn.tram.device.conformance.PtyPair;

/// The driver on one end of a pair of pseudo-terminals, literal bytes on the other.
class CodeReaderContractTest extends CodeReaderContract {
    @TempDir private Path folder;
    private PtyPair cable;
    private OutputStream reader = OutputStream.nullOutputStream();

    @BeforeEach
    void lay() throws IOException {
        cable = PtyPair.open(folder);
        reader = Files.newOutputStream(cable.module());
    }

    @AfterEach
    void pull() throws IOException {
        reader.close();
        cable.close();
    }

    @Override
    protected DeviceProvider provider() {
        return new CodeReaderProvider();
    }

    @Override
    protected URI address() {
        return URI.create("qr://" + cable.host() + "?baud=115200");
    }

    @Override
    protected URI mistaken() {
        return URI.create("qr:///dev/ttyACM0?baud=12345");
    }

    @Override
    protected void show(String code) throws IOException {
        reader.write((code + "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    @Override
    protected void unplug() {
        cable.close();
    }
}
