package vn.tram.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;
import vn.tram.enroll.StationFault;
import vn.tram.settings.Station;
import vn.tram.task.UiThread;
import vn.tram.task.WholeFile;
import vn.tram.ui.kit.Theme;
import vn.tram.ui.settings.SettingsViewModel.Choices;
import vn.tram.ui.settings.SettingsViewModel.Preferences;

/// Language, look and text size that the officers chose, in `screen.properties` of the state
/// folder; until then the settings' own.
final class ScreenPreferences implements Preferences {
    private static final String LANGUAGE = "language";
    private static final String LOOK = "look";
    private static final String TEXT_SIZE = "text-size";

    private final Path file;

    ScreenPreferences(Path state) {
        this.file = state.resolve("screen.properties");
    }

    /// What is stored, or what `screen` says; a file that cannot be understood counts as none.
    Choices load(Station.Screen screen) throws StationFault {
        var stored = new Properties();
        try (var in = Files.exists(file) ? Files.newInputStream(file) : null) {
            if (in != null) {
                stored.load(in);
            }
        } catch (IOException e) {
            throw new StationFault(StationFault.Code.LT_400, "the screen's preferences", e);
        }
        return new Choices(
                Locale.of(stored.getProperty(LANGUAGE, Words.of(screen.language()))),
                one(Theme.Look.values(), stored.getProperty(LOOK, screen.theme().name())),
                one(
                        Theme.TextSize.values(),
                        stored.getProperty(TEXT_SIZE, screen.textSize().name())));
    }

    /// The constant of that name, or the first.
    private static <E extends Enum<E>> E one(E[] constants, String name) {
        for (var constant : constants) {
            if (constant.name().equals(name)) {
                return constant;
            }
        }
        return constants[0];
    }

    @Override
    public void store(Choices choices) throws StationFault {
        UiThread.refuse("storing preferences");
        var properties = new Properties();
        properties.setProperty(LANGUAGE, choices.language().getLanguage());
        properties.setProperty(LOOK, choices.look().name());
        properties.setProperty(TEXT_SIZE, choices.textSize().name());
        try {
            var out = new ByteArrayOutputStream();
            properties.store(out, null);
            WholeFile.write(file, out.toByteArray());
        } catch (IOException e) {
            throw new StationFault(StationFault.Code.LT_400, "the screen's preferences", e);
        }
    }
}
