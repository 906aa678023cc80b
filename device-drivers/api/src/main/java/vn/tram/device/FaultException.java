package vn.tram.device;

/// Carries a fault upwards inside a driver. Never leaves a driver's public methods.
public final class FaultException extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Fault fault;

    public FaultException(Fault fault) {
        super(fault.toString());
        this.fault = fault;
    }

    public FaultException(Fault fault, Throwable cause) {
        super(fault.toString(), cause);
        this.fault = fault;
    }

    public Fault fault() {
        return fault;
    }
}
