package vn.tram.driver.sbi.simulator;

/// Why a request is refused. The codes are the specification's where it has one, and those of
/// MOSIP's own service for single fields.
///
/// @param code as it goes into `errorCode`
/// @param info as it goes into `errorInfo`
record Refusal(int code, String info) {
    static final Refusal UNKNOWN_METHOD = new Refusal(500, "Invalid URL or method");
    static final Refusal UNREADABLE = new Refusal(123, "The request is not a JSON object");
    static final Refusal NO_OBJECT = new Refusal(101, "No biometric object detected");
    static final Refusal NOT_REGISTERED = new Refusal(100, "Device not registered");
    static final Refusal NOT_READY = new Refusal(110, "Device not ready");
    static final Refusal BUSY = new Refusal(111, "Device is busy");
    static final Refusal STREAM_TIMEOUT = new Refusal(609, "Live Stream timeout");

    /// A device that is not there.
    static Refusal noDevice(String field) {
        return new Refusal(106, "Device not found: " + field);
    }
}
