package vn.tram.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.tram.calibration.Aspect;
import vn.tram.calibration.Calibration;
import vn.tram.calibration.CalibrationRun;
import vn.tram.calibration.Certificate;
import vn.tram.calibration.Certificates;
import vn.tram.calibration.Chain;
import vn.tram.calibration.Seal;
import vn.tram.calibration.Target;
import vn.tram.device.DeviceInfo;
import vn.tram.domain.Digest;
import vn.tram.domain.Mode;
import vn.tram.domain.Officer;
import vn.tram.enroll.Right;
import vn.tram.enroll.StationFault;
import vn.tram.enroll.StationFault.Code;
import vn.tram.papers.CertificatePaper;
import vn.tram.quality.portrait.CameraPitch;
import vn.tram.quality.portrait.PortraitJudge;
import vn.tram.task.UiThread;
import vn.tram.task.WholeFile;
import vn.tram.ui.workbench.Certification;

/// The certificates of an assembled station, its audit log and its papers, for the screen and the
/// commands.
final class StationCertification implements Certification {
    private final Assembly station;

    StationCertification(Assembly station) {
        this.station = station;
    }

    private Certificates certificates() {
        return station.calibrations().certificates();
    }

    @Override
    public Sight sight(DeviceInfo device) throws StationFault {
        UiThread.refuse("reading certificates");
        var rules = station.settings().calibration();
        var needs = rules.needs(device.kind());
        return new Sight(
                rules.targets().stream().filter(t -> Aspect.of(t).isOf(device.kind())).toList(),
                Stream.of(Aspect.values())
                        .filter(a -> needs.stream().anyMatch(a::has))
                        .collect(Collectors.toUnmodifiableSet()),
                station.calibrations().chain(Calibrations.subject(device)),
                station.calibrations().fitness(device),
                rules.longestExtension());
    }

    @Override
    public Calibration calibration(DeviceInfo device, List<Target> targets, boolean people) {
        var faces = new PortraitJudge(station.settings().portrait(), CameraPitch.NONE);
        return new Calibration(device, targets, people, faces);
    }

    @Override
    public Certificate draft(Calibration calibration, CalibrationRun run, Officer technician) {
        refuseUnless(Right.CALIBRATE, technician);
        var origin =
                new Calibration.Origin(
                        station.calibrations().driver(calibration.device()),
                        Assembly.VERSION,
                        station.keys().station(),
                        technician.id());
        return calibration.certificate(
                run.answers(),
                run.shots(),
                station.settings().calibration(),
                origin,
                Instant.now());
    }

    @Override
    public Issued issue(DeviceInfo device, Certificate draft) throws StationFault {
        try {
            var link = certificates().issue(draft);
            if (!(link.entry() instanceof Certificate certificate)) {
                throw new IllegalStateException("issued something else");
            }
            station.audit()
                    .append(
                            "certificate-issued",
                            certificate.technician(),
                            Optional.empty(),
                            certificate.number()
                                    + " "
                                    + (certificate.passed() ? "passed" : "failed")
                                    + " "
                                    + link.digest());
            station.journal().certified(device, certificate.passed());
            print(certificate, link);
            return new Issued(certificate, link.digest());
        } catch (IOException | Seal.SealFailed e) {
            throw new StationFault(Code.LT_400, "storing a certificate", e);
        }
    }

    private void print(Certificate certificate, Chain.Link link) throws IOException {
        boolean training = station.folder().mode() == Mode.TRAINING;
        WholeFile.write(
                paper(certificate), CertificatePaper.pdf(certificate, link.digest(), training));
    }

    @Override
    public void extend(DeviceInfo device, Digest certificate, int days, String reason, Officer by)
            throws StationFault {
        refuseUnless(Right.EXTEND_CERTIFICATES, by);
        if (days < 1 || days > station.settings().calibration().longestExtension().toDays()) {
            throw new IllegalArgumentException(days + " days are not allowed");
        }
        var now = Instant.now();
        try {
            var link =
                    certificates()
                            .extend(
                                    Calibrations.subject(device),
                                    certificate,
                                    now.plus(Duration.ofDays(days)),
                                    by.id(),
                                    reason,
                                    now);
            station.audit()
                    .append(
                            "certificate-extended",
                            by.id(),
                            Optional.empty(),
                            days + " days " + link.digest());
            station.journal().extended(device);
        } catch (IOException | Seal.SealFailed e) {
            throw new StationFault(Code.LT_400, "storing an extension", e);
        }
    }

    private static void refuseUnless(Right right, Officer officer) {
        if (!right.of(officer.role())) {
            throw new IllegalArgumentException(officer.role() + " has not the right " + right);
        }
    }

    @Override
    public Path paper(Certificate certificate) {
        return file(certificate, "pdf");
    }

    private Path file(Certificate certificate, String ending) {
        return certificates()
                .folder(certificate.device())
                .resolve("%04d.%s".formatted(certificate.number(), ending));
    }

    @Override
    public Path copy(Certificate certificate, String folder) throws StationFault {
        var to = OutsideFolder.of(folder);
        var name = "certificate-" + certificate.device().serial() + "-%04d.";
        var safe = name.replaceAll("[^A-Za-z0-9.%-]", "_").formatted(certificate.number());
        try {
            WholeFile.write(to.resolve(safe + "p7s"), Files.readAllBytes(file(certificate, "p7s")));
            var paper = to.resolve(safe + "pdf");
            WholeFile.write(paper, Files.readAllBytes(paper(certificate)));
            return paper;
        } catch (IOException e) {
            throw new StationFault(Code.LT_406, "copying a certificate", e);
        }
    }
}
