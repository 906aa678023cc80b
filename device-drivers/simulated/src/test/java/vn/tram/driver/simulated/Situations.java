package vn.tram.driver.simulated;

import java.net.URI;
import vn.tram.device.conformance.Situation;

/// The contract's situations as scripts.
final class Situations {
    private Situations() {}

    static URI of(String device, Situation situation) {
        return URI.create(
                "sim://"
                        + device
                        + switch (situation) {
                            case WORKING -> "?seed=7";
                            case SILENT -> "?seed=7&fault=silence&at=0";
                            case LEAVING -> "?seed=7&fault=unplug";
                            case MISTAKEN -> "?sed=7";
                        });
    }
}
