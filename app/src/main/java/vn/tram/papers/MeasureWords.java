package vn.tram.papers;

import java.util.Map;

/// Readings of a calibration and their units, as a Vietnamese paper names them.
final class MeasureWords {
    private static final Map<String, String> NAMES =
            Map.ofEntries(
                    Map.entry("resolution-x", "Độ phân giải ngang"),
                    Map.entry("resolution-y", "Độ phân giải dọc"),
                    Map.entry("skew", "Tấm chuẩn đặt lệch"),
                    Map.entry("shear", "Hai trục không vuông góc"),
                    Map.entry("across-bar", "Sai lệch ngang vạch (phần được phép)"),
                    Map.entry("along-bar", "Vạch cong trong 1,5 inch"),
                    Map.entry("distortion", "Méo hình cục bộ"),
                    Map.entry("snr-bright", "Tín hiệu trên nhiễu, vùng sáng"),
                    Map.entry("snr-dark", "Tín hiệu trên nhiễu, vùng tối"),
                    Map.entry("rows-bright", "Sai lệch hàng kề, vùng sáng"),
                    Map.entry("rows-dark", "Sai lệch hàng kề, vùng tối"),
                    Map.entry("pixels-bright", "Sai lệch điểm ảnh, vùng sáng"),
                    Map.entry("pixels-dark", "Sai lệch điểm ảnh, vùng tối"),
                    Map.entry("areas-bright", "Không đều giữa các ô, vùng sáng"),
                    Map.entry("areas-dark", "Không đều giữa các ô, vùng tối"),
                    Map.entry("dead-pixels", "Điểm ảnh chết"),
                    Map.entry("ghost", "Bóng ma trên kính sạch"),
                    Map.entry("gray-levels", "Số mức xám, 80 % số vân"),
                    Map.entry("gray-levels-least", "Số mức xám, vân kém nhất"),
                    Map.entry("ctf", "Tương phản vạch theo tần số"),
                    Map.entry("mtf", "Độ nét theo tần số (cạnh nghiêng)"),
                    Map.entry("reprojection", "Sai số chiếu lại"),
                    Map.entry("focal-length", "Tiêu cự"),
                    Map.entry("pixel-aspect", "Tỷ lệ điểm ảnh"),
                    Map.entry("lens-distortion", "Méo ống kính ở mép"),
                    Map.entry("white-balance", "Lệch cân bằng trắng"),
                    Map.entry("exposure", "Độ sáng thẻ xám"),
                    Map.entry("clipped", "Điểm ảnh cháy sáng"),
                    Map.entry("sharpness", "Độ nét ở vùng mắt"),
                    Map.entry("face-light", "Sáng đều bốn vùng mặt"),
                    Map.entry("pitch-offset", "Độ chúc của máy ảnh"));

    private static final Map<String, String> UNITS =
            Map.ofEntries(
                    Map.entry("deg", "°"),
                    Map.entry("of-allowed", ""),
                    Map.entry("of-1", ""),
                    Map.entry("ratio", ""),
                    Map.entry("levels", "mức"),
                    Map.entry("level", "mức"),
                    Map.entry("pixels", "điểm"),
                    Map.entry("percent", "%"),
                    Map.entry("cycles/mm", "chu kỳ/mm"),
                    Map.entry("cycles/pixel", "chu kỳ/điểm"));

    private MeasureWords() {}

    /// What has no name of its own keeps the metric's.
    static String of(String metric) {
        if (metric.startsWith("ctf-")) {
            return "Tương phản vạch, " + metric.substring(4) + " chu kỳ/mm";
        }
        if (metric.startsWith("mtf-")) {
            return "Độ nét cạnh, " + metric.substring(4) + " chu kỳ/mm";
        }
        return NAMES.getOrDefault(metric, metric);
    }

    static String unit(String unit) {
        return UNITS.getOrDefault(unit, unit);
    }
}
