package vn.tram.calibration;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.tram.calibration.Chain.Link;
import vn.tram.calibration.Rules.Consequence;
import vn.tram.device.DeviceInfo;
import vn.tram.domain.Digest;

/// Whether a device may be used, by its certificates.
public sealed interface Fitness {
    /// Passed and not ended.
    ///
    /// @param certificate digest of its file
    record Fit(Digest certificate, Instant until) implements Fitness {}

    /// Not fit, but a supervisor let it be used for a while.
    record Extended(Why why, Digest certificate, Instant until) implements Fitness {}

    /// @param certificate the last one, if there is any
    record Unfit(Why why, Consequence consequence, Optional<Digest> certificate)
            implements Fitness {}

    /// What is wrong with the last certificate.
    enum Why {
        /// There is none.
        MISSING,
        EXPIRED,
        /// A measure was beyond its limit or missing.
        FAILED,
        /// Driver or firmware are not those that were measured.
        CHANGED,
        /// The chain was tampered with.
        BROKEN
    }

    /// @param driver scheme and version that the device is opened with now
    static Fitness of(Chain chain, DeviceInfo device, String driver, Rules rules, Instant now) {
        return switch (chain) {
            case Chain.Broken _ -> new Unfit(Why.BROKEN, rules.failed(), Optional.empty());
            case Chain.Whole(var links) -> of(links, device, driver, rules, now);
        };
    }

    private static Fitness of(
            List<Link> links, DeviceInfo device, String driver, Rules rules, Instant now) {
        var last =
                links.reversed().stream().filter(l -> l.entry() instanceof Certificate).findFirst();
        if (last.isEmpty() || !(last.get().entry() instanceof Certificate certificate)) {
            return new Unfit(Why.MISSING, rules.missing(), Optional.empty());
        }
        var digest = last.get().digest();
        var wrong = wrong(certificate, device, driver, now);
        if (wrong.isEmpty()) {
            return new Fit(digest, certificate.until());
        }
        for (var link : links) {
            if (link.entry() instanceof Entry.Extension extension
                    && extension.certificate().equals(digest)
                    && now.isBefore(extension.until())) {
                return new Extended(wrong.get(), digest, extension.until());
            }
        }
        var consequence = wrong.get() == Why.EXPIRED ? rules.expired() : rules.failed();
        return new Unfit(wrong.get(), consequence, Optional.of(digest));
    }

    private static Optional<Why> wrong(
            Certificate certificate, DeviceInfo device, String driver, Instant now) {
        if (!certificate.device().firmware().equals(device.firmware())
                || !certificate.driver().equals(driver)) {
            return Optional.of(Why.CHANGED);
        }
        if (!certificate.passed()) {
            return Optional.of(Why.FAILED);
        }
        return now.isBefore(certificate.until()) ? Optional.empty() : Optional.of(Why.EXPIRED);
    }
}
