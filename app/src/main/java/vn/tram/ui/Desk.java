package vn.tram.ui;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import vn.tram.device.DeviceInfo;
import vn.tram.domain.Officer;
import vn.tram.domain.Session;
import vn.tram.domain.SessionId;
import vn.tram.domain.Stage;
import vn.tram.enroll.Enrollment.Purpose;
import vn.tram.enroll.Outcome;
import vn.tram.enroll.Right;
import vn.tram.enroll.Standing;
import vn.tram.enroll.StationFault;
import vn.tram.enroll.Step;
import vn.tram.ui.approvals.ApprovalsView;
import vn.tram.ui.approvals.ApprovalsViewModel;
import vn.tram.ui.citizen.CitizenWindow;
import vn.tram.ui.devices.DevicesView;
import vn.tram.ui.devices.DevicesViewModel;
import vn.tram.ui.export.ExportView;
import vn.tram.ui.export.ExportViewModel;
import vn.tram.ui.home.HomeView;
import vn.tram.ui.home.HomeViewModel;
import vn.tram.ui.inspection.InspectionView;
import vn.tram.ui.inspection.InspectionViewModel;
import vn.tram.ui.kit.Background;
import vn.tram.ui.kit.CitizenSide;
import vn.tram.ui.kit.FaultTexts;
import vn.tram.ui.kit.Intent;
import vn.tram.ui.kit.Kit;
import vn.tram.ui.kit.Navigator;
import vn.tram.ui.kit.Person;
import vn.tram.ui.kit.Phrase;
import vn.tram.ui.kit.Places;
import vn.tram.ui.kit.ReasonTexts;
import vn.tram.ui.kit.Screen;
import vn.tram.ui.kit.Tone;
import vn.tram.ui.kit.Ui;
import vn.tram.ui.kit.Visit;
import vn.tram.ui.settings.SettingsView;
import vn.tram.ui.settings.SettingsViewModel;
import vn.tram.ui.signin.SignInView;
import vn.tram.ui.signin.SignInViewModel;

/// Takes the operator from screen to screen. Makes a screen anew each time it is entered; what must
/// last is in the store.
public final class Desk implements Navigator {
    private static final List<String> PLACES =
            List.of(
                    Places.HOME,
                    Places.APPROVALS,
                    Places.EXPORT,
                    Places.INSPECTION,
                    Places.DEVICES,
                    Places.SETTINGS);

    private final Kit kit;
    private final StationPorts ports;
    private final Visit visit;
    private final SessionScreens steps;
    private final Places places;
    private final WorkbenchScreens workbench;
    private final DeviceBoard board;
    private final CitizenWindow citizen;
    private final Background.Slot moving;
    private final Background.Slot counting;
    private Where here = new Where.Elsewhere();

    /// Makes anew what stands on the screen, for when it was locked.
    private Supplier<Screen> standing = this::home;

    public Desk(Kit kit, StationPorts ports) {
        this.kit = kit;
        this.ports = ports;
        this.visit = new Visit(ports.enrollment(), kit.background(), ports.clock());
        this.steps = new SessionScreens(kit, ports, visit, this);
        this.places = new Places(PLACES, ports.sign());
        this.workbench = new WorkbenchScreens(kit, ports, visit, places);
        this.board = new DeviceBoard(ports.devices(), kit.background());
        this.citizen = new CitizenWindow(kit, visit, ports.sign().training());
        this.moving = kit.background().slot("desk");
        this.counting = kit.background().slot("desk counts");
        kit.shell().lightsProperty().bind(board.lights());
        kit.shell().onCover(visit.citizenSide()::cover);
        if (ports.citizenScreen()) {
            kit.background().post(citizen::openBeside); // when the station's window stands
        }
    }

    @Override
    public void go(Intent intent) {
        switch (intent) {
            case Intent.Open(var place) -> {
                if (place.equals(Places.DEVICES)) {
                    openDevices();
                } else {
                    open(place);
                }
            }
            case Intent.Workbench(var device, var page) -> openWorkbench(device, page);
            case Intent.Step(int number) -> enter(Step.values()[number - 1]);
            case Intent.Next _ -> next();
            case Intent.Back _ -> back();
            case Intent.Call _ -> call();
            case Intent.Resume(var session) -> resume(session);
            case Intent.Exception _ -> except();
            case Intent.Park _ -> park();
            case Intent.Lock _ -> lock();
            case Intent.CitizenScreen _ -> citizen.toggle();
            case Intent.Quit _ -> Ui.stop();
        }
    }

