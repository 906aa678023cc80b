package vn.tram.driver.zfm.wire;

/// Confirmation codes, the first byte of each answer.
public final class Confirmation {
    public static final int OK = 0x00;
    public static final int RECEIVE_ERROR = 0x01;
    public static final int NO_FINGER = 0x02;
    public static final int IMAGE_FAILED = 0x03;
    public static final int TOO_FEW_POINTS = 0x07;
    public static final int NO_MATCH = 0x08;
    public static final int NOT_FOUND = 0x09;
    public static final int MISMATCH = 0x0A;
    public static final int PAGE_OUT_OF_RANGE = 0x0B;
    public static final int BAD_TEMPLATE = 0x0C;
    public static final int NO_TEMPLATE_TO_SEND = 0x0D;
    public static final int CANNOT_RECEIVE = 0x0E;
    public static final int NO_IMAGE_TO_SEND = 0x0F;
    public static final int NOT_DELETED = 0x10;
    public static final int WRONG_PASSWORD = 0x13;
    public static final int NO_IMAGE = 0x15;
    public static final int WRONG_REGISTER = 0x1A;
    public static final int WRONG_SETTING = 0x1B;
    public static final int WRONG_NOTEPAD = 0x1C;
    public static final int WRONG_ADDRESS = 0x20;
    public static final int PASSWORD_NEEDED = 0x21;
    public static final int ECHO = 0x55;
    public static final int UNSUPPORTED = 0xFC;

    private Confirmation() {}

    /// What a code says, for the log.
    public static String words(int code) {
        return switch (code) {
            case OK -> "done";
            case RECEIVE_ERROR -> "the module received a damaged packet";
            case NO_FINGER -> "no finger";
            case IMAGE_FAILED -> "the finger could not be pictured";
            case 0x06 -> "the picture is too messy";
            case TOO_FEW_POINTS -> "too few points in the picture";
            case NO_IMAGE_TO_SEND -> "the picture cannot be sent";
            case WRONG_PASSWORD -> "wrong password";
            case NO_IMAGE -> "no picture in the module";
            case 0x18 -> "the module's memory cannot be written";
            case WRONG_REGISTER, WRONG_SETTING -> "no such setting";
            case WRONG_ADDRESS -> "wrong address";
            case PASSWORD_NEEDED -> "the password is wanted first";
            case 0x26 -> "the module waited too long";
            case 0x29 -> "the sensor is broken";
            case UNSUPPORTED -> "the module does not know the command";
            case 0xFD -> "the module's hardware is broken";
            default -> "the module refused with code %02Xh".formatted(code);
        };
    }
}
