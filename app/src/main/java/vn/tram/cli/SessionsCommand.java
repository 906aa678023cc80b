package vn.tram.cli;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.tram.domain.Digest;
import vn.tram.enroll.Sessions;
import vn.tram.enroll.StationFault;

@Command(
        name = "sessions",
        mixinStandardHelpOptions = true,
        description =
                "What is on the station: sessions, their stage, and the attempts stored. Names and numbers are not shown.")
final class SessionsCommand implements Callable<Integer> {
    @Mixin private StateOption state = new StateOption();

    @Option(names = "--json", description = "As JSON instead of CSV.")
    private boolean json;

    private final PrintStream out = System.out;

    @Override
    public Integer call() throws StationFault {
        try (var station = state.open()) {
            var sessions = station.enrollment().list();
            if (json) {
                out.println(Json.of(sessions.stream().map(SessionsCommand::row).toList()));
            } else {
                out.println("id,state,opened,attempts,dossier");
                sessions.forEach(s ->
                        out.println(
                                String.join(
                                        ",",
                                        s.id().toString(),
                                        Words.of(s.stage()),
                                        s.openedAt().toString(),
                                        String.valueOf(s.kept().size()),
                                        s.dossier().map(Digest::hex).orElse(""))));
            }
            return 0;
        }
    }

    private static Map<String, Object> row(Sessions.Summary session) {
        var row = new LinkedHashMap<String, Object>();
        row.put("id", session.id().toString());
        row.put("state", Words.of(session.stage()));
        row.put("opened", session.openedAt().toString());
        row.put("attempts", session.kept().stream().map(SessionsCommand::attempt).toList());
        session.dossier().ifPresent(d -> row.put("dossier", d.hex()));
        return row;
    }

    private static Map<String, Object> attempt(Sessions.Kept kept) {
        var row = new LinkedHashMap<String, Object>();
        row.put("position", Words.of(kept.position()));
        row.put("attempt", kept.attempt());
        kept.frame().map(Digest::hex).ifPresent(hex -> row.put("frame", hex));
        return row;
    }
}
