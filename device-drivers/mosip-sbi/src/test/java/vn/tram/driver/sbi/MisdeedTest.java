package vn.tram.driver.sbi;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import vn.tram.device.Capture;
import vn.tram.device.Deadline;
import vn.tram.device.Device;
import vn.tram.device.DeviceTrust;
import vn.tram.device.Fault;
import vn.tram.device.Fault.Doubt;
import vn.tram.device.Opening;
import vn.tram.device.Preview;
import vn.tram.device.PreviewingDevice;
import vn.tram.device.Progress;
import vn.tram.device.Request;
import vn.tram.driver.sbi.simulator.Misdeed;
import vn.tram.driver.sbi.simulator.SimulatedDevice;
import vn.tram.image.Position;

/// Each way to misbehave is noticed, has a reason of its own, and spoils nothing that comes after.
class MisdeedTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration SHORT = Duration.ofMillis(600);

    private final Desk desk = new Desk();

    @AfterEach
    void end() {
        desk.close();
    }

    private static Fault untrusted(Doubt doubt, String why) {
        return new Fault.Untrusted(doubt, why);
    }

    /// What must be said of a slap of the right hand.
    private static Fault expected(Misdeed misdeed) {
        var record = "finger record: ";
        return switch (misdeed) {
            case ALG_NONE -> untrusted(Doubt.SIGNATURE, "the capture says 'alg: none'");
            case UNSIGNED -> untrusted(Doubt.SIGNATURE, "the capture is not signed");
            case CHANGED, OTHER_KEY ->
                    untrusted(
                            Doubt.SIGNATURE,
                            "the signature of the capture is not that of its content");
            case OTHER_ALGORITHM ->
                    untrusted(
                            Doubt.SIGNATURE,
                            "the capture is signed with another algorithm than RS256");
            case NO_CERTIFICATE ->
                    untrusted(
                            Doubt.SIGNATURE, "the capture comes without the signer's certificate");
            case EXPIRED ->
                    untrusted(
                            Doubt.CERTIFICATE,
                            "the certificate that signs the capture has expired");
            case NOT_YET_VALID ->
                    untrusted(
                            Doubt.CERTIFICATE,
                            "the certificate that signs the capture is not valid yet");
            case STRANGER ->
                    untrusted(
                            Doubt.CERTIFICATE,
                            "nobody in the trust folder vouches for the signer of the capture");
            case WRONG_KEY_USAGE ->
                    untrusted(
                            Doubt.CERTIFICATE,
                            "the certificate of the capture is not one for signing");
            case SHORT_KEY ->
                    untrusted(
                            Doubt.CERTIFICATE,
                            "the capture is not signed with RSA of at least 2048 bits");
            case OTHER_DEVICES_KEY ->
                    untrusted(
                            Doubt.IDENTITY,
                            "the capture is signed with another key than the device's info was");
            case OTHER_SERIAL ->
                    untrusted(
                            Doubt.IDENTITY, "the capture is of another device, by its digital id");
            case OTHER_CODE ->
                    untrusted(Doubt.IDENTITY, "the capture is of another device, by its code");
            case OTHER_TRANSACTION ->
                    untrusted(Doubt.ANSWER, "the capture answers another transaction");
            case WRONG_PURPOSE ->
                    untrusted(Doubt.ANSWER, "the capture is for another purpose than registration");
            case WRONG_ENVIRONMENT ->
                    untrusted(Doubt.ANSWER, "the capture is of another environment");
            case WRONG_TYPE -> untrusted(Doubt.ANSWER, "the capture is of another modality");
            case WRONG_VERSION -> new Fault.Garbled("specVersion 0.9.5", "another one");
            case SLOW_CLOCK -> untrusted(Doubt.CLOCK, "the capture's time is before the station's");
            case FAST_CLOCK -> untrusted(Doubt.CLOCK, "the capture's time is after the station's");
            case ONE_MORE -> new Fault.Garbled("4 biometrics", "5");
            case ONE_LESS -> new Fault.Garbled("4 biometrics", "3");
            case FINGER_TWICE -> untrusted(Doubt.ANSWER, "a finger is there twice");
            case OTHER_FINGER ->
                    untrusted(Doubt.ANSWER, "fingers that were not asked for: [LEFT_INDEX]");
            case BROKEN_HASH, SWAPPED ->
                    untrusted(Doubt.ANSWER, "the chain of hashes breaks at biometric 1");
            case RECORD_OF_ANOTHER ->
                    untrusted(
                            Doubt.ANSWER, "the record of RIGHT_INDEX says it is of another finger");
            case OTHER_SIZE ->
                    new Fault.Garbled(
                            record + "a picture",
                            "one that is 122 x 160 pixels and not, as announced, 123 x 159");
            case BOMB ->
                    new Fault.Garbled(
                            record + "a picture",
                            "one that has more than 50000000 pixels: 60000 x 60000");
            case NO_PICTURE ->
                    new Fault.Garbled(
                            record + "a picture", "one that not a picture file of a known kind");
            case NOT_READY -> new Fault.Refused(110, "Device not ready");
            case NOT_REGISTERED -> new Fault.Refused(100, "Device not registered");
            case BUSY -> new Fault.Busy("the device service");
            case NOT_JSON -> new Fault.Garbled("picture in JSON", "something else");
            case NOT_HTTP -> new Fault.Garbled("picture", "no HTTP");
            case FLOOD -> new Fault.Garbled("picture", "more than 25165824 bytes");
            case DRIP -> new Fault.TimedOut(SHORT, "picture");
            default -> throw new IllegalArgumentException(misdeed + " is tested by itself");
        };
    }

    /// Those that a capture shows by one certain fault, after which the device goes on.
    private static final Set<Misdeed> OF_CAPTURES =
            EnumSet.complementOf(
                    EnumSet.of(
                            Misdeed.NONE,
                            Misdeed.SILENT,
                            Misdeed.VANISH,
                            Misdeed.CUT,
                            Misdeed.WRONG_LENGTH,
                            Misdeed.STREAM_WITHOUT_BOUNDARY,
                            Misdeed.STREAM_HUGE_PART,
                            Misdeed.STREAM_ENDLESS_HEADER,
                            Misdeed.STREAM_BOMB));

    private Device open(int port, String path) throws InterruptedException {
        var address = URI.create("sbi://127.0.0.1:" + port + path);
        var opening = new SbiProvider().open(address, Desk.trust());
        assertThat(opening).isInstanceOf(Opening.Opened.class);
        return ((Opening.Opened) opening).device();
    }

    private static Capture capture(Device device, Duration patience) throws InterruptedException {
        return device.capture(
                Request.of(Position.RIGHT_FOUR, patience, "session"), Progress.none());
    }

    @TestFactory
    Stream<DynamicTest> eachIsNoticedByItsOwnFaultAndTheNextCaptureIsTaken() throws Exception {
        var service = desk.serve(Misdeed.NONE, SimulatedDevice.SLAP);
        var device = open(service.port(), "/finger");
        return OF_CAPTURES.stream()
                .map(misdeed ->
                        DynamicTest.dynamicTest(
                                misdeed.name(),
                                () -> {
                                    service.misbehave(misdeed);
                                    boolean slow =
                                            misdeed == Misdeed.DRIP || misdeed == Misdeed.BUSY;
                                    assertThat(capture(device, slow ? SHORT : PATIENCE))
                                            .isEqualTo(new Capture.Missed(expected(misdeed)));
                                    service.misbehave(Misdeed.NONE);
                                    assertThat(capture(device, PATIENCE))
                                            .isInstanceOf(Capture.Taken.class);
                                }))
                .onClose(device::close);
    }

    @Test
    void noTwoReasonsAreTheSameWhereTheDeedsDiffer() {
        var reasons = new HashSet<Fault>();
        var twice = new ArrayList<Misdeed>();
        for (var misdeed : OF_CAPTURES) {
            if (!reasons.add(expected(misdeed))) {
                twice.add(misdeed);
            }
        }
        // a changed content and a wrong key, a broken and a reordered chain look the same
        assertThat(twice).containsExactly(Misdeed.OTHER_KEY, Misdeed.SWAPPED);
    }

    @Test
    void aRecordsWrongLengthIsGarbled() throws Exception {
        var service = desk.serve(Misdeed.WRONG_LENGTH, SimulatedDevice.SLAP);
        try (var device = open(service.port(), "/finger")) {
            assertThat(capture(device, PATIENCE))
                    .isInstanceOfSatisfying(
                            Capture.Missed.class,
                            missed ->
                                    assertThat(missed.fault().toString())
                                            .contains("finger record: a length of"));
        }
    }

    @Test
    void aServiceThatEndsAtACaptureIsDisconnected() throws Exception {
        for (var misdeed : List.of(Misdeed.VANISH, Misdeed.CUT)) {
            var service = desk.serve(misdeed, SimulatedDevice.SLAP);
            try (var device = open(service.port(), "/finger")) {
                assertThat(capture(device, PATIENCE))
                        .isEqualTo(
                                new Capture.Missed(
                                        new Fault.Disconnected(
                                                device.info().address().toString())));
            }
        }
    }

    @Test
    void whatHidesInTheLivePictureIsGarbledInTime() throws Exception {
        var reasons =
                List.of(
                        "a stream of parts without a boundary",
                        "a part of 10000000000 bytes; 8388608 are the most",
                        "a part's header with more than 32 lines",
                        "one that has more than 12000000 pixels: 60000 x 60000");
        var misdeeds =
                List.of(
                        Misdeed.STREAM_WITHOUT_BOUNDARY,
                        Misdeed.STREAM_HUGE_PART,
                        Misdeed.STREAM_ENDLESS_HEADER,
                        Misdeed.STREAM_BOMB);
        for (int i = 0; i < misdeeds.size(); i++) {
            var service = desk.serve(misdeeds.get(i), SimulatedDevice.SLAP);
            var limit = Deadline.in(PATIENCE);
            try (var device = (PreviewingDevice) open(service.port(), "/finger");
                    var preview =
                            device.preview(Request.of(Position.RIGHT_FOUR, PATIENCE, "session"))) {
                assertThat(preview.next(PATIENCE))
                        .isEqualTo(
                                new Preview.Look.Lost(
                                        new Fault.Garbled("live picture", reasons.get(i))));
            }
            assertThat(limit.passed()).isFalse();
        }
    }

    @Test
    void aDeviceIsNotOpenedInAStateOtherThanReady() throws Exception {
        var faults =
                List.of(
                        new Fault.Refused(110, "the device is not ready"),
                        new Fault.Refused(100, "the device is not registered"),
                        new Fault.Busy("the device service"));
        var misdeeds = List.of(Misdeed.NOT_READY, Misdeed.NOT_REGISTERED, Misdeed.BUSY);
        for (int i = 0; i < misdeeds.size(); i++) {
            var service = desk.serve(misdeeds.get(i), SimulatedDevice.SLAP);
            var address = URI.create("sbi://127.0.0.1:" + service.port() + "/finger");
            assertThat(new SbiProvider().open(address, Desk.trust()))
                    .isEqualTo(new Opening.NotOpened(faults.get(i)));
        }
    }

    @Test
    void withoutATrustFolderNobodyIsBelieved() throws Exception {
        var service = desk.serve(Misdeed.NONE, SimulatedDevice.SLAP);
        var address = URI.create("sbi://127.0.0.1:" + service.port() + "/finger");
        assertThat(new SbiProvider().open(address, DeviceTrust.none()))
                .isEqualTo(
                        new Opening.NotOpened(
                                untrusted(
                                        Doubt.CERTIFICATE,
                                        "the trust folder is empty: nobody's device info is"
                                                + " believed")));
    }
}
