package vn.tram.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import vn.tram.calibration.Target;
import vn.tram.device.Kind;
import vn.tram.domain.CardFormat;
import vn.tram.domain.Digest;
import vn.tram.domain.Field;
import vn.tram.domain.PrintState;
import vn.tram.domain.Service;
import vn.tram.enroll.StationFault;
import vn.tram.image.Position;
import vn.tram.quality.AdviceBook;
import vn.tram.quality.Policy;

class SettingsTest {
    private static final Path SHIPPED = Path.of("../config");
    private static final Pattern KEY = Pattern.compile("^([a-z0-9-]+) = .*$");

    private static final String FINGERPRINT =
            """
            name = "fingerprint-training"
            version = "2026-11-22"
            attempts = 3

            [[limit]]
            group = "any"
            metric = "score"
            min = 30
            required = true
            advice-below = "press-harder"

            [[limit]]
            group = "left-little"
            metric = "score"
            min = 10
            max = 100.5
            required = false
            advice-above = "wipe"
            """;
    private static final String PORTRAIT =
            """
            name = "portrait-training"
            version = "2026-11-22"
            attempts = 5

            [[limit]]
            group = "face"
            metric = "no-head-covering"
            required = true
            operator = true
            """;

    @TempDir Path config;

    @BeforeEach
    void aWholeFolder() throws IOException {
        Files.createDirectory(config.resolve("quality"));
        Files.copy(SHIPPED.resolve("station.toml"), config.resolve("station.toml"));
        Files.copy(SHIPPED.resolve("services.toml"), config.resolve("services.toml"));
        Files.copy(SHIPPED.resolve("advice.toml"), config.resolve("advice.toml"));
        Files.copy(SHIPPED.resolve("special-cases.toml"), config.resolve("special-cases.toml"));
        Files.copy(SHIPPED.resolve("roster.toml"), config.resolve("roster.toml"));
        Files.copy(SHIPPED.resolve("data-rules.toml"), config.resolve("data-rules.toml"));
        Files.createDirectories(config.resolve("calibration"));
        for (var name : List.of("calibration/limits.toml", "calibration/targets.toml")) {
            Files.copy(SHIPPED.resolve(name), config.resolve(name));
        }
        Files.writeString(config.resolve("quality/fingerprint.toml"), FINGERPRINT);
        Files.writeString(config.resolve("quality/portrait.toml"), PORTRAIT);
    }

