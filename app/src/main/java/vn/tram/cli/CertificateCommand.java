package vn.tram.cli;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.tram.calibration.Certificate;
import vn.tram.calibration.Chain;
import vn.tram.calibration.Entry;
import vn.tram.calibration.Fitness;
import vn.tram.enroll.StationFault;

@Command(
        name = "certificate",
        mixinStandardHelpOptions = true,
        description = {
            "Whether a device is proved fit, and what was issued for it.",
            "Exit 0 when it is fit, 1 when it is not."
        })
final class CertificateCommand implements Callable<Integer> {
    @Mixin private StateOption state = new StateOption();

    @Parameters(paramLabel = "URI", description = "The device.")
    private URI address = URI.create("sim://slap");

    @Option(names = "--json", description = "As JSON.")
    private boolean json;

    @Override
    public Integer call() throws StationFault, Failure, InterruptedException {
        try (var station = state.open();
                var device = CalibrateCommand.opened(station, address)) {
            var calibrations = station.calibrations();
            var fitness = calibrations.fitness(device.info());
            var row = row(fitness);
            if (json) {
                row.put(
                        "entries",
                        switch (calibrations.chain(Calibrations.subject(device.info()))) {
                            case Chain.Broken(var entry, var why) -> "entry " + entry + " " + why;
                            case Chain.Whole(var links) -> links.stream().map(this::entry).toList();
                        });
                System.out.println(Json.of(row));
            } else {
                row.forEach((k, v) -> System.out.println(k + ": " + v));
            }
            return fitness instanceof Fitness.Unfit ? 1 : 0;
        }
    }

    private static Map<String, Object> row(Fitness fitness) {
        var row = new LinkedHashMap<String, Object>();
        switch (fitness) {
            case Fitness.Fit(var certificate, var until) -> {
                row.put("state", "fit");
                row.put("until", until.toString());
                row.put("certificate", certificate.hex());
            }
            case Fitness.Extended(var why, var certificate, var until) -> {
                row.put("state", "extended");
                row.put("why", Words.of(why));
                row.put("until", until.toString());
                row.put("certificate", certificate.hex());
            }
            case Fitness.Unfit(var why, var consequence, var certificate) -> {
                row.put("state", "unfit");
                row.put("why", Words.of(why));
                row.put("consequence", Words.of(consequence));
                certificate.ifPresent(c -> row.put("certificate", c.hex()));
            }
        }
        return row;
    }

    private Map<String, Object> entry(Chain.Link link) {
        var row = new LinkedHashMap<String, Object>();
        row.put("number", link.entry().number());
        row.put("digest", link.digest().hex());
        row.put("at", link.entry().at().toString());
        switch (link.entry()) {
            case Certificate certificate -> {
                row.put("verdict", certificate.passed() ? "passed" : "failed");
                row.put("until", certificate.until().toString());
                row.put("driver", certificate.driver());
                row.put("firmware", certificate.device().firmware());
                row.put("technician", certificate.technician());
                row.put(
                        "targets",
                        certificate.targets().stream().map(Certificate.UsedTarget::id).toList());
                var measures = new ArrayList<Map<String, Object>>();
                for (var measure : certificate.measures()) {
                    var one = new LinkedHashMap<String, Object>();
                    one.put("metric", measure.reading().metric());
                    one.put("value", measure.reading().value());
                    one.put("unit", measure.reading().unit());
                    measure.limit().least().ifPresent(l -> one.put("min", l));
                    measure.limit().most().ifPresent(l -> one.put("max", l));
                    one.put("source", measure.limit().source());
                    one.put("passed", measure.passed());
                    measures.add(one);
                }
                row.put("measures", measures);
                row.put("missing", certificate.missing());
            }
            case Entry.Extension extension -> {
                row.put("extends", extension.certificate().hex());
                row.put("until", extension.until().toString());
                row.put("by", extension.by());
                row.put("reason", extension.reason());
            }
        }
        return row;
    }
}
