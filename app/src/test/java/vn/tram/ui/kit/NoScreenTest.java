package vn.tram.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NoScreenTest {
    @Test
    void aMissingDisplayIsSaid() {
        var thrown =
                new RuntimeException(new UnsupportedOperationException("Unable to open DISPLAY"));
        assertThat(NoScreen.causedBy(thrown)).isTrue();
        assertThat(NoScreen.told(thrown).sentence()).contains("DISPLAY").doesNotContain("GTK");
    }

    @Test
    void aMissingLibraryNamesThePackage() {
        var thrown = new UnsatisfiedLinkError("libgtk-3.so.0: cannot open shared object file");
        assertThat(NoScreen.causedBy(thrown)).isTrue();
        assertThat(NoScreen.told(thrown).sentence()).contains("libgtk-3-0");
    }

    @Test
    void aBugIsNotTakenForAMissingScreen() {
        assertThat(NoScreen.causedBy(new IllegalStateException("a bug"))).isFalse();
    }
}
