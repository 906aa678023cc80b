package vn.tram.driver.sbi;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import vn.tram.device.Deadline;
import vn.tram.device.Fault;
import vn.tram.device.FaultException;
import vn.tram.device.Request;
import vn.tram.image.Gray8;
import vn.tram.image.Position;
import vn.tram.image.Resolution;
import vn.tram.imaging.MjpegStream;

/// Bytes as they go over the wire, written out.
class WireTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /// A service that answers one connection with these bytes, and tells what it was sent.
    private record Scripted(int port, CompletableFuture<String> sent) {
        static Scripted answering(String answer) throws IOException {
            var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
            var sent = new CompletableFuture<String>();
            Thread.ofPlatform()
                    .daemon()
                    .start(() -> {
                        try (server;
                                var socket = server.accept()) {
                            var in = socket.getInputStream();
                            var text = new StringBuilder();
                            int length = -1;
                            while (length != 0) {
                                text.append((char) in.read());
                                if (length < 0 && text.toString().endsWith("\r\n\r\n")) {
                                    var head = text.toString().toLowerCase(Locale.ROOT);
                                    int at = head.indexOf("content-length: ");
                                    length =
                                            at < 0
                                                    ? 0
                                                    : Integer.parseInt(
                                                            head.substring(at + 16).split("\r")[0]);
                                } else if (length > 0) {
                                    length--;
                                }
                            }
                            sent.complete(text.toString());
                            socket.getOutputStream().write(answer.getBytes(ISO_8859_1));
                        } catch (IOException e) {
                            sent.completeExceptionally(e);
                        }
                    });
            return new Scripted(server.getLocalPort(), sent);
        }

        String sentBytes() throws Exception {
            return sent.get(10, TimeUnit.SECONDS);
        }
    }

    private static Service.Ask ask() {
        return new Service.Ask("answer", Deadline.in(PATIENCE));
    }

    @Test
    void theQuestionForTheInfoIsAMethodOfItsOwnWithoutABody() throws Exception {
        var scripted = Scripted.answering("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n[]");
        try (var service = Service.at(scripted.port)) {
            assertThat(Identification.ask(service, ask()).isArray()).isTrue();
        }
        var lines = scripted.sentBytes().split("\r\n");
        assertThat(lines[0]).isEqualTo("MOSIPDINFO /info HTTP/1.1");
        assertThat(lines).contains("Host: 127.0.0.1:" + scripted.port);
        assertThat(scripted.sentBytes()).doesNotContainIgnoringCase("upgrade").endsWith("\r\n\r\n");
    }

    @Test
    void aCaptureIsAskedForAsTheSpecificationWritesIt() throws Exception {
        var payload =
                Json.MAPPER.readTree(
                        """
                        {"deviceStatus":"Ready","deviceId":"1","deviceCode":"S-1","env":"Staging",
                         "purpose":"Registration","specVersion":["0.9.5"]}\
                        """);
        var id = new Details.DigitalId("S-1", "M", "N", "Finger", "Slap");
        var device =
                new Identification.Identified(
                        Details.of(payload, id),
                        Spec.V0_9_5,
                        new Signed(payload, Desk.trust().certificates().getFirst()));
        var request =
                new Request(
                        Position.RIGHT_FOUR,
                        Set.of(Position.RIGHT_RING),
                        PATIENCE,
                        "3f1c6a9e-0a53-4c1e-9d3e-5f0f5b6d7a11");
        var question = Question.of(device, request, 60, Duration.ofSeconds(9), HashChain.START);
        assertThat(question.body().toString())
                .isEqualTo(
                        "{\"env\":\"Staging\",\"purpose\":\"Registration\","
                                + "\"specVersion\":\"0.9.5\",\"timeout\":\"9000\","
                                + "\"captureTime\":\""
                                + question.askedAt()
                                + "\",\"transactionId\":\""
                                + question.transaction()
                                + "\",\"bio\":[{\"type\":\"Finger\",\"count\":\"3\","
                                + "\"bioSubType\":[\"Right IndexFinger\",\"Right MiddleFinger\","
                                + "\"Right LittleFinger\"],\"exception\":[\"Right RingFinger\"],"
                                + "\"requestedScore\":\"60\",\"deviceId\":\"1\","
                                + "\"deviceSubId\":\"2\",\"previousHash\":\"E3B0C44298FC1C149AFBF4"
                                + "C8996FB92427AE41E4649B934CA495991B7852B855\"}],"
                                + "\"customOpts\":null}");
        assertThat(question.askedAt().toString()).matches("\\d{4}-\\d\\d-\\d\\dT[\\d:]{8}Z");
        assertThat(question.transaction())
                .matches("3f1c6a9e-0a53-4c1e-9d3e-5f0f5b6d7a11-[0-9a-f]{13}");
    }

    @Test
    void aLivePictureOfAnHttp10ServiceWithoutALengthIsRead() throws Exception {
        var scripted =
                Scripted.answering(
                        "HTTP/1.0 200 OK\r\nContent-Type: multipart/x-mixed-replace;"
                                + " boundary=--BoundaryString\r\n\r\n--BoundaryString\r\n"
                                + "Content-Type:image/jpeg\r\nContent-Length:4\r\n\r\n\u00ff\u00d8"
                                + "\u00ff\u00d9\r\n{\"errorCode\":\"609\",\"errorInfo\":\"\"}");
        try (var service = Service.at(scripted.port)) {
            var body = Json.MAPPER.createObjectNode().put("deviceId", "1").put("deviceSubId", "2");
            var answer = (Service.Streamed.Pictures) service.stream(body, ask());
            try (var stream = MjpegStream.start(answer.in(), answer.contentType())) {
                var shown = (MjpegStream.Next.Shown) stream.next(PATIENCE);
                assertThat(shown.part().content()).isEqualTo(HexFormat.of().parseHex("ffd8ffd9"));
                assertThat(stream.next(PATIENCE))
                        .isEqualTo(
                                new MjpegStream.Next.Ended(
                                        Optional.of("{\"errorCode\":\"609\",\"errorInfo\":\"\"}")));
            }
        }
        assertThat(scripted.sentBytes())
                .startsWith("STREAM /stream HTTP/1.1\r\n")
                .endsWith("\r\n\r\n{\"deviceId\":\"1\",\"deviceSubId\":\"2\"}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"errorCode\":\"111\",\"errorInfo\":\"Device is busy\"} | 111",
                "{\"error\":{\"errorCode\":\"110\",\"errorInfo\":\"x\"}} | 110",
                "{\"error\":{\"errorCode\":700,\"errorInfo\":\"x\"}} | 700",
                "{\"error\":{\"errorCode\":\"what\",\"errorInfo\":\"x\"}} | 999"
            })
    void anErrorIsFoundFlatAndWrapped(String json, int code) {
        assertThat(ServiceError.of(Json.MAPPER.readTree(json)).orElseThrow().code())
                .isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"'{\"error\":{\"errorCode\":\"0\",\"errorInfo\":\"Success\"}}'", "{}", "[]"})
    void codeZeroIsNoError(String json) {
        assertThat(ServiceError.of(Json.MAPPER.readTree(json))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"SSH-2.0-OpenSSH\r\n\r\n", "HTTP/1.1 200 OK\r\n\r\n{", "\r\n\r\n"})
    void whatIsNoAnswerIsGarbled(String answer) throws Exception {
        var scripted = Scripted.answering(answer);
        try (var service = Service.at(scripted.port)) {
            assertThatThrownBy(() -> service.call("SBIINFO", "info", Optional.empty(), ask()))
                    .isInstanceOfSatisfying(
                            FaultException.class,
                            e -> assertThat(e.fault()).isInstanceOf(Fault.Garbled.class));
        }
    }

    /// The digest was computed with Python's hashlib.
    @Test
    void theHashCoversTheBytesOfTheHashBeforeAndOfTheValuesHash() {
        assertThat(HashChain.next(HashChain.START, "abc".getBytes(ISO_8859_1)))
                .isEqualTo(ABC_AFTER_NOTHING);
    }

    private static final String ABC_AFTER_NOTHING =
            "BDDBDF7E9DF02F902EE5DD61B2B513D7566A2112FF97DB7DC3B6D184A43EF0E3";

    /// A record of 2 x 2 raw pixels at 500 ppi: right index, one quality block.
    private static final String RECORD =
            "46495200 30323000 00000042 0001 00 01"
                    + "00000032 07ea 0b 17 05 1e 00 0000 00 0000 0000"
                    + "01 50 0000 0000 02 00 01 01f4 01f4 01f4 01f4 08 00 00 0002 0002"
                    + "00000004 00 40 80 ff";

    private static byte[] record(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }

    @Test
    void aFingerRecordIsReadByteForByte() throws Exception {
        var finger = RecordReader.finger(record(RECORD));
        assertThat(finger.position()).contains(Position.RIGHT_INDEX);
        assertThat(finger.resolution()).isEqualTo(Resolution.Ppi.of(500));
        assertThat(finger.pixels())
                .isEqualTo(Gray8.of(2, 2, new byte[] {0, 0x40, (byte) 0x80, (byte) 0xff}));
    }

    @Test
    void aRecordCutAnywhereOrWithABrokenLengthIsGarbled() {
        var whole = record(RECORD);
        for (int length = 0; length < whole.length; length++) {
            var cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> RecordReader.finger(cut)).isInstanceOf(FaultException.class);
        }
        for (int at : List.of(11, 13, 19, 57, 61)) { // lengths, count, rows, data
            var changed = whole.clone();
            changed[at]++;
            assertThatThrownBy(() -> RecordReader.finger(changed))
                    .as("byte " + at)
                    .isInstanceOfSatisfying(
                            FaultException.class,
                            e -> assertThat(e.fault()).isInstanceOf(Fault.Garbled.class));
        }
    }

    @Test
    void aCallbackOffThisMachineIsNotFollowed() {
        JsonNode payload =
                Json.MAPPER.readTree(
                        "{\"deviceStatus\":\"Ready\",\"callbackId\":\"http://10.1.2.3:4501/\"}");
        var id = new Details.DigitalId("S-1", "M", "N", "Finger", "Slap");
        assertThatThrownBy(() -> Details.of(payload, id)).isInstanceOf(FaultException.class);
    }
}
