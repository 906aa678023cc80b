package vn.tram.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.tram.papers.CardPicture;
import vn.tram.roster.InventedCommunes;
import vn.tram.roster.PeopleFile;
import vn.tram.roster.Person;

@Command(
        name = "generate",
        mixinStandardHelpOptions = true,
        description = {
            "Communes of invented people, for training: people.csv in a folder. The same seed and number"
                    + " always give the same people. Their numbers begin with 000, where no birth is"
                    + " registered, and each row is marked TẬP HUẤN.",
            "The state folder is not touched."
        })
final class RosterGenerateCommand implements Callable<Integer> {
    @Option(
            names = "--people",
            required = true,
            paramLabel = "N",
            description = "How many people, 1 to 100000.")
    private int count;

    @Option(names = "--seed", paramLabel = "S", description = "Default: ${DEFAULT-VALUE}.")
    private long seed = 1;

    @Option(
            names = "--to",
            required = true,
            paramLabel = "DIR",
            description = "The folder; made when it is missing.")
    private Path to = Path.of("");

    @Option(
            names = "--cards",
            paramLabel = "N",
            description =
                    "QR codes of the cards of the first N people from 14 on, as cards/NUMBER.png.")
    private int cards;

    @Mixin private StateOption state = new StateOption();

    @Override
    public Integer call() throws Failure {
        if (count < 1 || count > InventedCommunes.MOST) {
            throw new Failure(
                    "--people is 1 to %d, not %d.".formatted(InventedCommunes.MOST, count));
        }
        try {
            var people = new InventedCommunes(seed).people(count);
            Files.createDirectories(to);
            var file = to.resolve("people.csv");
            PeopleFile.writeTraining(file, people);
            System.out.println(file);
            cards(people);
            return 0;
        } catch (IOException e) {
            throw new Failure(to + " cannot be written: " + e.getMessage() + ".");
        }
    }

    private void cards(List<Person> people) throws IOException {
        var folder = to.resolve("cards");
        var owners =
                people.stream()
                        .filter(p -> p.birth().age(InventedCommunes.DAY) >= 14)
                        .limit(cards)
                        .toList();
        if (!owners.isEmpty()) {
            Files.createDirectories(folder);
        }
        for (var person : owners) {
            Files.write(
                    folder.resolve(person.number().orElseThrow() + ".png"),
                    CardPicture.png(person.citizen()));
        }
    }
}
