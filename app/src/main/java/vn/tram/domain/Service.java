package vn.tram.domain;

import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.tram.image.Position;

/// Something a citizen can ask for, as `config/services.toml` describes it.
///
/// @param code stable name in records, such as `id-card-new`
/// @param names by language tag, `vi` and `en`
/// @param basis on what ground data are taken
/// @param textVersion version of the text read to the citizen, such as `2026-10-01`
/// @param texts the text read aloud, by language tag
/// @param fields items that must be known before the data check is done
/// @param positions what is captured for it: fingers, plain and rolled, and face
/// @param cards pictures that are cut out of the face for it
/// @param fromAge youngest age in whole years at which `positions` are captured
public record Service(
        String code,
        Map<String, String> names,
        Basis basis,
        String textVersion,
        Map<String, String> texts,
        List<Field> fields,
        Set<Position> positions,
        Set<CardFormat> cards,
        int fromAge) {
    /// On what ground data are taken.
    public enum Basis {
        /// The law demands them: the citizen is told.
        LAW,
        /// The citizen agrees or declines.
        CONSENT
    }

    public Service {
        names = Map.copyOf(names);
        texts = Map.copyOf(texts);
        fields = List.copyOf(fields);
        positions = Set.copyOf(positions);
        cards = Set.copyOf(cards);
    }
}
