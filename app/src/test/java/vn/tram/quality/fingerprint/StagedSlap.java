package vn.tram.quality.fingerprint;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import vn.tram.device.FaultException;
import vn.tram.device.Request;
import vn.tram.driver.simulated.Truth;
import vn.tram.image.Box;
import vn.tram.image.Gray8;
import vn.tram.image.Position;

/// A slap as some scanner might show it, laid out anew from simulated fingertips: turned, close
/// together, with the phalanges and the palm below, with dirt, on light or dark ground.
///
/// Everything follows from the seed.
///
/// @param ppi of the picture
/// @param told fingers that are missing, told in advance
/// @param fingers what is on the glass, each with the box of its fingertip
/// @param absent fingers that should have come and did not: the slap is short
/// @param story what was done to the picture
record StagedSlap(
        long seed,
        Gray8 picture,
        double ppi,
        Position slap,
        Set<Position> told,
        List<Tip> fingers,
        Set<Position> absent,
        Story story) {
    record Tip(Position position, Box box) {}

    /// @param turn degrees clockwise
    /// @param spread distance of fingers, 1 as the simulated hand lies
    record Story(
            double turn,
            double spread,
            String skin,
            boolean phalanges,
            boolean palm,
            boolean dark,
            boolean dirt,
            boolean halo,
            double noise) {}

    private static final List<String> SKINS = List.of("mixed", "normal", "dry", "wet", "worn");
    private static final int WIDTH = 1600;
    private static final int HEIGHT = 1500;

    static StagedSlap of(long seed) throws FaultException {
        var random = new Random(seed * 7919 + 17);
        var slap = Position.slaps().get((int) (seed % 3));
        double turn =
                random.nextInt(10) < 4 ? 6 * random.nextGaussian() : random.nextDouble(-45, 45);
        var story =
                new Story(
                        Math.clamp(turn, -45, 45),
                        random.nextInt(4) == 0
                                ? random.nextDouble(0.78, 0.85)
                                : random.nextDouble(0.85, 1.1),
                        SKINS.get(random.nextInt(SKINS.size())),
                        random.nextInt(10) < 6,
                        slap != Position.TWO_THUMBS && random.nextInt(6) == 0,
                        random.nextInt(10) == 0,
                        random.nextInt(5) == 0,
                        random.nextInt(6) == 0,
                        random.nextInt(5) == 0 ? random.nextDouble(4, 12) : 0);
        var told = some(slap.members(), random.nextInt(4) == 0 ? 1 : 0, random);
        var left = slap.members().stream().filter(p -> !told.contains(p)).toList();
        var absent = some(left, random.nextInt(6) == 0 ? 1 : 0, random);
        boolean fine = random.nextInt(10) == 0;
        var gone = EnumSet.copyOf(left);
        gone.removeAll(absent);
        var truth = truth(seed, slap, gone, story.skin);
        var stage = new SlapStage(story, random);
        var picture = stage.picture(truth.picture(), truth.fingers(), WIDTH, HEIGHT);
        var tips = new ArrayList<Tip>();
        for (var finger : truth.fingers()) {
            var box = stage.placed(finger.box());
            tips.add(new Tip(finger.position(), fine ? scaled(box, 2) : box));
        }
        return new StagedSlap(
                seed,
                fine ? Resample.to(picture, 2, 2) : picture,
                fine ? 1000 : 500,
                slap,
                told,
                List.copyOf(tips),
                absent,
                story);
    }

    private static Set<Position> some(List<Position> from, int count, Random random) {
        var some = EnumSet.noneOf(Position.class);
        if (from.size() > 1) {
            for (int i = 0; i < count; i++) {
                some.add(from.get(random.nextInt(from.size())));
            }
        }
        return some;
    }

    private static Truth truth(long seed, Position slap, Set<Position> there, String skin)
            throws FaultException {
        var address =
                URI.create(
                        "sim://slap?seed=" + seed / 3 % 40 + "&person=0&hand=usual&skin=" + skin);
        var missing = EnumSet.copyOf(slap.members());
        missing.removeAll(there);
        var request = new Request(slap, missing, Duration.ofSeconds(30), "staged");
        return Truth.of(address, request, (int) (seed / 120));
    }

    private static Box scaled(Box box, double by) {
        return new Box(
                by * box.centreX(),
                by * box.centreY(),
                by * box.width(),
                by * box.height(),
                box.angle());
    }
}
