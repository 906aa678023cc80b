package vn.tram.ui.kit;

import java.time.Clock;
import java.util.Locale;
import java.util.function.Function;

/// What the UI needs to start.
///
/// @param desk makes the navigator, and with it the screens, out of the kit; called once on the
///   thread that draws
/// @param first where the navigator is sent when the window stands
public record UiContext(
        StationSign station,
        Clock clock,
        Locale locale,
        Theme.Look look,
        Theme.TextSize textSize,
        Function<Kit, Navigator> desk,
        Intent first) {}
