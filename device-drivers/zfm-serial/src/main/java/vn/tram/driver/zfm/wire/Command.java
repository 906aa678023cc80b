package vn.tram.driver.zfm.wire;

/// Instruction codes, by their names in the modules' manuals.
public final class Command {
    public static final int GEN_IMG = 0x01;
    public static final int IMG_2_TZ = 0x02;
    public static final int MATCH = 0x03;
    public static final int SEARCH = 0x04;
    public static final int REG_MODEL = 0x05;
    public static final int STORE = 0x06;
    public static final int LOAD_CHAR = 0x07;
    public static final int UP_CHAR = 0x08;
    public static final int DOWN_CHAR = 0x09;
    public static final int UP_IMAGE = 0x0A;
    public static final int DOWN_IMAGE = 0x0B;
    public static final int DELET_CHAR = 0x0C;
    public static final int EMPTY = 0x0D;
    public static final int SET_SYS_PARA = 0x0E;
    public static final int READ_SYS_PARA = 0x0F;
    public static final int SET_PWD = 0x12;
    public static final int VFY_PWD = 0x13;
    public static final int GET_RANDOM_CODE = 0x14;
    public static final int SET_ADDER = 0x15;
    public static final int READ_INF_PAGE = 0x16;
    public static final int CONTROL = 0x17;
    public static final int WRITE_NOTEPAD = 0x18;
    public static final int READ_NOTEPAD = 0x19;
    public static final int HI_SPEED_SEARCH = 0x1B;
    public static final int TEMPLATE_NUM = 0x1D;
    public static final int READ_INDEX_TABLE = 0x1F;
    public static final int GET_IMAGE_EX = 0x28;
    public static final int GET_ENROLL_IMAGE = 0x29;
    public static final int CANCEL = 0x30;
    public static final int AURA_LED = 0x35;
    public static final int CHECK_SENSOR = 0x36;
    public static final int GET_ALG_VER = 0x39;
    public static final int GET_FW_VER = 0x3A;
    public static final int READ_PROD_INFO = 0x3C;
    public static final int SOFT_RST = 0x3D;
    public static final int HANDSHAKE = 0x40;
    public static final int LED_ON = 0x50;
    public static final int LED_OFF = 0x51;
    public static final int ECHO = 0x53;

    private Command() {}
}
