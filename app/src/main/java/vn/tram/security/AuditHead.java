package vn.tram.security;

import java.nio.charset.StandardCharsets;
import vn.tram.domain.Digest;

/// Where an audit log ends: all of it up to here follows from these two values.
///
/// @param sequence of the last entry; 0 when there is none
/// @param hash of the last entry; the log's origin when there is none
public record AuditHead(long sequence, Digest hash) {
    /// What a log without entries ends in. Naming the incarnation keeps one station's log from
    /// being passed off as another's.
    static AuditHead origin(String incarnation) {
        var text = "tram-audit/1 " + incarnation;
        return new AuditHead(0, Digest.of(text.getBytes(StandardCharsets.UTF_8)));
    }
}
