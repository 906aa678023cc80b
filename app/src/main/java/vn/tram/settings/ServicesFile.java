package vn.tram.settings;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.tram.domain.CardFormat;
import vn.tram.domain.Field;
import vn.tram.domain.Service;
import vn.tram.enroll.StationFault;
import vn.tram.image.Position;

/// Reads `config/services.toml`.
final class ServicesFile {
    /// Stands for the ten single fingers in a list of positions.
    private static final String TEN_FINGERS = "ten-fingers";

    /// Stands for the ten fingers rolled. The station compares them with the plain ones.
    private static final String TEN_ROLLED = "ten-rolled";

    private static final int OLDEST_FROM_AGE = 120;

    private ServicesFile() {}

    static List<Service> read(Table file) throws StationFault {
        file.only("service");
        var services = new ArrayList<Service>();
        var codes = new HashSet<String>();
        for (var table : file.tables("service")) {
            var service = table.made(ServicesFile::service);
            if (!codes.add(service.code())) {
                throw table.fault("code", "\"" + service.code() + "\" is taken by another service");
            }
            services.add(service);
        }
        return List.copyOf(services);
    }

    private static Service service(Table t) throws StationFault {
        t.only(
                "code",
                "basis",
                "text-version",
                "from-age",
                "fields",
                "positions",
                "cards",
                "name",
                "text");
        int fromAge = t.whole("from-age");
        OutOfRange.check("from-age", fromAge, 0, OLDEST_FROM_AGE);
        var positions = positions(t);
        return new Service(
                t.word("code"),
                bothLanguages(t.table("name"), 60),
                t.choice("basis", Service.Basis.class),
                t.date("text-version").toString(),
                bothLanguages(t.table("text"), 600),
                t.choices("fields", Field.class),
                positions,
                cards(t, positions),
                fromAge);
    }

    private static Map<String, String> bothLanguages(Table t, int most) throws StationFault {
        return t.only("vi", "en")
                .made(texts -> {
                    var vi = texts.text("vi");
                    var en = texts.text("en");
                    OutOfRange.check("vi", vi, most);
                    OutOfRange.check("en", en, most);
                    return Map.of("vi", vi, "en", en);
                });
    }

    private static Set<Position> positions(Table t) throws StationFault {
        var positions = EnumSet.noneOf(Position.class);
        for (var word : t.texts("positions")) {
            if (word.equals(TEN_FINGERS)) {
                positions.addAll(Position.fingers());
            } else if (word.equals(TEN_ROLLED)) {
                positions.addAll(Position.rolled());
            } else {
                positions.add(position(t, word));
            }
        }
        for (var position : positions) {
            if (!positions.contains(position.finger())) {
                throw t.fault(
                        "positions",
                        "\""
                                + Table.lowerDash(position)
                                + "\" asks for \""
                                + Table.lowerDash(position.finger())
                                + "\" too: a rolled print is compared with the plain one");
            }
        }
        return positions;
    }

    private static Set<CardFormat> cards(Table t, Set<Position> positions) throws StationFault {
        var cards = EnumSet.noneOf(CardFormat.class);
        for (var word : t.texts("cards")) {
            cards.add(card(t, word));
        }
        if (!cards.isEmpty() && !positions.contains(Position.FACE)) {
            throw t.fault("cards", "are cut out of the face, which is not among the positions");
        }
        return cards;
    }

    private static CardFormat card(Table t, String word) throws StationFault {
        var codes = new ArrayList<String>();
        for (var format : CardFormat.values()) {
            if (format.code().equals(word)) {
                return format;
            }
            codes.add(format.code());
        }
        throw t.fault("cards", "\"" + word + "\" is none of " + String.join(", ", codes));
    }

    private static Position position(Table t, String word) throws StationFault {
        for (var position : Position.values()) {
            boolean asked = position.isFinger() || position == Position.FACE;
            if (asked && Table.lowerDash(position).equals(word)) {
                return position;
            }
        }
        throw t.fault(
                "positions",
                "\""
                        + word
                        + "\" is neither "
                        + TEN_FINGERS
                        + ", "
                        + TEN_ROLLED
                        + ", one finger, nor face");
    }
}
