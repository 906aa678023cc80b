package vn.tram.ui.kit;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/// How things stand, told by shape first, then a word, then colour.
public enum Tone {
    GOOD("good", Material2AL.CHECK_CIRCLE),
    WARN("warn", Material2MZ.WARNING),
    BAD("bad", Material2AL.CANCEL),
    UNKNOWN("unknown", Material2OutlinedAL.HELP_OUTLINE),
    HERE("here", Material2MZ.RADIO_BUTTON_CHECKED),
    TO_DO("to-do", Material2MZ.RADIO_BUTTON_UNCHECKED),
    EXCEPTION("exception", Material2OutlinedAL.HIGHLIGHT_OFF),
    /// Nothing to be done here, and nothing is missing.
    NOT_ASKED("not-asked", Material2OutlinedMZ.REMOVE_CIRCLE_OUTLINE),
    /// Plain information, or "do this".
    INFO("info", Material2OutlinedAL.INFO),
    /// Set aside for later.
    PARKED("parked", Material2OutlinedMZ.PAUSE_CIRCLE_FILLED);

    private final String styleClass;
    private final Ikon icon;

    Tone(String styleClass, Ikon icon) {
        this.styleClass = styleClass;
        this.icon = icon;
    }

    /// The CSS class that colours it.
    public String styleClass() {
        return styleClass;
    }

    public Ikon icon() {
        return icon;
    }
}
