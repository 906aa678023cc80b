package vn.tram.ui.kit;

import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.concurrent.Callable;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

/// All words of the screens, in the language that is set now.
///
/// The bundles are UTF-8 `.properties` with `MessageFormat` patterns; a straight apostrophe is not
/// allowed in them (write ’), so nothing is quoted by accident. Knows no control.
public final class Texts {
    public static final Locale VIETNAMESE = Locale.of("vi");
    public static final Locale ENGLISH = Locale.of("en");

    /// Where words are looked up, in this order; no key may stand in two of them. A screen that has
    /// many words brings its own bundle and adds its name here.
    static final List<String> BUNDLES =
            List.of(
                    "vn.tram.ui.texts",
                    "vn.tram.ui.faults",
                    "vn.tram.ui.advice",
                    "vn.tram.ui.visit",
                    "vn.tram.ui.find",
                    "vn.tram.ui.services",
                    "vn.tram.ui.check",
                    "vn.tram.ui.desk",
                    "vn.tram.ui.reasons",
                    "vn.tram.ui.capture",
                    "vn.tram.ui.fingerprints",
                    "vn.tram.ui.portrait",
                    "vn.tram.ui.citizen",
                    "vn.tram.ui.exception",
                    "vn.tram.ui.review",
                    "vn.tram.ui.slip",
                    "vn.tram.ui.approvals",
                    "vn.tram.ui.inspection",
                    "vn.tram.ui.export",
                    "vn.tram.ui.devices",
                    "vn.tram.ui.workbench",
                    "vn.tram.ui.calibration");

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final ResourceBundle.Control EXACT =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final ObjectProperty<Locale> locale = new SimpleObjectProperty<>(VIETNAMESE);

    public Texts(Locale first) {
        locale.set(first);
    }

    /// The language; every bound text follows it.
    public ObjectProperty<Locale> localeProperty() {
        return locale;
    }

    public Locale locale() {
        return locale.get();
    }

    /// Vietnamese becomes English, everything else Vietnamese.
    public void switchLanguage() {
        locale.set(locale().equals(VIETNAMESE) ? ENGLISH : VIETNAMESE);
    }

    /// The words of a key now.
    ///
    /// @throws MissingResourceException when no bundle has the key, which is a bug
    public String of(String key, Object... args) {
        return of(Phrase.of(key, args));
    }

    /// The words of a phrase now.
    ///
    /// @throws MissingResourceException when no bundle has the key, which is a bug
    public String of(Phrase phrase) {
        var args = phrase.args().stream().map(this::worded).toArray();
        return new MessageFormat(pattern(phrase.key()), locale()).format(args);
    }

    private Object worded(Object arg) {
        return switch (arg) {
            case Phrase inner -> of(inner);
            case LocalDate day -> date(day);
            case Number number -> number;
            default -> arg.toString();
        };
    }

    /// Whether a bundle has the key in the language that is set.
    public boolean has(String key) {
        return find(key).isPresent();
    }

    /// The words of a key, following the language.
    public StringBinding bind(String key, Object... args) {
        return bind(Phrase.of(key, args));
    }

    /// The words of a phrase, following the language.
    public StringBinding bind(Phrase phrase) {
        return binding(() -> of(phrase), locale);
    }

    /// The words of whatever phrase stands in `phrase`, following both it and the language.
    public StringBinding bind(ObservableValue<Phrase> phrase) {
        return binding(() -> of(phrase.getValue()), locale, phrase);
    }

    private static StringBinding binding(Callable<String> words, Observable... on) {
        return Bindings.createStringBinding(words, on);
    }

    /// `23/11/2026` in both languages, as on the card.
    public String date(LocalDate day) {
        return DATE.format(day);
    }

    private String pattern(String key) {
        return find(key)
                .orElseThrow(() ->
                        new MissingResourceException(
                                "no words for " + key + " in " + locale(),
                                Texts.class.getName(),
                                key));
    }

    private Optional<String> find(String key) {
        for (var name : BUNDLES) {
            var bundle = ResourceBundle.getBundle(name, locale(), EXACT);
            if (bundle.containsKey(key)) {
                return Optional.of(bundle.getString(key));
            }
        }
        return Optional.empty();
    }
}
