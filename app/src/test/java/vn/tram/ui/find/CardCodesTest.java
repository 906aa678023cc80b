package vn.tram.ui.find;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.qrcode.QRCodeWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.tram.device.Deadline;
import vn.tram.device.Fault;
import vn.tram.device.conformance.PtyPair;
import vn.tram.domain.Field;
import vn.tram.enroll.CardCodes;
import vn.tram.enroll.Devices;
import vn.tram.enroll.Devices.Seat;
import vn.tram.identity.CardQr;
import vn.tram.identity.TrainingDirectory;
import vn.tram.identity.TrainingPeople;
import vn.tram.image.Gray8;
import vn.tram.image.Pixels;
import vn.tram.image.Resolution;
import vn.tram.imaging.Images;
import vn.tram.ui.find.FindViewModel.State;
import vn.tram.ui.kit.StationVisit;

/// Codes of a reader on a pseudo-terminal and of cards before a camera fill the person, as those of
/// a reader that types do.
class CardCodesTest {
    private static final Duration LATE = Duration.ofSeconds(20);
    private static final String CARD = CardQr.written(new TrainingPeople(7).person(3));
    private static final String NUMBER =
            new TrainingPeople(7).person(3).value(Field.PERSONAL_NUMBER).orElseThrow();

    @TempDir private Path folder;
    private StationVisit at;
    private final List<AutoCloseable> open = new ArrayList<>();

    @BeforeEach
    void begin() throws Exception {
        at = new StationVisit(folder);
        open.add(at);
    }

    @AfterEach
    void end() throws Exception {
        for (var one : open.reversed()) {
            one.close();
        }
    }

    private Devices devices(Seat seat, String address) throws Exception {
        var devices = at.station.devices(Map.of(seat, URI.create(address)));
        open.add(devices);
        return devices;
    }

    private FindViewModel model(Devices devices) {
        var model =
                new FindViewModel(
                        at.visit,
                        at.background,
                        at.intents::add,
                        new TrainingDirectory(7, 200),
                        new CardCodes(devices));
        open.add(model::leave);
        return model;
    }

    /// Holds the card before the reader again until it is read: one that comes while the screen
    /// before goes may still be its.
    private void readSoonOrAgain(FindViewModel model, OutputStream reader) throws IOException {
        var late = Deadline.in(LATE);
        while (!(model.stateProperty().get() instanceof State.CardRead) && !late.passed()) {
            reader.write((CARD + "\r").getBytes(StandardCharsets.UTF_8));
            var soon = Deadline.in(Duration.ofSeconds(1));
            while (!(model.stateProperty().get() instanceof State.CardRead) && !soon.passed()) {
                at.background.run();
                Thread.onSpinWait();
            }
        }
        read(model);
    }

    private State reached(FindViewModel model, Predicate<State> wanted) {
        var late = Deadline.in(LATE);
        while (!wanted.test(model.stateProperty().get())) {
            assertThat(late.passed()).as("instead " + model.stateProperty().get()).isFalse();
            at.background.run();
            Thread.onSpinWait();
        }
        return model.stateProperty().get();
    }

    private void read(FindViewModel model) {
        var state = (State.CardRead) reached(model, State.CardRead.class::isInstance);
        assertThat(state.citizen().value(Field.PERSONAL_NUMBER)).contains(NUMBER);
    }

    @Test
    void aCodeOfTheReaderFillsThePerson() throws Exception {
        var cable = PtyPair.open(Files.createDirectory(folder.resolve("pty")));
        open.add(cable);
        var devices = devices(Seat.CODE_READER, "qr://" + cable.host());
        assertThat(devices.device(Seat.CODE_READER, LATE)).isPresent();
        var model = model(devices);
        model.listen(model::scanned);
        try (var reader = Files.newOutputStream(cable.module())) {
            reader.write(new byte[] {(byte) 0xFF, '\r'});
            reached(model, State.NotACard.class::isInstance);
            reader.write((CARD + "\r").getBytes(StandardCharsets.UTF_8));
            read(model);
        }
    }

    @Test
    void aCodeReadBeforeTheScreenStoodIsNotItsPerson() throws Exception {
        var cable = PtyPair.open(Files.createDirectory(folder.resolve("pty")));
        open.add(cable);
        var devices = devices(Seat.CODE_READER, "qr://" + cable.host());
        assertThat(devices.device(Seat.CODE_READER, LATE)).isPresent();
        var other = model(devices);
        var heard = Collections.synchronizedList(new ArrayList<String>());
        other.listen(heard::add);
        try (var reader = Files.newOutputStream(cable.module())) {
            reader.write("somebody before\r".getBytes(StandardCharsets.UTF_8));
            var late = Deadline.in(LATE);
            while (heard.isEmpty()) {
                assertThat(late.passed()).isFalse();
                Thread.onSpinWait();
            }
            other.leave();
            var model = model(devices);
            model.listen(model::scanned);
            readSoonOrAgain(model, reader);
            assertThat(heard).containsExactly("somebody before");
        }
    }

    @Test
    void aCardBeforeTheCameraFillsThePerson() throws Exception {
        var pictures = Files.createDirectory(folder.resolve("pictures"));
        Files.write(pictures.resolve("face.png"), Images.png(card(), new Resolution.Unknown()));
        var model = model(devices(Seat.CAMERA, "folder://" + pictures + "?as=camera"));
        var frames = Collections.synchronizedList(new ArrayList<Pixels>());
        model.listen(model::scanned);
        model.watch(frames::add);
        assertThat(model.stateProperty().get()).isEqualTo(new State.Watching());
        read(model);
        assertThat(frames).isNotEmpty();
    }

    @Test
    void aCameraThatIsNotThereIsTold() throws Exception {
        var model = model(devices(Seat.FINGERPRINT, "sim://single?seed=7"));
        model.watch(_ -> {});
        var unseen = (State.Unseen) reached(model, State.Unseen.class::isInstance);
        assertThat(unseen.fault()).containsInstanceOf(Fault.Disconnected.class);
    }

    @Test
    void whoGivesTheCameraUpIsAtTheSearchAgain() throws Exception {
        var model = model(devices(Seat.CAMERA, "sim://camera?seed=7"));
        model.watch(_ -> {});
        model.back(Map.of());
        assertThat(model.stateProperty().get()).isEqualTo(new State.Blank());
        assertThat(at.intents).isEmpty();
    }

    /// A card's code as it fills a third of a camera's picture.
    private static Gray8 card() throws Exception {
        var hints = Map.of(EncodeHintType.CHARACTER_SET, "UTF-8");
        var symbol = new QRCodeWriter().encode(CARD, BarcodeFormat.QR_CODE, 300, 300, hints);
        var samples = new byte[640 * 480];
        Arrays.fill(samples, (byte) 120);
        for (int y = 0; y < 300; y++) {
            for (int x = 0; x < 300; x++) {
                samples[(y + 90) * 640 + x + 170] = (byte) (symbol.get(x, y) ? 30 : 220);
            }
        }
        return Gray8.of(640, 480, samples);
    }
}
