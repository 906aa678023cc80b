package vn.tram.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.tram.device.Fault;
import vn.tram.device.Kind;
import vn.tram.enroll.Hint;
import vn.tram.enroll.StationFault;
import vn.tram.image.Position;

class TextsTest {
    private static final Path SOURCES = Path.of("src/main/java/vn/tram/ui");
    private static final Pattern LITERAL = Pattern.compile("\"([a-z][a-zA-Z0-9_.-]*)\"");

    private static TreeSet<String> keys(Locale language) {
        var keys = new TreeSet<String>();
        for (var name : Texts.BUNDLES) {
            var bundle =
                    ResourceBundle.getBundle(
                            name,
                            language,
                            ResourceBundle.Control.getNoFallbackControl(
                                    ResourceBundle.Control.FORMAT_PROPERTIES));
            for (var key : bundle.keySet()) {
                assertThat(keys.add(key)).as("%s stands in two bundles", key).isTrue();
            }
        }
        return keys;
    }

    /// Every literal of the screens' code that could be a key or the beginning of one.
    private static TreeSet<String> literals() throws IOException {
        try (var files = Files.walk(SOURCES)) {
            var found = new TreeSet<String>();
            for (var file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                LITERAL.matcher(Files.readString(file))
                        .results()
                        .forEach(m -> found.add(m.group(1)));
            }
            return found;
        }
    }

    @Test
    void bothLanguagesHaveTheSameKeys() {
        assertThat(keys(Texts.ENGLISH)).isEqualTo(keys(Texts.VIETNAMESE));
    }

    @Test
    void everyKeyIsUsed() throws IOException {
        var literals = literals();
        var beginnings = literals.stream().filter(l -> l.endsWith(".")).toList();
        var unused =
                keys(Texts.VIETNAMESE).stream()
                        .filter(k -> !literals.contains(k))
                        .filter(k -> !k.endsWith(".note") || !literals.contains(base(k)))
                        .filter(k -> beginnings.stream().noneMatch(k::startsWith))
                        .collect(Collectors.toCollection(TreeSet::new));
        // the top bar's lights are made outside the screens
        unused.removeIf(k -> k.startsWith("kit.light.") || k.equals("fault.bug.todo"));
        unused.removeIf(k -> k.equals("fault.bug.safe"));
        assertThat(unused).isEmpty();
    }

    private static String base(String key) {
        return key.substring(0, key.lastIndexOf('.'));
    }

    @Test
    void everyUsedKeyHasWords() throws IOException {
        var keys = keys(Texts.VIETNAMESE);
        var families =
                keys.stream()
                        .filter(k -> k.contains("."))
                        .map(k -> k.substring(0, k.indexOf('.') + 1))
                        .collect(Collectors.toSet());
        var missing =
                literals().stream()
                        .filter(l -> families.stream().anyMatch(l::startsWith))
                        .filter(l -> !l.endsWith(".") && !l.endsWith(".css"))
                        .filter(l -> !keys.contains(l))
                        .toList();
        assertThat(missing).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"vi", "en"})
    void noPatternQuotesByAccident(String language) {
        for (var name : Texts.BUNDLES) {
            var bundle = ResourceBundle.getBundle(name, Locale.of(language));
            for (var key : bundle.keySet()) {
                assertThat(bundle.getString(key)).as(key).doesNotContain("'").isNotBlank();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(StationFault.Code.class)
    void everyCodeOfTheStationIsWorded(StationFault.Code code) {
        for (var language : List.of(Texts.VIETNAMESE, Texts.ENGLISH)) {
            var texts = new Texts(language);
            var told = FaultTexts.of(code);
            assertThat(texts.of(told.whole())).endsWith(".");
            assertThat(texts.of(told.codeNote())).contains(code.text());
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void everyFaultOfADeviceIsWorded(Kind kind) {
        var faults =
                List.of(
                        new Fault.Untrusted(Fault.Doubt.SIGNATURE, "none"),
                        new Fault.Untrusted(Fault.Doubt.CLOCK, "late"),
                        new Fault.Untrusted(Fault.Doubt.IDENTITY, "another"),
                        new Fault.Untrusted(Fault.Doubt.ANSWER, "replayed"),
                        new Fault.TimedOut(java.time.Duration.ofSeconds(1), "image"),
                        new Fault.Disconnected("sim://slap"),
                        new Fault.Busy("another"),
                        new Fault.Garbled("a", "b"),
                        new Fault.Refused(7, "no"),
                        new Fault.Untrusted(Fault.Doubt.CERTIFICATE, "expired"),
                        new Fault.NotPermitted("/dev/x"));
        for (var language : List.of(Texts.VIETNAMESE, Texts.ENGLISH)) {
            var texts = new Texts(language);
            for (var fault : faults) {
                assertThat(texts.of(FaultTexts.of(fault, kind).whole())).endsWith(".");
            }
        }
    }

    @Test
    void everyAdviceIsWorded() {
        for (var language : List.of(Texts.VIETNAMESE, Texts.ENGLISH)) {
            var texts = new Texts(language);
            for (var name : AdviceTexts.NAMES) {
                var words =
                        HintWords.of(Tone.WARN, new Hint(name, Optional.empty()), Optional.empty());
                assertThat(texts.of(words.order())).as(name).doesNotContain("{");
                assertThat(texts.of(words.why().orElseThrow())).as(name).endsWith(".");
            }
        }
    }

    @Test
    void anAdviceNamesTheFingerItIsAbout() {
        var hint = new Hint("place-deeper", Optional.of(Position.RIGHT_LITTLE));
        var order = HintWords.of(Tone.WARN, hint, Optional.empty()).order();
        assertThat(new Texts(Texts.VIETNAMESE).of(order))
                .isEqualTo("Đặt ngón út sâu thêm vào mặt kính");
        assertThat(new Texts(Texts.ENGLISH).of(order))
                .isEqualTo("Place the little finger further in");
    }

    @Test
    void anAdviceNobodyKnowsStillSaysWhatCanBeDone() {
        var hint = new Hint("newer-than-this-program", Optional.empty());
        var words = HintWords.of(Tone.WARN, hint, Optional.empty());
        assertThat(new Texts(Texts.VIETNAMESE).of(words.order()))
                .isEqualTo("Mời công dân làm lại một lần");
    }

    @Test
    void aBoundTextFollowsTheLanguage() {
        var texts = new Texts(Texts.VIETNAMESE);
        var bound = texts.bind("signin.title");
        assertThat(bound.get()).isEqualTo("Đăng nhập");
        texts.switchLanguage();
        assertThat(bound.get()).isEqualTo("Sign in");
    }

    @Test
    void numbersAreWrittenAsTheLanguageDoes() {
        assertThat(new Texts(Texts.VIETNAMESE).of("home.number", 1408)).isEqualTo("1.408");
        assertThat(new Texts(Texts.ENGLISH).of("home.number", 1408)).isEqualTo("1,408");
    }

    @Test
    void noScreenHoldsAColourOrAStyle() throws IOException {
        try (var files = Files.walk(SOURCES)) {
            for (var file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                assertThat(Files.readString(file))
                        .as(file.toString())
                        .doesNotContainPattern("\"#[0-9A-Fa-f]{3,8}\"")
                        .doesNotContain("setStyle(", "Color.", "rgb(");
            }
        }
        assertThat(Files.readString(Path.of("src/main/resources/vn/tram/ui/kit.css")))
                .doesNotContainPattern("#[0-9A-Fa-f]{3,8}\\b")
                .doesNotContain("rgb");
    }
}
