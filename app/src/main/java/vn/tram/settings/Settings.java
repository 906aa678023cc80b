package vn.tram.settings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.tram.calibration.Rules;
import vn.tram.domain.Digest;
import vn.tram.domain.Service;
import vn.tram.enroll.StationFault;
import vn.tram.identity.RuleTerms;
import vn.tram.identity.Units;
import vn.tram.quality.AdviceBook;
import vn.tram.quality.Policy;
import vn.tram.quality.SpecialCases;
import vn.tram.roster.RosterRules;
import vn.tram.task.UiThread;

/// Everything the settings folder says, checked.
///
/// @param services in the order in which the operator sees them
/// @param fingerprint and `portrait`: the policies in force
/// @param advice what to try with prints that are not good
/// @param specialCases what they relax of the portrait policy in force
/// @param calibration targets, limits and what follows from a certificate
/// @param roster who is eligible, and which lists are taken
/// @param units the packs of `units/`
/// @param dataRules what each rule of a citizen's data does, and from when
/// @param bundleDigest of the folder's files, as in every dossier; see [Folder#digest]
public record Settings(
        Station station,
        List<Service> services,
        Policy fingerprint,
        Policy portrait,
        AdviceBook advice,
        SpecialCases specialCases,
        Rules calibration,
        RosterRules roster,
        Units units,
        RuleTerms dataRules,
        Digest bundleDigest) {
    private static final String STATION = "station.toml";
    private static final String QUALITY = "quality/";

    public Settings {
        services = List.copyOf(services);
    }

    /// Reads `station.toml`, `services.toml`, `advice.toml`, `special-cases.toml`, `roster.toml`,
    /// `data-rules.toml`, both files of `calibration/` and every `quality/*.toml`, those not in
    /// force too. Reads files, refuses the JavaFX thread.
    ///
    /// @throws StationFault `TK-630`, naming file and key or line, for anything unreadable,
    ///   unknown, missing, of the wrong type or out of range
    public static Settings load(Path configDir) throws StationFault {
        UiThread.refuse("loading settings");
        var folder = Folder.read(configDir);
        var file = folder.table(STATION);
        var station = StationFile.read(file);
        var services = ServicesFile.read(folder.table("services.toml"));
        var policies = policies(folder);
        var chosen = station.policies();
        var portrait = inForce(policies, file.table("policy"), "portrait", chosen.portrait());
        return new Settings(
                station,
                services,
                inForce(policies, file.table("policy"), "fingerprint", chosen.fingerprint()),
                portrait,
                AdviceFile.read(folder.table("advice.toml")),
                SpecialCasesFile.read(folder.table("special-cases.toml"), portrait),
                CalibrationFiles.read(
                        folder.table("calibration/targets.toml"),
                        folder.table("calibration/limits.toml")),
                RosterFile.read(folder.table("roster.toml")),
                UnitFiles.read(folder),
                DataRulesFile.read(folder.table("data-rules.toml")),
                folder.digest());
    }

    /// The service with that code, if there is one.
    public Optional<Service> service(String code) {
        return services.stream().filter(s -> s.code().equals(code)).findFirst();
    }

    private static Map<String, Policy> policies(Folder folder) throws StationFault {
        var policies = new LinkedHashMap<String, Policy>();
        var files = new ArrayList<Table>();
        for (var name : folder.tomlFiles(QUALITY)) {
            files.add(folder.table(name));
        }
        for (var file : files) {
            if (!PolicyFile.builds(file)) {
                add(policies, file, PolicyFile.read(file));
            }
        }
        var bases = Map.copyOf(policies);
        for (var file : files) {
            if (PolicyFile.builds(file)) {
                add(policies, file, PolicyFile.read(file, bases));
            }
        }
        return policies;
    }

    private static void add(Map<String, Policy> policies, Table file, Policy policy)
            throws StationFault {
        if (policies.putIfAbsent(policy.name(), policy) != null) {
            throw file.fault("name", policy.name() + " is the name of another file's policy");
        }
    }

    private static Policy inForce(Map<String, Policy> policies, Table file, String key, String name)
            throws StationFault {
        var policy = policies.get(name);
        if (policy == null) {
            throw file.fault(
                    key, "no file in " + QUALITY + " is named " + name + "; " + policies.keySet());
        }
        return policy;
    }
}
