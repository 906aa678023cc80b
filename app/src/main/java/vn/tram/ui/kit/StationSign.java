package vn.tram.ui.kit;

/// What the top bar and the rail's foot say of this station.
///
/// @param site where it stands, such as "Điểm lưu động – KCN Mẫu"
/// @param number its number, such as `0427`
/// @param authority whose it is, such as "Công an xã Mẫu"
/// @param version the program's
/// @param training whether what is made here has no value: tag and watermark
public record StationSign(
        String site, String number, String authority, String version, boolean training) {}
