package vn.tram.roster;

/// Where somebody is listed. Texts are clean, as [vn.tram.identity.Names#clean] leaves them.
///
/// @param hamlet never empty; of one name in the whole roster
/// @param group the group of neighbouring households (liên gia), or nothing
/// @param household its number or its head's name, or nothing
public record Home(String hamlet, String group, String household) {
    public Home {
        if (hamlet.isEmpty()) {
            throw new IllegalArgumentException("nobody is listed without a hamlet");
        }
    }

    @Override
    public String toString() {
        return "Home[]";
    }
}
