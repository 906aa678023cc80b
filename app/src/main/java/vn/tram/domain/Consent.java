package vn.tram.domain;

import java.time.Instant;

/// What the citizen answered to one service's text. There is none before the citizen answered.
///
/// @param service the service's code
/// @param textVersion the version of the text that was read
public record Consent(String service, Answer answer, String textVersion, Instant at) {
    public enum Answer {
        /// Told, where the law is the ground.
        TOLD,
        AGREED,
        DECLINED
    }
}
