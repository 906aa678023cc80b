package vn.tram.driver.sbi.simulator;

/// Carries a refusal to where it is answered.
final class Refused extends Exception {
    private static final long serialVersionUID = 1;
    private final transient Refusal refusal;

    Refused(Refusal refusal) {
        super(refusal.info());
        this.refusal = refusal;
    }

    Refused(int code, String info) {
        this(new Refusal(code, info));
    }

    Refusal refusal() {
        return refusal;
    }
}
