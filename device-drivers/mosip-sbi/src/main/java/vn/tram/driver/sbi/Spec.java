package vn.tram.driver.sbi;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The versions of the interface, and where they differ.
public enum Spec {
    /// What the field speaks.
    V0_9_5("0.9.5", "MOSIPDISC", "MOSIPDINFO", "deviceId"),
    /// A release candidate.
    V1_0("1.0", "SBIDISC", "SBIINFO", "serialNo");

    private final String version;
    private final String discovery;
    private final String info;
    private final String deviceField;

    Spec(String version, String discovery, String info, String deviceField) {
        this.version = version;
        this.discovery = discovery;
        this.info = info;
        this.deviceField = deviceField;
    }

    /// As it is written in a request.
    public String version() {
        return version;
    }

    /// The HTTP method that asks what is attached.
    public String discovery() {
        return discovery;
    }

    /// The HTTP method that asks for the signed device info.
    public String info() {
        return info;
    }

    /// The field of a request that names the device.
    public String deviceField() {
        return deviceField;
    }

    /// The first of a device's versions that this program speaks; element 0 is the one in use.
    static Optional<Spec> of(List<String> versions) {
        return versions.stream()
                .flatMap(v -> Arrays.stream(values()).filter(s -> s.version.equals(v)))
                .findFirst();
    }
}
