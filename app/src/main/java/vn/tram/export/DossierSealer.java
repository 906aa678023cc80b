package vn.tram.export;

import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import vn.tram.domain.Attempt;
import vn.tram.domain.Digest;
import vn.tram.domain.Dossier;
import vn.tram.domain.Mode;
import vn.tram.domain.Session;
import vn.tram.domain.SessionId;
import vn.tram.enroll.DeviceFitness;
import vn.tram.enroll.Sealer;
import vn.tram.enroll.StationFault;
import vn.tram.enroll.StationFault.Code;
import vn.tram.export.DossierJson.Origin;
import vn.tram.security.StationKeys;
import vn.tram.task.UiThread;

/// Makes dossiers: the content signed by the station (CMS SignedData) inside an envelope that only
/// the registry's sealing key opens (CMS AuthEnvelopedData). Safe for several threads.
public final class DossierSealer implements Sealer {
    private final StationKeys keys;
    private final Origin origin;
    private final InstantSource clock;
    private final Certificates certificates;
    private final Preparation preparation = new Preparation();

    /// @param settings digest of the settings' bundle, as in every dossier
    /// @param software the program's version
    public DossierSealer(StationKeys keys, Mode mode, Digest settings, String software) {
        this(keys, mode, settings, software, InstantSource.system(), _ -> Optional.empty());
    }

    /// The same with the devices' calibration certificates.
    public DossierSealer(
            StationKeys keys, Mode mode, Digest settings, String software, DeviceFitness fitness) {
        this(keys, mode, settings, software, InstantSource.system(), fitness::certificate);
    }

    /// @param clock what the signing time is taken from
    public DossierSealer(
            StationKeys keys, Mode mode, Digest settings, String software, InstantSource clock) {
        this(keys, mode, settings, software, clock, _ -> Optional.empty());
    }

    private DossierSealer(
            StationKeys keys,
            Mode mode,
            Digest settings,
            String software,
            InstantSource clock,
            Certificates certificates) {
        this.certificates = certificates;
        this.keys = keys;
        this.origin = new Origin(keys.station(), mode.text(), software, settings.hex());
        this.clock = clock;
    }

    @Override
    public Future<?> prepare(SessionId session, Kept kept) {
        UiThread.refuse("DossierSealer.prepare");
        return preparation.prepare(session, kept);
    }

    @Override
    public void forget(SessionId session) {
        UiThread.refuse("DossierSealer.forget");
        preparation.forget(session);
    }

    @Override
    public Dossier seal(Session session, List<Kept> kept) throws StationFault {
        UiThread.refuse("DossierSealer.seal");
        var registry = keys.sealing(); // says that it is missing before the long part
        var dossier = enclose(session.id(), encode(session, kept), registry);
        preparation.forget(session.id());
        return dossier;
    }

    /// What is signed and encrypted: pictures in records, parts in one file.
    ///
    /// @throws StationFault `TK-612` when it is interrupted
    DossierContent encode(Session session, List<Kept> kept) throws StationFault {
        try {
            var pictures = new ArrayList<EncodedPictures>();
            for (var one : preparation.pictures(session.id(), kept)) {
                pictures.add(one.get());
            }
            return DossierContent.of(session, pictures, origin, certificates(session));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StationFault(Code.TK_612, "sealing was interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("encoding a picture", e.getCause());
        }
    }

    /// Where a device's calibration certificate is asked for.
    private interface Certificates {
        Optional<Digest> of(Attempt.Device device) throws StationFault;
    }

    /// Digests of the certificates of the session's devices that have one.
    private Map<Attempt.Device, Digest> certificates(Session session) throws StationFault {
        var digests = new HashMap<Attempt.Device, Digest>();
        for (var attempt : session.attempts()) {
            if (!digests.containsKey(attempt.device())) {
                var digest = certificates.of(attempt.device());
                if (digest.isPresent()) {
                    digests.put(attempt.device(), digest.get());
                }
            }
        }
        return digests;
    }

    private Dossier enclose(SessionId session, DossierContent content, X509Certificate registry)
            throws StationFault {
        try {
            var station = new Signatory(keys.signingKey(), keys.certificate(), keys.ca());
            var signed = Signed.enclosing(content.zip(), station, clock.instant());
            return new Dossier(session, Envelope.around(signed, registry));
        } catch (GeneralSecurityException e) {
            throw new StationFault(Code.TK_612, "session " + session, e);
        }
    }

    @Override
    public String toString() {
        return "DossierSealer[" + keys.station() + "]";
    }
}