    private void open(String place) {
        here = new Where.Elsewhere();
        greet();
        count();
        if (visit.officerProperty().get().isEmpty()) {
            kit.shell().show(signIn());
        } else {
            put(
                    switch (places.shown(place)) {
                        case Places.APPROVALS -> this::approvals;
                        case Places.EXPORT -> this::export;
                        case Places.INSPECTION -> this::inspection;
                        case Places.DEVICES -> this::devices;
                        case Places.SETTINGS -> this::settings;
                        default -> this::home;
                    });
        }
        visit.leave(); // last: what stood until now showed the session
    }

    /// In a session they stand beside it: the way back leads where the operator was.
    private void openDevices() {
        switch (here) {
            case Where.At _, Where.Exceptions _ -> {
                here = new Where.DevicesBeside(here);
                put(this::devices);
            }
            case Where.DevicesBeside _ -> put(this::devices);
            case Where.AtWorkbench(var devices) -> {
                here = devices;
                openDevices();
            }
            case Where.Elsewhere _ -> open(Places.DEVICES);
        }
    }

    private void openWorkbench(DeviceInfo device, Intent.Workbench.Page page) {
        if (!(here instanceof Where.AtWorkbench)) {
            here = new Where.AtWorkbench(here);
        }
        put(() -> workbench.page(device, page));
    }

    private void greet() {
        visit.citizenSide().show(new CitizenSide.Shown.Greeting());
    }

    private void put(Supplier<Screen> screen) {
        standing = screen;
        kit.shell().show(screen.get());
    }

    /// Counts what waits, for the rail and the lights.
    private void count() {
        counting.start(
                () -> List.of(ports.outbox().waiting().size(), awaitingApproval()),
                counts -> {
                    board.waiting(counts.getFirst());
                    places.count(Places.EXPORT, counts.getFirst(), false);
                    places.count(Places.APPROVALS, counts.getLast(), true);
                },
                this::failed);
    }

    private int awaitingApproval() throws StationFault {
        return (int)
                ports.sessions().list().stream()
                        .filter(s -> s.stage() == Stage.AWAITING_APPROVAL)
                        .count();
    }

    private void enter(Step step) {
        if (visit.sessionProperty().get().isEmpty()) {
            open(Places.HOME);
            return;
        }
        if (visit.standing().steps().get(step) == Standing.State.LOCKED) {
            kit.shell().toast(Tone.WARN, Phrase.of("desk.locked"));
            return;
        }
        here = new Where.At(step);
        put(() -> steps.of(step));
    }

    private void next() {
        if (here instanceof Where.At(var step)) {
            enter(after(step));
        } else {
            back();
        }
    }

    private static Step after(Step step) {
        return Step.values()[Math.min(step.ordinal() + 1, Step.SLIP.ordinal())];
    }

    private void back() {
        switch (here) {
            case Where.At(var step) -> back(step);
            case Where.Exceptions _ -> enter(Step.FINGERPRINTS);
            case Where.DevicesBeside(var origin) -> enter(origin);
            case Where.AtWorkbench _ -> openDevices();
            case Where.Elsewhere _ -> open(Places.HOME);
        }
    }

    /// Back beside the session, to where the devices were asked for.
    private void enter(Where origin) {
        switch (origin) {
            case Where.At(var step) -> enter(step);
            case Where.Exceptions _ -> except();
            case Where.DevicesBeside(var first) -> enter(first);
            case Where.AtWorkbench(var devices) -> enter(devices);
            case Where.Elsewhere _ -> open(Places.HOME);
        }
    }

    private void back(Step from) {
        switch (from) {
            case FIND -> leaveFirstStep(visit.session());
            case SLIP -> open(Places.HOME);
            case SERVICES, CHECK, FINGERPRINTS, PORTRAIT, REVIEW ->
                    enter(Step.values()[from.ordinal() - 1]);
        }
    }

    private void except() {
        here = new Where.Exceptions();
        put(steps::exceptions);
    }

