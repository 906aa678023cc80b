package vn.tram.driver.zfm.simulator;

import vn.tram.driver.zfm.wire.Command;

/// What must follow a command's code.
final class Arguments {
    private Arguments() {}

    /// How many bytes must follow a command's code.
    static int of(int code) {
        return switch (code) {
            case Command.IMG_2_TZ,
                    Command.UP_CHAR,
                    Command.DOWN_CHAR,
                    Command.READ_INDEX_TABLE,
                    Command.CONTROL,
                    Command.READ_NOTEPAD ->
                    1;
            case Command.SET_SYS_PARA -> 2;
            case Command.STORE, Command.LOAD_CHAR -> 3;
            case Command.DELET_CHAR,
                    Command.SET_PWD,
                    Command.VFY_PWD,
                    Command.SET_ADDER,
                    Command.AURA_LED ->
                    4;
            case Command.SEARCH, Command.HI_SPEED_SEARCH -> 5;
            case Command.WRITE_NOTEPAD -> 33;
            default -> 0;
        };
    }
}
