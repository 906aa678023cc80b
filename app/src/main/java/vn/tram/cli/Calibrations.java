package vn.tram.cli;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import vn.tram.calibration.Certificates;
import vn.tram.calibration.Chain;
import vn.tram.calibration.Entry;
import vn.tram.calibration.Fitness;
import vn.tram.calibration.Rules;
import vn.tram.calibration.Rules.Consequence;
import vn.tram.calibration.Seal;
import vn.tram.device.DeviceInfo;
import vn.tram.device.Drivers;
import vn.tram.domain.Attempt;
import vn.tram.domain.Digest;
import vn.tram.domain.Mode;
import vn.tram.enroll.DeviceFitness;
import vn.tram.enroll.StationFault;
import vn.tram.enroll.StationFault.Code;
import vn.tram.export.Enclosed;
import vn.tram.security.StateFolder;
import vn.tram.security.StationKeys;

/// The certificates of this station's devices, joined to its key, its rules and its workflow.
final class Calibrations implements DeviceFitness {
    private static final String FOLDER = "calibration";

    private final Certificates certificates;
    private final Rules rules;
    private final Mode mode;
    private final Drivers drivers;
    private final InstantSource clock;

    Calibrations(
            StateFolder folder,
            StationKeys keys,
            Rules rules,
            Drivers drivers,
            InstantSource clock) {
        this.certificates = new Certificates(folder.path().resolve(FOLDER), new StationSeal(keys));
        this.rules = rules;
        this.mode = folder.mode();
        this.drivers = drivers;
        this.clock = clock;
    }

    Certificates certificates() {
        return certificates;
    }

    /// Scheme and version of the driver that opens the device.
    String driver(DeviceInfo device) {
        var scheme = device.address().getScheme();
        return scheme + " " + drivers.version(scheme);
    }

    static Entry.Subject subject(DeviceInfo device) {
        return new Entry.Subject(device.make(), device.model(), device.serial(), device.firmware());
    }

    /// @throws StationFault `LT-400` when the files cannot be read
    Chain chain(Entry.Subject device) throws StationFault {
        try {
            return certificates.of(device);
        } catch (IOException e) {
            throw new StationFault(Code.LT_400, "the certificates of a device", e);
        }
    }

    Fitness fitness(DeviceInfo device) throws StationFault {
        return Fitness.of(chain(subject(device)), device, driver(device), rules, clock.instant());
    }

    @Override
    public Proof proof(DeviceInfo device) throws StationFault {
        return switch (fitness(device)) {
            case Fitness.Fit(_, var until) -> new Proof.Fit(until);
            case Fitness.Extended(var why, _, var until) -> new Proof.Extended(lack(why), until);
            case Fitness.Unfit(var why, var consequence, _) ->
                    refused(consequence)
                            ? new Proof.Refused(lack(why))
                            : new Proof.Warned(lack(why));
        };
    }

    private boolean refused(Consequence consequence) {
        return switch (consequence) {
            case WARN -> false;
            case TRAINING -> mode == Mode.PRODUCTION;
            case BLOCK -> true;
        };
    }

    private static Lack lack(Fitness.Why why) {
        return switch (why) {
            case MISSING -> Lack.MISSING;
            case EXPIRED -> Lack.EXPIRED;
            case FAILED -> Lack.FAILED;
            case CHANGED -> Lack.CHANGED;
            case BROKEN -> Lack.BROKEN;
        };
    }

    @Override
    public Optional<Digest> certificate(Attempt.Device device) throws StationFault {
        var subject =
                new Entry.Subject(
                        device.make(), device.model(), device.serial(), device.firmware());
        return chain(subject) instanceof Chain.Whole(var links)
                ? links.reversed().stream()
                        .filter(l -> l.entry() instanceof vn.tram.calibration.Certificate)
                        .findFirst()
                        .map(Chain.Link::digest)
                : Optional.empty();
    }

    /// The station's signature as the certificates' port.
    private record StationSeal(StationKeys keys) implements Seal {
        @Override
        public byte[] sealed(byte[] content, Instant at) throws SealFailed {
            try {
                return Enclosed.sealed(content, keys, at);
            } catch (StationFault e) {
                throw new SealFailed(e);
            }
        }

        @Override
        public Optional<byte[]> opened(byte[] file) {
            return Enclosed.opened(file, keys);
        }
    }
}
