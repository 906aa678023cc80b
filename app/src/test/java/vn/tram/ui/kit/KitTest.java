package vn.tram.ui.kit;

import org.junit.jupiter.api.Test;

class KitTest {
    @Test
    void everythingTheKitHasKeepsTheRulesOfTheFrame() throws Exception {
        FrameRules.holdFor("kit", KitScreen::new);
    }
}
