package vn.tram.ui.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;
import vn.tram.domain.Role;
import vn.tram.enroll.Right;

/// The places of the rail that this station has, with what waits in each. A place that is not built
/// is not shown.
public final class Places {
    public static final String HOME = "home";
    public static final String ENROLL = "enroll";
    public static final String QUEUE = "queue";
    public static final String ROSTER = "roster";
    public static final String APPROVALS = "approvals";
    public static final String EXPORT = "export";
    public static final String COVERAGE = "coverage";
    public static final String DEVICES = "devices";
    public static final String INSPECTION = "inspection";
    public static final String SETTINGS = "settings";

    private static final Map<String, Ikon> ICONS =
            Map.of(
                    HOME, Material2OutlinedAL.HOME,
                    ENROLL, Material2OutlinedAL.HOW_TO_REG,
                    QUEUE, Material2OutlinedAL.LIBRARY_ADD,
                    ROSTER, Material2OutlinedAL.LIST,
                    APPROVALS, Material2OutlinedAL.ASSIGNMENT_TURNED_IN,
                    EXPORT, Material2OutlinedMZ.SD_CARD,
                    COVERAGE, Material2OutlinedMZ.PIE_CHART,
                    DEVICES, Material2OutlinedMZ.USB,
                    INSPECTION, Material2OutlinedAL.FACT_CHECK,
                    SETTINGS, Material2OutlinedMZ.SETTINGS);

    /// What somebody must be allowed to be shown the place; the others are everybody's.
    private static final Map<String, Right> RIGHTS =
            Map.of(
                    HOME, Right.ENROLL,
                    APPROVALS, Right.SEE_APPROVALS,
                    EXPORT, Right.DELIVER,
                    INSPECTION, Right.INSPECT);

    private final List<Place> built;
    private final ReadOnlyObjectWrapper<List<Place>> all = new ReadOnlyObjectWrapper<>();
    private final Phrase foot;
    private Optional<Role> offered = Optional.empty();

    /// @param names out of the constants, in the order of the rail
    /// @param foot the station's number and version
    public Places(List<String> names, StationSign foot) {
        built =
                names.stream()
                        .map(name ->
                                Place.of(
                                        name,
                                        Objects.requireNonNull(ICONS.get(name), name),
                                        Phrase.of("place." + name)))
                        .toList();
        all.set(built);
        this.foot = Phrase.of("kit.foot", foot.number(), foot.version());
    }

    public ReadOnlyObjectProperty<List<Place>> allProperty() {
        return all.getReadOnlyProperty();
    }

    /// Shows the places of a role, nothing counted in them yet.
    ///
    /// @return whether that role's were shown before
    public boolean offer(Role role) {
        boolean same = offered.equals(Optional.of(role));
        offered = Optional.of(role);
        all.set(
                built.stream()
                        .filter(p ->
                                Optional.ofNullable(RIGHTS.get(p.name()))
                                        .map(right -> right.of(role))
                                        .orElse(true))
                        .toList());
        return same;
    }

    /// The place itself where it is shown, else the first one that is.
    public String shown(String name) {
        return has(name) ? name : all.get().getFirst().name();
    }

    /// Whether the place is shown.
    public boolean has(String name) {
        return all.get().stream().anyMatch(p -> p.name().equals(name));
    }

    /// What waits in a place; a place the station has not is passed over. Nothing waiting shows no
    /// count.
    public void count(String name, int waiting, boolean wantsSomebody) {
        var changed = new ArrayList<Place>();
        for (var place : all.get()) {
            changed.add(
                    !place.name().equals(name)
                            ? place
                            : waiting == 0
                                    ? Place.of(name, place.icon(), place.words())
                                    : place.withCount(waiting, wantsSomebody));
        }
        all.set(List.copyOf(changed));
    }

    /// The rail with one of the places open.
    public ObservableValue<Rail> rail(String here) {
        return all.map(places -> new Rail.Places(places, here, foot));
    }
}
