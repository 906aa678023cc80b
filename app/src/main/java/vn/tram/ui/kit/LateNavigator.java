package vn.tram.ui.kit;

import java.util.Optional;

/// Lets the frame be made before the navigator that needs the frame.
final class LateNavigator implements Navigator {
    private Optional<Navigator> seated = Optional.empty();

    void seat(Navigator navigator) {
        seated = Optional.of(navigator);
    }

    @Override
    public void go(Intent intent) {
        seated.orElseThrow().go(intent);
    }
}
