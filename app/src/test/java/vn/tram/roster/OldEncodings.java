package vn.tram.roster;

import java.util.HashMap;
import java.util.Map;

/// Writes Vietnamese as programs did before Unicode, as somebody who knows only Latin-1 sees it.
final class OldEncodings {
    private static final String VOWELS =
            "aáàảãạăắằẳẵặâấầẩẫậeéèẻẽẹêếềểễệiíìỉĩịoóòỏõọôốồổỗộơớờởỡợuúùủũụưứừửữựyýỳỷỹỵđ";

    private static final String VNI =
            "a aù aø aû aõ aï aê aé aè aú aü aë aâ aá aà aå aã aä "
                    + "e eù eø eû eõ eï eâ eá eà eå eã eä i í ì æ ó ò "
                    + "o où oø oû oõ oï oâ oá oà oå oã oä ô ôù ôø ôû ôõ ôï "
                    + "u uù uø uû uõ uï ö öù öø öû öõ öï y yù yø yû yõ î ñ";

    private static final String TCVN3 =
            "a ¸ µ ¶ · ¹ ¨ ¾ » ¼ ½ Æ © Ê Ç È É Ë e Ð Ì Î Ï Ñ ª Õ Ò Ó Ô Ö i Ý × Ø Ü Þ "
                    + "o ã ß á â ä « è å æ ç é ¬ í ê ë ì î u ó ï ñ ò ô \u00ad ø õ ö ÷ ù y ý ú û ü þ ®";

    private OldEncodings() {}

    static String vni(String text) {
        return written(text, VNI, true);
    }

    /// Capitals are a matter of the font there: they come out small.
    static String tcvn3(String text) {
        return written(text, TCVN3, false);
    }

    private static String written(String text, String table, boolean capitals) {
        var signs = table.split(" ");
        Map<Character, String> map = new HashMap<>();
        for (int i = 0; i < VOWELS.length(); i++) {
            map.put(VOWELS.charAt(i), signs[i]);
            char capital = Character.toUpperCase(VOWELS.charAt(i));
            boolean plain = capital < 0x80;
            map.put(
                    capital,
                    capitals || plain ? signs[i].toUpperCase(java.util.Locale.ROOT) : signs[i]);
        }
        var out = new StringBuilder();
        for (char c : text.toCharArray()) {
            out.append(map.getOrDefault(c, String.valueOf(c)));
        }
        return out.toString();
    }
}
