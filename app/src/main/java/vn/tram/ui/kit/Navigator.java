package vn.tram.ui.kit;

/// Takes the operator where a screen asks to go. Called on the thread that draws; may refuse by
/// showing a word on the screen that is there.
@FunctionalInterface
public interface Navigator {
    void go(Intent intent);
}
