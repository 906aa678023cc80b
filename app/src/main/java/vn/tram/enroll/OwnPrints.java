package vn.tram.enroll;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import vn.tram.device.Capture;
import vn.tram.device.Device;
import vn.tram.device.Fault;
import vn.tram.device.Kind;
import vn.tram.device.Progress;
import vn.tram.device.Request;
import vn.tram.domain.Judgement;
import vn.tram.domain.Officer;
import vn.tram.domain.Verdict;
import vn.tram.image.Frame;
import vn.tram.image.Position;
import vn.tram.matching.Template;
import vn.tram.matching.Templates;
import vn.tram.quality.FrameJudge;
import vn.tram.quality.fingerprint.FinalScore;
import vn.tram.task.UiThread;

/// Fingers that officers give of their own, so that the sequence check knows them: given by the
/// officer himself with his password, taken back by him or by a supervisor at any time. Only
/// templates are kept, in the store; pictures are dropped at once.
public final class OwnPrints {
    /// What became of giving prints.
    public sealed interface Given {
        /// @param fingers of which there are templates now, in place of what was given before
        /// @param unusable fingers that were not seen, or not well enough
        record Kept(List<Position> fingers, List<Position> unusable) implements Given {}

        /// The device gave no picture; what was given before stands.
        record Missed(Fault fault) implements Given {}

        /// It may not be done; what was given before stands.
        record Refused(Reason reason) implements Given {}
    }

    /// What an officer gave.
    ///
    /// @param current whether the station can still compare it: no longer after its extractor
    ///   changed, then it must be given anew
    public record Holding(String officer, List<Position> fingers, Instant since, boolean current) {}

    private final Desk desk;
    private final FrameJudge judge;
    private final FinalScore scorer;
    private final SequenceCheck sequence;

    OwnPrints(Desk desk, FrameJudge judge, FinalScore scorer, SequenceCheck sequence) {
        this.desk = desk;
        this.judge = judge;
        this.scorer = scorer;
        this.sequence = sequence;
    }

    /// What is kept, by account; officers who gave nothing are not in it.
    public List<Holding> all() throws StationFault {
        UiThread.refuse("listing officers' prints");
        var all = desk.ports().officerPrints().all();
        return all.stream()
                .map(g -> g.finger().officer())
                .distinct()
                .map(officer ->
                        holding(
                                officer,
                                all.stream()
                                        .filter(g -> g.finger().officer().equals(officer))
                                        .toList()))
                .toList();
    }

    private static Holding holding(String officer, List<OfficerPrints.Given> given) {
        return new Holding(
                officer,
                given.stream().map(g -> g.finger().finger()).toList(),
                given.getFirst().givenAt(),
                given.stream().allMatch(g -> g.extractor().equals(Templates.extractor())));
    }

    /// An officer gives his fingers, of his own will: whoever calls this has told him what is kept
    /// and has his word for it. Each position is captured until all its fingers are good, as often
    /// as a citizen's. In place of what he gave before; when no finger is good, that stands.
    ///
    /// @param password his own; the caller wipes it
    /// @param place told before each capture what to lay down
    public Given give(Officer officer, char[] password, Device scanner, Consumer<Position> place)
            throws StationFault, InterruptedException {
        UiThread.refuse("capturing");
        var denied = desk.denied(officer.id(), password);
        if (denied.isPresent()) {
            return new Given.Refused(denied.get());
        }
        var good = new EnumMap<Position, Template>(Position.class);
        for (var position : positions(scanner.info().kind())) {
            for (int tries = 0;
                    tries < desk.rules().fingerAttempts()
                            && !good.keySet().containsAll(position.members());
                    tries++) {
                place.accept(position);
                var request =
                        new Request(
                                position,
                                Set.of(),
                                desk.rules().patience(),
                                UUID.randomUUID().toString());
                switch (scanner.capture(request, Progress.none())) {
                    case Capture.Missed(var fault) -> {
                        return new Given.Missed(fault);
                    }
                    case Capture.Taken(var samples) ->
                            templates(position, samples.getFirst().frame())
                                    .forEach(good::putIfAbsent);
                }
            }
        }
        if (!good.isEmpty()) {
            keep(officer, good);
        }
        return new Given.Kept(
                List.copyOf(good.keySet()),
                Position.fingers().stream().filter(f -> !good.containsKey(f)).toList());
    }

    private static List<Position> positions(Kind scanner) {
        return scanner == Kind.SLAP_SCANNER ? Position.slaps() : Position.fingers();
    }

    /// Of the fingers that would be accepted of a citizen.
    private Map<Position, Template> templates(Position position, Frame frame) {
        var templates = new EnumMap<Position, Template>(Position.class);
        for (Judgement judgement : judge.judge(frame, position, Set.of())) {
            if (judgement.verdict().outcome() != Verdict.Outcome.REFUSED) {
                scorer.template(frame, judgement)
                        .ifPresent(t -> templates.put(judgement.position(), t));
            }
        }
        return templates;
    }

    private void keep(Officer officer, Map<Position, Template> good) throws StationFault {
        var now = desk.ports().clock().instant();
        var given = new ArrayList<OfficerPrints.Given>();
        good.forEach((finger, template) ->
                given.add(
                        new OfficerPrints.Given(
                                new OfficerFinger(officer.id(), finger),
                                template,
                                Templates.extractor(),
                                now)));
        desk.ports().officerPrints().replace(officer.id(), given);
        sequence.officersChanged();
        desk.ports()
                .audit()
                .append(
                        "officer-prints-given",
                        officer.id(),
                        Optional.empty(),
                        given.size() + " fingers");
    }

    /// An officer takes back what he gave, or a supervisor removes it; the templates are deleted.
    ///
    /// @param officer whose
    /// @param password of `by`; the caller wipes it
    /// @return why it may not be done, if it may not
    public Optional<Reason> takeBack(String officer, Officer by, char[] password)
            throws StationFault {
        UiThread.refuse("removing officers' prints");
        var refused = Right.REMOVE_OTHERS_PRINTS.refusal(by);
        if (!by.id().equals(officer) && refused.isPresent()) {
            return refused;
        }
        var denied = desk.denied(by.id(), password);
        if (denied.isEmpty()) {
            desk.ports().officerPrints().replace(officer, List.of());
            sequence.officersChanged();
            desk.ports()
                    .audit()
                    .append("officer-prints-removed", by.id(), Optional.empty(), "of " + officer);
        }
        return denied;
    }
}
