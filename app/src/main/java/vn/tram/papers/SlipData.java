package vn.tram.papers;

import java.time.LocalDate;
import java.util.List;
import vn.tram.domain.SessionId;

/// What stands on a slip. Redacted in `toString`.
///
/// @param station the station's identifier, as in batches
/// @param number the slip's own number, such as `0427-261123-000047`; it can be read aloud
/// @param authority whose head the slip carries, and `office` under it
/// @param sex `M` or `F`
/// @param personalNumber whole; the paper shows its last four digits only
/// @param services Vietnamese names of what was asked for, the first one the card
/// @param due day of the hand-over; see [WorkingDays]
/// @param pickup where
/// @param notes sentences to the citizen, such as a finger to be captured later; mostly none
/// @param officer as signed
/// @param training whether the watermark stands behind everything
public record SlipData(
        SessionId session,
        String station,
        String number,
        String authority,
        String office,
        String name,
        LocalDate birth,
        String sex,
        String personalNumber,
        List<String> services,
        LocalDate due,
        String pickup,
        List<String> notes,
        String officer,
        boolean training) {
    public SlipData {
        services = List.copyOf(services);
        notes = List.copyOf(notes);
    }

    @Override
    public String toString() {
        return "SlipData[" + session + ", due " + due + "]";
    }
}
