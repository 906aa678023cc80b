package vn.tram.roster;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import vn.tram.enroll.StationFault;

/// Port: who lives in the area. Every method may block and refuses the JavaFX thread; what it
/// stored is durable when it returns.
public interface Roster {
    /// What a list brings.
    ///
    /// @param added people that are new
    /// @param changed people that are there, as they are from now on
    /// @param heads what heads of columns mean, remembered for the next list
    record Intake(List<Person> added, List<Listed> changed, Map<String, Column> heads) {
        public Intake {
            added = List.copyOf(added);
            changed = List.copyOf(changed);
            heads = Map.copyOf(heads);
        }
    }

    /// Tells everybody, one after the other, in the order in which they were listed.
    void each(Consumer<Listed> people) throws StationFault;

    /// Those entries, in this order; one that is not there is left out.
    List<Listed> people(List<Long> ids) throws StationFault;

    /// What heads of columns were said to mean, by their text.
    Map<String, Column> heads() throws StationFault;

    /// Takes all of it or nothing. Whoever of it was enrolled at this station is done from then on,
    /// as long as the station knows the number.
    void take(Intake intake) throws StationFault;
}
