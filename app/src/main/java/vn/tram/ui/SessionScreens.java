package vn.tram.ui;

import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import vn.tram.enroll.CardCodes;
import vn.tram.enroll.Step;
import vn.tram.identity.Names;
import vn.tram.settings.SiteProfile;
import vn.tram.ui.check.CheckView;
import vn.tram.ui.check.CheckViewModel;
import vn.tram.ui.exception.ExceptionView;
import vn.tram.ui.exception.ExceptionViewModel;
import vn.tram.ui.find.FindView;
import vn.tram.ui.find.FindViewModel;
import vn.tram.ui.fingerprints.FingerprintsView;
import vn.tram.ui.fingerprints.FingerprintsViewModel;
import vn.tram.ui.kit.CitizenSide;
import vn.tram.ui.kit.FieldTexts;
import vn.tram.ui.kit.Kit;
import vn.tram.ui.kit.Navigator;
import vn.tram.ui.kit.Phrase;
import vn.tram.ui.kit.Screen;
import vn.tram.ui.kit.Tone;
import vn.tram.ui.kit.Visit;
import vn.tram.ui.portrait.PortraitView;
import vn.tram.ui.portrait.PortraitViewModel;
import vn.tram.ui.review.ReviewView;
import vn.tram.ui.review.ReviewViewModel;
import vn.tram.ui.services.ServicesView;
import vn.tram.ui.services.ServicesViewModel;
import vn.tram.ui.slip.SlipView;
import vn.tram.ui.slip.SlipViewModel;

/// Makes the screens of the session that is open, one a step.
final class SessionScreens {
    private final Kit kit;
    private final StationPorts ports;
    private final Visit visit;
    private final Navigator navigator;

    SessionScreens(Kit kit, StationPorts ports, Visit visit, Navigator navigator) {
        this.kit = kit;
        this.ports = ports;
        this.visit = visit;
        this.navigator = navigator;
    }

    Screen of(Step step) {
        visit.citizenSide().show(new CitizenSide.Shown.Waiting(step));
        return switch (step) {
            case FIND -> find();
            case SERVICES -> services();
            case CHECK -> check();
            case FINGERPRINTS -> fingerprints();
            case PORTRAIT -> portrait();
            case REVIEW -> review();
            case SLIP -> slip();
        };
    }

    private Screen find() {
        var model =
                new FindViewModel(
                        visit,
                        kit.background(),
                        navigator,
                        ports.directory(),
                        new CardCodes(ports.devices()));
        return new FindView(
                kit, model, visit.rail(Step.FIND), listed(ports.office().site().profile()));
    }

    private Screen services() {
        var model = new ServicesViewModel(visit, kit.background(), navigator);
        return new ServicesView(kit, model, visit.rail(Step.SERVICES), ports.clock());
    }

    private Screen check() {
        var model = new CheckViewModel(visit, kit.background(), navigator);
        askCitizen(
                Step.CHECK,
                said -> {
                    model.heard(said);
                    tell(said);
                });
        return new CheckView(kit, model, visit.rail(Step.CHECK));
    }

    /// Where strangers can look at the screen, lists shorten names.
    private static UnaryOperator<String> listed(SiteProfile profile) {
        return switch (profile) {
            case COUNTER, MOBILE -> UnaryOperator.identity();
            case POP_UP, HOME -> Names::shortened;
        };
    }

    private Screen fingerprints() {
        var model =
                new FingerprintsViewModel(
                        visit, kit.background(), navigator, ports.devices(), ports.advice());
        return new FingerprintsView(kit, model);
    }

    /// The fingers that cannot be captured.
    Screen exceptions() {
        return new ExceptionView(kit, new ExceptionViewModel(visit, kit.background(), navigator));
    }

    private Screen portrait() {
        return new PortraitView(
                kit, new PortraitViewModel(visit, kit.background(), navigator, ports.devices()));
    }

    private Screen review() {
        var model = new ReviewViewModel(visit, kit.background(), navigator);
        askCitizen(
                Step.REVIEW,
                said -> {
                    model.confirm(said.answer() == CitizenSide.Answer.RIGHT);
                    tell(said);
                });
        return new ReviewView(kit, model);
    }

    /// Lets the citizen look at the own data and say whether they are right.
    private void askCitizen(Step step, Consumer<CitizenSide.Said> heard) {
        visit.session().citizen().ifPresent(c -> visit.citizenSide().ask(step, c, heard));
    }

    private void tell(CitizenSide.Said said) {
        switch (said.answer()) {
            case RIGHT -> kit.shell().toast(Tone.GOOD, Phrase.of("citizen.told.right"));
            case WRONG ->
                    kit.shell()
                            .toast(
                                    Tone.WARN,
                                    said.row()
                                            .map(FieldTexts::inSentence)
                                            .map(f -> Phrase.of("citizen.told.row", f))
                                            .orElse(Phrase.of("citizen.told.wrong")));
        }
    }

    private Screen slip() {
        return new SlipView(
                kit,
                new SlipViewModel(
                        visit, kit.background(), navigator, ports.office(), ports.printer()));
    }
}
