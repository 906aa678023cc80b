package vn.tram.ui;

import vn.tram.device.DeviceInfo;
import vn.tram.domain.Role;
import vn.tram.enroll.Right;
import vn.tram.ui.kit.Intent.Workbench.Page;
import vn.tram.ui.kit.Kit;
import vn.tram.ui.kit.Places;
import vn.tram.ui.kit.Screen;
import vn.tram.ui.kit.Visit;
import vn.tram.ui.workbench.CalibrationView;
import vn.tram.ui.workbench.CalibrationViewModel;
import vn.tram.ui.workbench.HistoryView;
import vn.tram.ui.workbench.HistoryViewModel;
import vn.tram.ui.workbench.LiveView;
import vn.tram.ui.workbench.LiveViewModel;

/// Makes the technician's pages about one device.
final class WorkbenchScreens {
    private final Kit kit;
    private final StationPorts ports;
    private final Visit visit;
    private final Places places;

    WorkbenchScreens(Kit kit, StationPorts ports, Visit visit, Places places) {
        this.kit = kit;
        this.ports = ports;
        this.visit = visit;
        this.places = places;
    }

    /// Who looks into devices: the technician, and the supervisor in whose name a device is used.
    boolean isFor(Role role) {
        return Right.LOOK_INTO_DEVICES.of(role);
    }

    Screen page(DeviceInfo device, Page page) {
        return switch (page) {
            case HISTORY ->
                    new HistoryView(
                            kit,
                            new HistoryViewModel(
                                    device,
                                    ports.journal(),
                                    ports.enrollment().fitness(),
                                    kit.background()),
                            places,
                            ports.clock());
            case LIVE ->
                    new LiveView(
                            kit,
                            new LiveViewModel(
                                    device,
                                    ports.devices(),
                                    ports.workbench(),
                                    visit,
                                    kit.background()),
                            places);
            case CALIBRATION ->
                    new CalibrationView(
                            kit,
                            new CalibrationViewModel(
                                    device,
                                    ports.devices(),
                                    ports.certification(),
                                    visit,
                                    kit.background(),
                                    ports.clock()),
                            places,
                            ports.clock().getZone());
        };
    }
}
