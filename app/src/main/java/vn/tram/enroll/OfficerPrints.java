package vn.tram.enroll;

import java.time.Instant;
import java.util.List;
import vn.tram.matching.Template;

/// Port: templates of the officers' own fingers, which they gave so that the station notices when
/// one of them lies where a citizen's should. Templates only, never pictures; they stay in the
/// store. Every method may block and refuses the JavaFX thread; what it stored is durable when it
/// returns.
public interface OfficerPrints {
    /// What is kept of one finger.
    ///
    /// @param template with the extractor that made it, whose release alone can compare it
    /// @param givenAt when the officer agreed and laid the finger down
    record Given(OfficerFinger finger, Template template, String extractor, Instant givenAt) {}

    /// Of all officers, by account and finger.
    List<Given> all() throws StationFault;

    /// Keeps these in place of whatever the officer gave before.
    void replace(String officer, List<Given> given) throws StationFault;
}