    /// A session in which nobody was found is nothing to keep.
    private void leaveFirstStep(Session session) {
        if (session.citizen().isPresent()) {
            open(Places.HOME);
            return;
        }
        var officer = visit.officer();
        moving.start(
                () -> visit.enrollment().cancel(session.id(), "nobody-found", officer),
                _ -> open(Places.HOME),
                this::failed);
    }

    private void call() {
        var officer = visit.officer();
        moving.start(() -> visit.enrollment().open(officer), this::resumed, this::failed);
    }

    private void resume(UUID id) {
        var officer = visit.officer();
        var session = new SessionId(id);
        moving.start(() -> reopened(session, officer), this::resumed, this::failed);
    }

    private Outcome reopened(SessionId id, Officer officer) throws StationFault {
        var seen = visit.enrollment().view(id, officer, Purpose.WORK);
        return seen instanceof Outcome.Done(var session) && session.stage() == Stage.PARKED
                ? visit.enrollment().resume(id, officer)
                : seen;
    }

    private void resumed(Outcome outcome) {
        switch (outcome) {
            case Outcome.Done(var session) -> {
                visit.show(session);
                enter(visit.standing().next());
            }
            case Outcome.Refused(var reason) ->
                    kit.shell().toast(Tone.WARN, ReasonTexts.of(reason).whole());
        }
    }

    private void park() {
        var officer = visit.officer();
        var session = visit.session();
        moving.start(
                () -> visit.enrollment().park(session.id(), officer),
                outcome -> {
                    switch (outcome) {
                        case Outcome.Done _ -> {
                            open(Places.HOME);
                            kit.shell().toast(Tone.PARKED, Phrase.of("desk.parked"));
                        }
                        case Outcome.Refused(var reason) ->
                                kit.shell().toast(Tone.WARN, ReasonTexts.of(reason).whole());
                    }
                },
                this::failed);
    }

    /// The place and the session stay; only the officer is asked for again.
    private void lock() {
        greet();
        kit.shell().officerProperty().set(Optional.empty());
        kit.shell().show(signIn());
        visit.signedOut();
    }

    private void failed(StationFault fault) {
        kit.shell().toast(Tone.BAD, FaultTexts.of(fault).whole());
    }

    private Screen signIn() {
        var model =
                new SignInViewModel(
                        ports.accounts(),
                        ports.sessions(),
                        ports.outbox(),
                        kit.background(),
                        this::welcome);
        return new SignInView(
                kit,
                model,
                new SignInView.About(ports.sign(), board.checks(), ports.trainingPasswords()));
    }

    private void welcome(Officer officer) {
        visit.signedIn(officer);
        kit.shell()
                .officerProperty()
                .set(Optional.of(new Person(officer.name(), Phrase.of("role." + officer.role()))));
        boolean same = places.offer(officer.role());
        count();
        if (same || here.isOfSession() && Right.ENROLL.of(officer.role())) {
            kit.shell().show(standing.get());
        } else {
            open(Places.HOME);
        }
    }

    private Screen home() {
        var model =
                new HomeViewModel(
                        ports.sessions(), ports.outbox(), ports.clock(), kit.background());
        return new HomeView(
                kit,
                model,
                places,
                new HomeView.About(visit.officer().name(), board.checks(), ports.clock()));
    }

    private Screen devices() {
        return new DevicesView(
                kit,
                new DevicesViewModel(ports.devices(), kit.background()),
                places,
                workbench.isFor(visit.officer().role()));
    }

    private Screen settings() {
        var model =
                new SettingsViewModel(
                        ports.preferences(),
                        kit.background(),
                        kit.texts().localeProperty(),
                        kit.theme().lookProperty(),
                        kit.theme().textSizeProperty());
        return new SettingsView(kit, model, places, ports.policies());
    }

    private Screen approvals() {
        return new ApprovalsView(
                kit,
                new ApprovalsViewModel(visit, kit.background()),
                places,
                ports.office().site().profile());
    }

    private Screen inspection() {
        return new InspectionView(
                kit, new InspectionViewModel(visit, ports.inspection(), kit.background()), places);
    }

    private Screen export() {
        return new ExportView(
                kit,
                new ExportViewModel(visit, ports.outbox(), ports.exports(), kit.background()),
                places);
    }
}
