package vn.tram.calibration;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.tram.calibration.Certificate.RawPicture;
import vn.tram.calibration.Certificate.UsedTarget;
import vn.tram.device.DeviceInfo;
import vn.tram.device.Kind;
import vn.tram.domain.Digest;
import vn.tram.domain.Reading;
import vn.tram.quality.FrameJudge;

/// One calibration of one device: which procedures the targets allow, and what came of them.
///
/// @param people whether fingers or faces of people are at hand as well
/// @param faces a portrait judge that takes no pitch off, for cameras with people
public record Calibration(
        DeviceInfo device, List<Target> targets, boolean people, FrameJudge faces) {
    /// Who calibrates what with what.
    ///
    /// @param driver scheme and version
    public record Origin(String driver, String program, String station, String technician) {}

    public Calibration {
        targets = List.copyOf(targets);
    }

    /// A target that cannot be used: its papers have ended.
    public Optional<Instruction> refusal(Instant now) {
        var today = now.atZone(ZoneId.systemDefault()).toLocalDate();
        return targets.stream()
                .filter(t -> !t.validOn(today))
                .findFirst()
                .map(t -> new Instruction.OtherTarget(t.id()));
    }

    /// In the order in which they are gone through.
    public List<Procedure> procedures() {
        var procedures = new ArrayList<Procedure>();
        for (var target : targets) {
            procedures.addAll(device.kind() == Kind.CAMERA ? ofCamera(target) : ofScanner(target));
        }
        if (people) {
            procedures.add(device.kind() == Kind.CAMERA ? new PitchOffset(faces) : new GrayRange());
        }
        return List.copyOf(procedures);
    }

    private static List<Procedure> ofScanner(Target target) {
        return switch (target.geometry()) {
            case Target.Geometry.Ronchi ronchi -> List.of(Geometry.of(ronchi));
            case Target.Geometry.Grid grid -> List.of(Geometry.of(grid));
            case Target.Geometry.BarChart chart ->
                    List.of(new BarContrast(chart), EdgeContrast.ofScanner());
            case Target.Geometry.DarkCover _ -> List.of(new Uniformity());
            case Target.Geometry.Checkerboard _,
                    Target.Geometry.GrayCard _,
                    Target.Geometry.SlantedSquare _ ->
                    List.of();
        };
    }

    private static List<Procedure> ofCamera(Target target) {
        return switch (target.geometry()) {
            case Target.Geometry.Checkerboard board -> List.of(new Checkerboard(board));
            case Target.Geometry.GrayCard _ -> List.of(new GrayCard(), new FaceLight());
            case Target.Geometry.SlantedSquare _ -> List.of(EdgeContrast.atTheEyes());
            case Target.Geometry.Ronchi _,
                    Target.Geometry.Grid _,
                    Target.Geometry.BarChart _,
                    Target.Geometry.DarkCover _ ->
                    List.of();
        };
    }

    /// The certificate of what was measured, for [Certificates#issue] to number and chain.
    public Certificate certificate(
            List<Answer.Measured> answers, Shots shots, Rules rules, Origin origin, Instant now) {
        var readings = answers.stream().flatMap(a -> a.readings().stream()).toList();
        var names = readings.stream().map(Reading.Measured::metric).toList();
        return new Certificate(
                0,
                subject(device),
                origin.driver(),
                origin.program(),
                origin.station(),
                origin.technician(),
                now,
                end(rules, now),
                targets.stream()
                        .map(t -> new UsedTarget(t.id(), t.certifiedBy(), t.validUntil()))
                        .toList(),
                rules.judged(readings),
                rules.needs(device.kind()).stream().filter(n -> !names.contains(n)).toList(),
                answers.stream().flatMap(a -> a.curves().stream()).toList(),
                pictures(shots),
                Optional.empty());
    }

    static Entry.Subject subject(DeviceInfo info) {
        return new Entry.Subject(info.make(), info.model(), info.serial(), info.firmware());
    }

    private Instant end(Rules rules, Instant now) {
        var end = now.plus(rules.validity(device.kind()));
        for (var target : targets) {
            var last = target.validUntil().plusDays(1).atStartOfDay(ZoneId.systemDefault());
            end = last.toInstant().isBefore(end) ? last.toInstant() : end;
        }
        return end;
    }

    private static List<RawPicture> pictures(Shots shots) {
        var pictures = new ArrayList<RawPicture>();
        for (var view : View.values()) {
            for (var frame : shots.of(view)) {
                var pixels = frame.pixels();
                pictures.add(
                        new RawPicture(
                                view,
                                pixels.width(),
                                pixels.height(),
                                Digest.of(pixels.toBytes())));
            }
        }
        return pictures;
    }
}
