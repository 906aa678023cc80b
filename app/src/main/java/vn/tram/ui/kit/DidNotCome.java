package vn.tram.ui.kit;

/// What a [Hand] waited for did not come.
public final class DidNotCome extends Exception {
    private static final long serialVersionUID = 1L;

    /// @param what was awaited
    /// @param there what stood on the screen instead; nothing private
    DidNotCome(String what, String there) {
        super(what + " did not come; there is " + there);
    }
}
