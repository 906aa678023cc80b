package vn.tram.device;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Whose signed devices this station believes: the certificates of folders, ordinarily
/// `config/trust/`. Read anew at each asking, so that a certificate laid there counts at the next
/// opening of a device.
public final class DeviceTrust {
    private static final Set<String> ENDINGS = Set.of("crt", "cer", "pem", "der");

    /// A folder with more than a country's worth of certificates is a mistake.
    private static final int MOST = 1000;

    private static final long MOST_BYTES = 1 << 20;

    private final List<Path> folders;

    private DeviceTrust(List<Path> folders) {
        this.folders = folders;
    }

    /// Believes nobody.
    public static DeviceTrust none() {
        return in();
    }

    /// Believes the certificates (PEM, several in one file, or DER) in the files of these folders
    /// that end in `.crt`, `.cer`, `.pem` or `.der`; a missing folder holds none.
    public static DeviceTrust in(Path... folders) {
        return new DeviceTrust(List.of(folders));
    }

    /// @throws FaultException when a file cannot be read or holds no certificate: it is named
    public List<X509Certificate> certificates() throws FaultException {
        var certificates = new ArrayList<X509Certificate>();
        for (var folder : folders) {
            if (Files.isDirectory(folder)) {
                for (var file : files(folder)) {
                    certificates.addAll(read(file));
                }
            }
        }
        return certificates;
    }

    private static List<Path> files(Path folder) throws FaultException {
        try (var files = Files.list(folder)) {
            return files.filter(DeviceTrust::isCertificate).sorted().limit(MOST).toList();
        } catch (IOException e) {
            throw new FaultException(new Fault.NotPermitted(folder.toString()), e);
        }
    }

    private static boolean isCertificate(Path file) {
        var name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1));
    }

    private static List<X509Certificate> read(Path file) throws FaultException {
        try (InputStream in = Files.newInputStream(file)) {
            if (Files.size(file) > MOST_BYTES) {
                throw unusable(file, new IOException("larger than " + MOST_BYTES + " bytes"));
            }
            return CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
                    .map(X509Certificate.class::cast)
                    .toList();
        } catch (CertificateException e) {
            throw unusable(file, e);
        } catch (IOException e) {
            throw new FaultException(new Fault.NotPermitted(file.toString()), e);
        }
    }

    private static FaultException unusable(Path file, Exception why) {
        return new FaultException(
                new Fault.Untrusted(
                        Fault.Doubt.CERTIFICATE,
                        "the trust folder's file " + file.getFileName() + " is no certificate"),
                why);
    }
}
