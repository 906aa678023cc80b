package vn.tram.driver.sbi;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import vn.tram.device.Kind;
import vn.tram.device.Request;
import vn.tram.image.Position;

/// One capture as the interface is asked for it.
///
/// @param fingers expected, in the order of their codes; empty for a face
/// @param transaction the session's, and something new for each request
/// @param previousHash of the session's capture before
/// @param askedAt to the second, as the interface writes times
record Question(
        Spec spec,
        String env,
        String deviceName,
        Position position,
        List<Position> fingers,
        Set<Position> exceptions,
        int score,
        Duration timeout,
        String transaction,
        String previousHash,
        Instant askedAt) {
    /// The interface allows 50 characters; a session's id takes 36.
    private static final int SESSION_CHARS = 36;

    private static final int OWN_CHARS = 13;

    /// @param timeout the service's own
    static Question of(
            Identification.Identified device,
            Request request,
            int score,
            Duration timeout,
            String previousHash) {
        var details = device.details();
        var position = request.position();
        var shown = shown(position, details.kind() == Kind.SLAP_SCANNER);
        var fingers =
                position.members().stream()
                        .filter(m -> !request.missing().contains(m))
                        .sorted()
                        .toList();
        var exceptions = new TreeSet<>(shown.members());
        fingers.forEach(exceptions::remove);
        return new Question(
                device.spec(),
                details.env(),
                device.deviceName(),
                shown,
                fingers,
                exceptions,
                score,
                timeout,
                transaction(request.transaction()),
                previousHash,
                Instant.now().truncatedTo(ChronoUnit.SECONDS));
    }

    /// A slap scanner shows a single finger as a slap whose others are exceptions.
    private static Position shown(Position position, boolean slapScanner) {
        return slapScanner ? position.slap() : position;
    }

    private static String transaction(String session) {
        var allowed = session.replaceAll("[^A-Za-z0-9-]", "-");
        var own = UUID.randomUUID().toString().replace("-", "").substring(0, OWN_CHARS);
        return allowed.substring(0, Math.min(SESSION_CHARS, allowed.length())) + "-" + own;
    }

    int count() {
        return Math.max(1, fingers.size());
    }

    String type() {
        return position == Position.FACE ? "Face" : "Finger";
    }

    /// The part of the device, as [Fingers#subId] numbers them.
    int subId() {
        return Fingers.subId(position);
    }

    /// The body of the request.
    JsonNode body() {
        var body = Json.MAPPER.createObjectNode();
        body.put("env", env);
        body.put("purpose", "Registration");
        body.put("specVersion", spec.version());
        body.put("timeout", Long.toString(timeout.toMillis()));
        body.put("captureTime", askedAt.toString());
        body.put("transactionId", transaction);
        var bio = body.putArray("bio").addObject();
        bio.put("type", type());
        bio.put("count", Integer.toString(count()));
        var subTypes = bio.putArray("bioSubType");
        Fingers.subTypes(fingers).forEach(subTypes::add);
        var excepted = bio.putArray("exception");
        Fingers.subTypes(exceptions).forEach(excepted::add);
        bio.put("requestedScore", Integer.toString(score));
        bio.put(spec.deviceField(), deviceName);
        bio.put("deviceSubId", Integer.toString(subId()));
        bio.put("previousHash", previousHash);
        body.putNull("customOpts");
        return body;
    }
}
