package vn.tram.driver.simulated;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import vn.tram.device.DeviceQuery;
import vn.tram.device.FaultException;
import vn.tram.device.Kind;

/// What a `sim://` address asks for.
///
/// @param seed tells one simulated world from another, from 0 on
/// @param person who stands before the device; empty: another one for each transaction
/// @param skin of all fingers; empty: as the person's
/// @param portrait who stands before the camera
/// @param play what is planted in the camera's picture, one after the other
/// @param habit how the hand is laid down
/// @param rolls whether the scanner can roll fingers
/// @param residue what lies on the glass before
/// @param trouble the fault to play
/// @param at the capture, from 1 on, that meets the trouble; 0: every capture and the preview do
/// @param cable a file: the device is attached as long as it is there; none: always
/// @param targets calibration targets before the device, one a capture; the last one stays
/// @param flaw what is wrong with how it shows them
record Script(
        URI address,
        Kind kind,
        long seed,
        OptionalLong person,
        Optional<Skin> skin,
        Portrait portrait,
        List<Staging.Word> play,
        Habit habit,
        boolean rolls,
        Residue residue,
        Optional<Trouble> trouble,
        int at,
        Optional<Path> cable,
        List<TargetScene.Word> targets,
        TargetScene.Flaw flaw) {
    /// How long each scene of a play lasts in the preview.
    private static final double ACT_SECONDS = 2;

    private static final Map<String, Kind> KINDS =
            Map.of(
                    "slap", Kind.SLAP_SCANNER,
                    "single", Kind.SINGLE_FINGER_SCANNER,
                    "camera", Kind.CAMERA);

    /// How people lay down their hands.
    enum Habit {
        /// Now and then too light, too hard, too steep or in haste; better when they try again.
        USUAL,
        /// Well at once.
        CAREFUL,
        /// Too light the first time, and now and then when they try again; so are the next ones.
        LIGHT,
        HARD,
        /// Little more than the tips touch.
        STEEP,
        /// On its side, or half beside the glass.
        ASIDE,
        /// The hand slides while the picture is taken.
        MOVING
    }

    /// What lies on the glass before the hand does.
    enum Residue {
        CLEAN,
        /// What the fingers of the one before left: their faint print.
        GHOST,
        /// Specks, lint, smears.
        DIRTY
    }

    /// The words of `rolls=`.
    private enum Can {
        YES,
        NO
    }

    /// The words of `skin=`: those of [Skin] and `mixed`, the default.
    private enum SkinWord {
        MIXED,
        NORMAL,
        DRY,
        WET,
        WORN
    }

    static Script of(URI address) throws FaultException {
        var kind = KINDS.get(String.valueOf(address.getHost()));
        if (kind == null) {
            throw DeviceQuery.refused(address, "there is sim://slap, sim://single, sim://camera");
        }
        boolean more =
                address.getUserInfo() != null
                        || address.getPort() >= 0
                        || address.getFragment() != null
                        || !address.getPath().isEmpty();
        if (more) {
            throw DeviceQuery.refused(address, "only parameters may follow the device's name");
        }
        var query =
                DeviceQuery.of(
                        address,
                        "seed",
                        "person",
                        "skin",
                        "portrait",
                        "scene",
                        "hand",
                        "rolls",
                        "glass",
                        "fault",
                        "at",
                        "cable",
                        "target",
                        "flaw");
        var skin = query.choice("skin", SkinWord.class).orElse(SkinWord.NORMAL);
        var trouble = query.choice("fault", Trouble.class);
        var at = query.number("at", 0, 1_000_000);
        if (at.isPresent() && trouble.isEmpty()) {
            throw DeviceQuery.refused(address, "parameter 'at' needs the parameter 'fault'");
        }
        return new Script(
                address,
                kind,
                query.number("seed", 0, Long.MAX_VALUE).orElse(1),
                query.number("person", 0, Long.MAX_VALUE),
                skin == SkinWord.MIXED ? Optional.empty() : Optional.of(Skin.valueOf(skin.name())),
                query.choice("portrait", Portrait.class).orElse(Portrait.COLLINS),
                play(address, query.text("scene").orElse("good")),
                query.choice("hand", Habit.class).orElse(Habit.CAREFUL),
                kind != Kind.CAMERA && query.choice("rolls", Can.class).orElse(Can.YES) == Can.YES,
                query.choice("glass", Residue.class).orElse(Residue.CLEAN),
                trouble,
                (int) at.orElse(1),
                query.text("cable").map(Path::of),
                TargetScene.words(address, kind, query.text("target")),
                query.choice("flaw", TargetScene.Flaw.class).orElse(TargetScene.Flaw.NONE));
    }

    private static List<Staging.Word> play(URI address, String words) throws FaultException {
        var play = new ArrayList<Staging.Word>();
        for (var word : words.split(",", -1)) {
            var known =
                    Arrays.stream(Staging.Word.values())
                            .filter(w -> w.name().toLowerCase(Locale.ROOT).equals(word))
                            .findFirst();
            if (known.isEmpty()) {
                throw DeviceQuery.refused(address, "no scene is named '" + word + "'");
            }
            play.add(known.get());
        }
        return List.copyOf(play);
    }

    /// What is planted that long after the preview's start, for a person.
    Staging staging(long person, double seconds) {
        int act = (int) Math.min(play.size() - 1, seconds / ACT_SECONDS);
        return Staging.of(play.get(act), Dice.of(person, 6));
    }

    /// What is planted in the end, and in every still.
    Staging staging(long person) {
        return Staging.of(play.getLast(), Dice.of(person, 6));
    }

    /// The trouble that the capture of that number meets, counted from 1.
    Optional<Trouble> troubleAt(int capture) {
        return trouble.filter(_ -> at == 0 || at == capture);
    }

    /// Whether the device is attached now.
    boolean attached() {
        return cable.isEmpty() || Files.exists(cable.get());
    }

    /// The trouble that the preview meets.
    Optional<Trouble> troubleInPreview() {
        return trouble.filter(_ -> at == 0);
    }

    /// What tells the person of that transaction from all others.
    long personKey(String transaction) {
        return person.isPresent()
                ? Dice.of(seed, 1, person.getAsLong()).next()
                : Dice.of(seed, 2, Dice.number(transaction)).next();
    }
}