    @Test
    void targetsAndLimitsAreRead() throws Exception {
        var rules = Settings.load(config).calibration();
        assertThat(rules.target("TRAM-R1").orElseThrow().geometry())
                .isEqualTo(new Target.Geometry.Ronchi(1));
        assertThat(rules.limits().get("resolution-x").holds(505)).isTrue();
        assertThat(rules.limits().get("resolution-x").holds(505.1)).isFalse();
        assertThat(rules.needs(Kind.CAMERA)).contains("sharpness");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "targets.toml | geometry = \"ronchi\" | geometry = \"stripes\" | geometry: \"stripes\" is none of",
                "targets.toml | cycles-per-mm = 1.0     | cycles-per-mm = 0.0      | cycles-per-mm: 0.0 is not above 0",
                "targets.toml | id = \"TRAM-G1\"        | id = \"TRAM-R1\"         | id: TRAM-R1 stands there twice",
                "targets.toml | columns = 8             | columns = 2              | columns: 2 is not in 3 to 50",
                "limits.toml  | scanner-days = 365      | scanner-days = 3650      | policy.scanner-days: 3650 is not in 1 to 1825",
                "limits.toml  | missing = \"warn\"      | missing = \"allow\"      | policy.missing: \"allow\" is none of",
                "limits.toml  | \"face-light\"]         | \"beauty\"]              | policy.camera-needs: beauty has no"
            })
    void aMistakeInTheCalibrationFilesIsNamed(String file, String line, String wrong, String told)
            throws IOException {
        substitute("calibration/" + file, line, wrong);
        refusedNaming("calibration/" + file, told);
    }

    @Test
    void stationFileIsReadWhole() throws StationFault {
        var station = Settings.load(config).station();
        assertEquals(SiteProfile.COUNTER, station.site().profile());
        assertEquals("Công an xã Mẫu", station.site().office());
        assertEquals(
                new Station.Screen(
                        Station.Screen.Language.VI,
                        Station.Screen.Theme.LIGHT,
                        Station.Screen.TextSize.MEDIUM,
                        false,
                        Duration.ofMinutes(10),
                        Duration.ofSeconds(30)),
                station.screen());
        assertEquals(
                new Station.Capturing(Duration.ofSeconds(15), Duration.ofMillis(800)),
                station.capture());
        assertEquals(
                new Station.Devices(
                        URI.create("sim://slap?seed=7&skin=mixed&hand=usual"),
                        URI.create("sim://camera?seed=7")),
                station.devices());
        assertEquals(7, station.slips().dueWorkingDays());
        assertThat(station.slips().holidays()).hasSize(4);
    }

    @Test
    void theLawAsksForTenFingersAndTheFaceAndNothingOptionalIsByLaw() throws StationFault {
        var settings = Settings.load(config);
        var card = settings.service("id-card-exchange").orElseThrow();
        assertEquals(Service.Basis.LAW, card.basis());
        assertThat(card.positions())
                .containsAll(Position.fingers())
                .contains(Position.FACE)
                .hasSize(11);
        assertThat(card.fields()).contains(Field.PERSONAL_NUMBER, Field.ETHNIC_GROUP);
        assertThat(card.cards())
                .containsExactlyInAnyOrder(CardFormat.CARD_3X4, CardFormat.PASSPORT_35X45);
        for (var code : List.of("eid-level-2", "bank-account", "allowance")) {
            assertThat(settings.service(code).orElseThrow().cards()).isEmpty();
            assertEquals(Service.Basis.CONSENT, settings.service(code).orElseThrow().basis(), code);
        }
        assertThat(settings.services())
                .allSatisfy(s -> assertThat(s.names()).containsOnlyKeys("vi", "en"));
    }

    @Test
    void policyLimitsAreGroupedAndOpenEndsAreInfinite() throws StationFault {
        var settings = Settings.load(config);
        assertEquals(3, settings.fingerprint().attempts());
        var any = settings.fingerprint().limitsOf("right-thumb").getFirst();
        assertEquals(30, any.min());
        assertEquals(Double.POSITIVE_INFINITY, any.max());
        assertThat(any.adviceBelow()).contains("press-harder");
        var little = settings.fingerprint().limitsOf("left-little");
        assertThat(little).hasSize(1);
        assertEquals(100.5, little.getFirst().max());
        var covering = settings.portrait().limitsOf("face").getFirst();
        assertThat(covering.operator()).isTrue();
        assertEquals(Double.NEGATIVE_INFINITY, covering.min());
    }

    /// What the shipped folder holds, policies included, loads as it is.
    @Test
    void theShippedFolderLoads() throws StationFault {
        var settings = Settings.load(SHIPPED);
        assertEquals(settings.station().policies().fingerprint(), settings.fingerprint().name());
        assertEquals(settings.station().policies().portrait(), settings.portrait().name());
    }

    @Test
    void theDigestIsThatOfTheListOfFileDigests() throws Exception {
        var list = new StringBuilder();
        for (var file :
                List.of(
                        "advice.toml",
                        "calibration/limits.toml",
                        "calibration/targets.toml",
                        "data-rules.toml",
                        "quality/fingerprint.toml",
                        "quality/portrait.toml",
                        "roster.toml",
                        "services.toml",
                        "special-cases.toml",
                        "station.toml")) {
            list.append(Digest.of(Files.readAllBytes(config.resolve(file))).hex())
                    .append("  ")
                    .append(file)
                    .append('\n');
        }
        assertEquals(
                Digest.of(list.toString().getBytes(StandardCharsets.UTF_8)),
                Settings.load(config).bundleDigest());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name = \"child\"          | name = \"glasses\"       | glasses stands there twice",
                "name = \"child\"          | name = \"tall\"          | \"tall\" is none of",
                "below-age = 14            | below-age = 0             | below-age: 0 is not in 1 to 150",
                "below-age = 14            | above-age = 14            | above-age: unknown key",
                "metric = \"eyes-visible\" | metric = \"eye-colour\"   | nothing measures eye-colour",
                "metric = \"eyes-visible\" | waive = true              | metric: is missing",
                "max = 0.08                | maximum = 0.08            | maximum: unknown key"
            })
    void aSpecialCaseIsReadStrictly(String line, String wrong, String told) throws IOException {
        substitute("special-cases.toml", line, wrong);
        refusedNaming("special-cases.toml", told);
    }

    @Test
    void aChangedCommentChangesTheDigest() throws Exception {
        var before = Settings.load(config).bundleDigest();
        var file = config.resolve("quality/portrait.toml");
        Files.writeString(file, PORTRAIT + "# looked at\n");
        assertThat(Settings.load(config).bundleDigest()).isNotEqualTo(before);
    }

    /// A line of a settings file with a key: where it stands and what the key is in full.
    record Line(String file, int index, String key) {
        @Override
        public String toString() {
            return file + " " + (index + 1) + " " + key;
        }
    }

    static Stream<Line> everyKey() throws IOException {
        var lines = new ArrayList<Line>();
        var texts =
                List.of(
                        List.of("station.toml", Files.readString(SHIPPED.resolve("station.toml"))),
                        List.of(
                                "services.toml",
                                Files.readString(SHIPPED.resolve("services.toml"))),
                        List.of("advice.toml", Files.readString(SHIPPED.resolve("advice.toml"))),
                        List.of("quality/fingerprint.toml", FINGERPRINT));
        for (var text : texts) {
            var all = text.get(1).lines().toList();
            for (int i = 0; i < all.size(); i++) {
                var key = KEY.matcher(all.get(i));
                if (key.matches()) {
                    lines.add(new Line(text.get(0), i, key.group(1)));
                }
            }
        }
        return lines.stream();
    }

    @ParameterizedTest
    @MethodSource("everyKey")
    void aMisspelledKeyIsNamed(Line line) throws IOException {
        replace(line, key -> key.replaceFirst(line.key(), line.key() + "x"));
        refusedNaming(line.file(), line.key() + "x: unknown key");
    }

    @ParameterizedTest
    @MethodSource("everyKey")
    void aMissingKeyIsNamedUnlessItIsALimitsEnd(Line line) throws IOException, StationFault {
        replace(line, _ -> "");
        if (List.of("min", "max", "advice-below", "advice-above").contains(line.key())
                && (line.key().startsWith("advice") || line.index() > 10)) {
            assertThat(Settings.load(config)).isNotNull();
        } else {
            refusedNaming(line.file(), line.key().equals("min") ? "metric" : line.key());
        }
    }

    @ParameterizedTest
    @MethodSource("everyKey")
    void aTableInPlaceOfAValueIsNamed(Line line) throws IOException {
        replace(line, _ -> line.key() + " = { a = 1 }");
        refusedNaming(line.file(), line.key() + ": must be ");
    }

    @ParameterizedTest
    @MethodSource("everyKey")
    void aKeyGivenTwiceIsRefusedWithALineNotAboveIt(Line line) throws IOException {
        replace(line, key -> key + "\n" + key);
        assertThatThrownBy(() -> Settings.load(config))
                .isInstanceOf(StationFault.class)
                .message()
                .startsWith("TK-630: " + line.file() + ": at or above line ")
                .endsWith(": Duplicate key")
                .satisfies(m ->
                        assertThat(Integer.parseInt(m.replaceAll(".*line (\\d+): .*", "$1")))
                                .isGreaterThanOrEqualTo(line.index() + 2));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "idle-lock-minutes = 10 | idle-lock-minutes = 0  | screen.idle-lock-minutes: 0 is not in 1 to 60",
                "idle-lock-minutes = 10 | idle-lock-minutes = 61 | screen.idle-lock-minutes: 61 is not in 1 to 60",
                "cover-seconds = 30     | cover-seconds = 4      | screen.cover-seconds: 4 is not in 5 to 600",
                "patience-ms = 15000    | patience-ms = 999      | capture.patience-ms: 999 is not in 1000 to 120000",
                "hold-ms = 800          | hold-ms = 5001         | capture.hold-ms: 5001 is not in 100 to 5000",
                "hold-ms = 800          | hold-ms = 80.0         | capture.hold-ms: must be a whole number",
                "hold-ms = 800          | hold-ms = -800         | capture.hold-ms: -800 is not in 100 to 5000",
                "hold-ms = 800          | hold-ms = 99999999999  | capture.hold-ms: 99999999999 is too large",
                "approval-hours = 24    | approval-hours = 169   | session.approval-hours: 169 is not in 1 to 168",
                "parked-hours = 72      | parked-hours = 0       | session.parked-hours: 0 is not in 1 to 720",
                "due-working-days = 7   | due-working-days = 61  | slip.due-working-days: 61 is not in 1 to 60",
                "profile = \"counter\"  | profile = \"shop\"     | site.profile: \"shop\" is none of counter, pop-up, mobile, home",
                "language = \"vi\"      | language = \"fr\"      | screen.language: \"fr\" is none of vi, en",
                "citizen-screen = false | citizen-screen = \"no\" | screen.citizen-screen: must be true or false",
                "\"2027-01-01\"         | \"2027-02-30\"         | slip.holidays: \"2027-02-30\" is not a date",
                "\"2027-01-01\"         | \"2027-04-30\"         | slip.holidays: \"2027-04-30\" stands there twice",
                "sim://camera?seed=7    | camera 0               | device.camera: is no URI",
                "sim://camera?seed=7    | camera0                | device.camera: needs a scheme",
                "fingerprint-training   | fingerprint-of-yore    | policy.fingerprint: no file in quality/ is named fingerprint-of-yore",
                "office = \"Công an xã Mẫu\" | office = \" \"     | site.office: must be 1 to 60 characters",
            })
    void aValueOutOfRangeIsNamedWithItsRange(String line, String wrong, String told)
            throws IOException {
        substitute("station.toml", line, wrong);
        refusedNaming("station.toml", told);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"id-card-exchange\" | \"id-card-new\"  | service[2].code: \"id-card-new\" is taken",
                "\"id-card-exchange\" | \"Id card\"      | service[2].code: \"Id card\" is not lower-case",
                "basis = \"consent\"  | basis = \"habit\" | service[4].basis: \"habit\" is none of law, consent",
                "from-age = 6         | from-age = 121   | service[1].from-age: 121 is not in 0 to 120",
                "\"ethnic-group\"     | \"shoe-size\"    | service[1].fields: \"shoe-size\" is none of",
                "\"ten-fingers\"      | \"right-four\"   | service[1].positions: \"right-four\" is neither",
                "\"ten-fingers\"      | \"ten-rolled\"   | service[1].positions: \"rolled-right-thumb\" asks for \"right-thumb\" too",
                "\"ten-fingers\", \"face\" | \"ten-fingers\" | service[1].cards: are cut out of the face",
                "[\"3x4\",             | [\"3x5\",         | service[1].cards: \"3x5\" is none of 3x4, 4x6, 35x45",
                "2026-10-01           | version 3        | service[1].text-version: \"version 3\" is not a date",
            })
    void aServiceMistakeNamesServiceAndKey(String line, String wrong, String told)
            throws IOException {
        substitute("services.toml", line, wrong);
        refusedNaming("services.toml", told);
    }

    @Test
    void everyStateThatIsNotGoodHasAdviceAndEachAdviceACard() throws StationFault {
        var advice = Settings.load(config).advice();
        for (var state : PrintState.values()) {
            assertThat(advice.of(state).isEmpty())
                    .as(state.name())
                    .isEqualTo(state == PrintState.GOOD);
            if (state != PrintState.GOOD) {
                assertThat(advice.cards(state, Optional.empty()))
                        .extracting(AdviceBook.Card::advice)
                        .isEqualTo(advice.of(state));
            }
        }
        assertThat(advice.cards())
                .extracting(AdviceBook.Card::advice)
                .containsExactlyInAnyOrderElementsOf(AdviceBook.NAMES);
        assertThat(advice.cards(PrintState.GOOD, Optional.empty())).isEqualTo(advice.cards());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "state = \"wet\"         | state = \"damp\"       | state[2].state: \"damp\" is none of good, dry, wet",
                "state = \"wet\"         | state = \"dry\"        | state[2].state: dry stands there twice",
                "state = \"wet\"         | state = \"good\"       | state[2].state: a good print needs no advice",
                "\"wet-finger\", \"talc\" | \"flour\"            | state[2].advice: there is no card for \"flour\"",
                "advice = \"talc\"       | advice = \"flour\"     | card[5].advice: there are no words for flour; there is dry-finger, ",
                "advice = \"talc\"       | advice = \"ice-water\" | card[5].advice: ice-water has a card already",
                "\"talc\", \"towel\", \"glass\" | \"talc\"        | card[5].pictures: must be 3",
                "\"talc\", \"towel\", \"glass\" | \"a\", \"b\", \"c\" | card[5].pictures: \"a\" is none of ice, towel",
                "seconds = 15            | seconds = 121          | card[3].seconds: 121 is not in 0 to 120",
            })
    void anAdviceMistakeNamesTableAndKey(String line, String wrong, String told)
            throws IOException {
        substitute("advice.toml", line, wrong);
        refusedNaming("advice.toml", told);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "attempts = 3             | attempts = 0            | attempts: 0 is not in 1 to 10",
                "min = 10                 | min = 101               | limit[2].min: 101.0 is above max 100.5",
                "min = 10                 | min = nan               | limit[2].min: must be finite",
                "group = \"left-little\"  | group = \"left-four\"   | limit[2].group: \"left-four\" is neither any, rolled, one finger, nor face",
                "group = \"left-little\"  | group = [\"left-ring\", \"left-hand\"] | limit[2].group: \"left-hand\" is neither any, rolled, one finger, nor face",
                "group = \"left-little\"  | group = []              | limit[2].group: names no finger",
                "group = \"left-little\"  | group = 5               | limit[2].group: must be text in quotes",
                "metric = \"score\"      | metric = \"skore\"    | limit[1].metric: nothing measures skore; there is foreground-area, ",
                "group = \"left-little\"  | group = \"face\"        | limit[2].metric: nothing measures score; there is faces, ",
                "required = false         | required = 0            | limit[2].required: must be true or false",
                "fingerprint-training     | portrait-training       | name: portrait-training is the name of another",
            })
    void aPolicyMistakeNamesLimitAndKey(String line, String wrong, String told) throws IOException {
        substitute("quality/fingerprint.toml", line, wrong);
        var file = told.startsWith("name") ? "quality/portrait.toml" : "quality/fingerprint.toml";
        refusedNaming(file, told);
    }

    @Test
    void oneMetricMayRefuseAndAdviseButNotRefuseTwice() throws IOException, StationFault {
        var file = "quality/fingerprint.toml";
        substitute(file, "group = \"left-little\"", "group = [\"any\", \"left-ring\"]");
        var policy = Settings.load(config).fingerprint();
        assertThat(policy.limitsOf("left-ring"))
                .singleElement()
                .matches(l -> !l.required() && l.min() == 10);
        assertThat(policy.limitsOf("right-thumb"))
                .extracting(Policy.Limit::min)
                .containsExactly(30.0, 10.0);
        substitute(file, "required = false", "required = true");
        refusedNaming(file, "limit[2].metric: score has a limit in group any already that refuses");
    }

    @Test
    void aPolicyThatBuildsOnAnotherTellsOnlyWhatIsDifferent() throws IOException, StationFault {
        Files.writeString(
                config.resolve("quality/a-strict.toml"),
                """
                name = "strict"
                version = "2026-11-23"
                base = "fingerprint-training"
                attempts = 2

                [[limit]]
                group = "any"
                metric = "score"
                min = 60
                required = true
                """);
        substitute(
                "station.toml",
                "fingerprint = \"fingerprint-training\"",
                "fingerprint = \"strict\"");
        var policy = Settings.load(config).fingerprint();
        assertThat(policy.name()).isEqualTo("strict");
        assertThat(policy.attempts()).isEqualTo(2);
        assertThat(policy.limitsOf("right-thumb"))
                .singleElement()
                .matches(l -> l.min() == 60 && l.adviceBelow().isEmpty());
        assertThat(policy.limitsOf("left-little")).singleElement().matches(l -> l.min() == 10);
    }

    @Test
    void aBaseThatIsNotThereOrBuildsItselfIsNamed() throws IOException {
        var file = "quality/b.toml";
        var head = "name = \"b\"\nversion = \"2026-11-23\"\nbase = \"%s\"\n";
        Files.writeString(config.resolve(file), head.formatted("fingerprint-of-yore"));
        refusedNaming(
                file,
                "base: no policy that stands alone is named fingerprint-of-yore; there is"
                        + " fingerprint-training, portrait-training");
        Files.writeString(config.resolve(file), head.formatted("b"));
        refusedNaming(file, "base: no policy that stands alone is named b");
        Files.writeString(
                config.resolve(file), head.formatted("fingerprint-training") + "limits = 1\n");
        refusedNaming(file, "limits: unknown key");
        Files.writeString(config.resolve(file), head.replace("\"%s\"", "7"));
        refusedNaming(file, "base: must be text in quotes");
    }

    @Test
    void rolledFingersAreAskedForWhereTheServiceSaysSo() throws StationFault, IOException {
        assertThat(Settings.load(config).services())
                .allSatisfy(s -> assertThat(s.positions()).noneMatch(Position::isRolled));
        substitute("services.toml", "\"ten-fingers\"", "\"ten-fingers\", \"ten-rolled\"");
        assertThat(Settings.load(config).services().getFirst().positions())
                .containsAll(Position.fingers())
                .containsAll(Position.rolled())
                .contains(Position.FACE)
                .hasSize(21);
    }

    @Test
    void rolledFingersHaveLimitsOfTheirOwn() throws StationFault {
        var policy = Settings.load(SHIPPED).fingerprint();
        for (var finger : Position.rolled()) {
            var limits = policy.limitsOf(Table.lowerDash(finger));
            assertThat(limits)
                    .anyMatch(l -> l.metric().equals("ppi") && l.required() && l.min() == 500)
                    .anyMatch(l -> l.metric().equals("rolled-width") && l.required())
                    .anyMatch(l -> l.metric().equals("rolled-match") && l.required())
                    .anyMatch(l -> l.metric().equals("score") && l.required() && l.min() <= 20)
                    .noneMatch(
                            l -> l.metric().equals("core-offset") && l.adviceAbove().isPresent());
        }
    }

    /// What the shipped policies promise by name.
    @Test
    void theShippedPoliciesAskWhatTheyAreNamedFor() throws StationFault {
        var training = Settings.load(SHIPPED).fingerprint();
        assertThat(training.name()).isEqualTo("fingerprint-training");
        assertThat(training.attempts()).isEqualTo(3);
        for (var finger : Position.fingers()) {
            var limits = training.limitsOf(Table.lowerDash(finger));
            assertThat(limits)
                    .anyMatch(l -> l.metric().equals("ppi") && l.required() && l.min() == 500)
                    .anyMatch(
                            l -> l.metric().equals("gray-levels") && l.required() && l.min() == 256)
                    .anyMatch(l -> l.metric().equals("minutiae") && l.required() && l.min() == 12)
                    .anyMatch(l -> l.metric().equals("minutiae") && l.min() == 60)
                    .anyMatch(l -> l.metric().equals("score") && !l.required() && l.min() == 50)
                    .anyMatch(l -> l.metric().equals("core-offset") && !l.required());
        }
    }

    @Test
    void aTableNobodyKnowsIsRefused() throws IOException {
        Files.writeString(
                config.resolve("station.toml"),
                Files.readString(config.resolve("station.toml")) + "\n[printer]\nname = \"x\"\n");
        refusedNaming("station.toml", "printer: unknown key");
    }

    @Test
    void brokenTomlIsToldWithItsLine() throws IOException {
        substitute("station.toml", "theme = \"light\"", "theme = \"light");
        refusedNaming("station.toml", "at or above line ");
    }

    @Test
    void textThatIsNotUtf8IsRefused() throws IOException {
        Files.write(config.resolve("services.toml"), new byte[] {(byte) 0xC3, (byte) 0x28});
        refusedNaming("services.toml", "is not UTF-8");
    }

    @Test
    void decomposedTextIsRefused() throws IOException {
        substitute("station.toml", "Công an xã Mẫu\"", "Co\u0302ng an xã Mẫu\"");
        refusedNaming("station.toml", "must be Unicode NFC");
    }

    @Test
    void aMissingFileIsNamed() throws IOException {
        Files.delete(config.resolve("services.toml"));
        refusedNaming("services.toml", "is missing");
    }

    @Test
    void aMissingFolderIsAFaultOfSettings() {
        assertThatThrownBy(() -> Settings.load(config.resolve("nowhere")))
                .isInstanceOfSatisfying(
                        StationFault.class, f -> assertEquals(StationFault.Code.TK_630, f.code()));
    }

    private void refusedNaming(String file, String what) {
        assertThatThrownBy(() -> Settings.load(config))
                .isInstanceOfSatisfying(
                        StationFault.class, f -> assertEquals(StationFault.Code.TK_630, f.code()))
                .hasMessageContaining(file + ": ")
                .hasMessageContaining(what);
    }

    private void replace(Line line, java.util.function.UnaryOperator<String> change)
            throws IOException {
        var path = config.resolve(line.file());
        var lines = new ArrayList<>(Files.readAllLines(path));
        lines.set(line.index(), change.apply(lines.get(line.index())));
        Files.write(path, lines);
    }

    /// Replaces the first occurrence, which must be there.
    private void substitute(String file, String old, String now) throws IOException {
        var path = config.resolve(file);
        var text = Files.readString(path);
        assertThat(text).contains(old);
        Files.writeString(path, text.replaceFirst(Pattern.quote(old), now));
    }
}
