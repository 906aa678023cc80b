package vn.tram.driver.sbi;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import vn.tram.device.DeviceQuery;
import vn.tram.device.Fault;
import vn.tram.device.Fault.Doubt;
import vn.tram.device.FaultException;
import vn.tram.driver.sbi.Details.DigitalId;

/// Finds the one device of a service that an address means, and believes it only when everything
/// about it holds: both signatures, the serial number in three places, state, purpose and version.
final class Identification {
    /// A device that is who it says it is, and the key it signs with.
    ///
    /// @param spec the version in use
    record Identified(Details details, Spec spec, Signed info) {
        /// How a request names it.
        String deviceName() {
            return spec == Spec.V1_0 ? details.digitalId().serial() : details.id();
        }
    }

    /// What one device of the service said, before anything is believed.
    private record Offer(String deviceInfo, Details details, Optional<ServiceError> error) {}

    private final SbiAddress wanted;
    private final Chain chain;

    Identification(SbiAddress wanted, Chain chain) {
        this.wanted = wanted;
        this.chain = chain;
    }

    /// The answer to the question for the info, in whichever version the service speaks.
    static JsonNode ask(Service service, Service.Ask ask)
            throws FaultException, InterruptedException {
        var answer = service.call(Spec.V0_9_5.info(), "info", Optional.empty(), ask);
        if (answer.isArray()) {
            return answer;
        }
        var body = Json.MAPPER.createObjectNode();
        body.put("type", "Biometric Device");
        body.put("specVersion", Spec.V1_0.version());
        var newer = service.call(Spec.V1_0.info(), "info", Optional.of(body), ask);
        if (newer.isArray()) {
            return newer;
        }
        var error = ServiceError.of(answer);
        throw new FaultException(
                error.isPresent() && !error.get().isUnknownMethod()
                        ? error.get().fault(service.base().toString(), Duration.ZERO)
                        : new Fault.Garbled("device info in an array", "something else"));
    }

    /// @param answer an array of `deviceInfo` and `error`
    Identified choose(JsonNode answer) throws FaultException {
        var offers = new ArrayList<Offer>();
        for (var element : answer) {
            var offer = offer(element);
            if (wanted.means(offer.details.type(), offer.details.digitalId().serial())) {
                offers.add(offer);
            }
        }
        if (offers.isEmpty()) {
            throw DeviceQuery.refused(
                    wanted.address(), "the service has no such device among " + answer.size());
        }
        if (offers.size() > 1) {
            throw DeviceQuery.refused(
                    wanted.address(),
                    "the service has several such devices: "
                            + serials(offers)
                            + "; name one as /finger/SERIAL or /face/SERIAL");
        }
        return believed(offers.getFirst());
    }

    private static List<String> serials(List<Offer> offers) {
        return offers.stream().map(o -> o.details.digitalId().serial()).toList();
    }

    private static Offer offer(JsonNode element) throws FaultException {
        var text = Json.text(element, "deviceInfo", "device info");
        var payload = Signed.unverified(text, "device info");
        var id = Signed.unverified(Json.text(payload, "digitalId", "device info"), "digital id");
        return new Offer(text, Details.of(payload, DigitalId.of(id)), ServiceError.of(element));
    }

    private Identified believed(Offer offer) throws FaultException {
        checkState(offer);
        if (!Signed.looksSigned(offer.deviceInfo)) {
            throw doubt(Doubt.SIGNATURE, "the device info is not signed");
        }
        var info = Signed.read(offer.deviceInfo, "device info", chain);
        var id = digitalId(info.payload(), "device info");
        var details = Details.of(info.payload(), id);
        if (!details.code().equals(id.serial())) {
            throw doubt(Doubt.IDENTITY, "device code and serial number differ");
        }
        var stated = Json.text(info.payload(), "serialNo");
        if (stated.isPresent() && !stated.get().equals(id.serial())) {
            throw doubt(Doubt.IDENTITY, "the two serial numbers of the device info differ");
        }
        checkPurpose(details);
        return new Identified(details, details.spec(), info);
    }

    /// The maker's word on who the device is, with its own signature.
    DigitalId digitalId(JsonNode payload, String what) throws FaultException {
        var text = Json.text(payload, "digitalId", what);
        if (!Signed.looksSigned(text)) {
            throw doubt(Doubt.SIGNATURE, "the digital id in the " + what + " is not signed");
        }
        return DigitalId.of(Signed.read(text, "digital id", chain).payload());
    }

    private void checkState(Offer offer) throws FaultException {
        switch (offer.details.status()) {
            case "Ready" -> {}
            case "Busy" -> throw new FaultException(new Fault.Busy("the device service"));
            case "Not Ready" -> throw state(offer, 110, "the device is not ready");
            case "Not Registered" -> throw state(offer, 100, "the device is not registered");
            default ->
                    throw new FaultException(
                            new Fault.Garbled("a device status", "an unknown one"));
        }
    }

    private static FaultException state(Offer offer, int code, String meaning) {
        return new FaultException(
                new Fault.Refused(offer.error.map(ServiceError::code).orElse(code), meaning));
    }

    private void checkPurpose(Details details) throws FaultException {
        if (!details.purpose().equalsIgnoreCase("Registration")) {
            throw new FaultException(
                    new Fault.Refused(121, "the device is not one for registration"));
        }
        if (wanted.env().isPresent() && !details.env().equalsIgnoreCase(wanted.env().get())) {
            throw doubt(Doubt.IDENTITY, "the device is of another environment than was asked for");
        }
    }

    static FaultException doubt(Doubt doubt, String why) {
        return new FaultException(new Fault.Untrusted(doubt, why));
    }
}
