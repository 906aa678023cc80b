package vn.tram.roster;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import vn.tram.roster.RawRow.Encoding;

/// Tells texts in the encodings from before Unicode, which a program that knows nothing of them
/// shows as other letters (`NguyÔn`, `Nguyeãn` for `Nguyễn`), from Vietnamese.
///
/// What gives them away: signs in the midst of words, letters that no name here has, capitals after
/// small letters, vowels in a row that no syllable has. A short word can look right in both (`Thò`
/// is `Thị` in VNI): such a text is [Encoding#EITHER], and no proof.
final class OldEncoding {
    /// Signs that stand for letters in TCVN3 and for nothing in a list.
    private static final Pattern SIGNS = Pattern.compile("[¨©ª«¬\\u00ad®¯µ¶·¸¹º»¼½¾×÷]");

    /// Latin-1 letters that no name here is spelt with, as VNI writes marks and `Đ`; in TCVN3 too.
    private static final Pattern STRANGE = Pattern.compile("[ÄÅÆÇËÎÏÑÖØÛÜÞßäåæçëîïñöøûüþÿðÐ]");

    private static final Pattern CAPITAL_INSIDE = Pattern.compile("\\p{Ll}[À-ÖØ-Þ]");

    /// In VNI a mark follows its vowel as a letter of its own.
    private static final Pattern VNI_MARK =
            Pattern.compile("[aeouyAEOUY][ùøûõïáàåãäéèúüëâêñöôóòÙØÛÕÏÁÀÅÃÄÉÈÚÜËÂÊ]|[ñÑ]");

    private static final Pattern VOWELS = Pattern.compile("[aăâeêioôơuưy]+");
    private static final Pattern TONES = Pattern.compile("[\\u0300\\u0301\\u0303\\u0309\\u0323]");

    /// The vowels of a syllable without its tone, with the `u` and `i` that belong to the consonant
    /// (`qu`, `gi`) before them.
    private static final Set<String> NUCLEI =
            Set.of(
                    """
                            a ă â e ê i o ô ơ u ư y ai ao au ay âu ây eo êu ia iê iu iêu oa oă oe
                            oi oo ôi ơi ua uâ uê ui uô uôi uơ uy ưa ưi ươ ươi ươu ưu yê yêu uya uyê
                            uyu oai oao oay oeo uai uao uay uây uêu ueo ue uă uâu iai iao iau iay
                            iâu iây iă iâ iô iơ iư iôi iơi iươ iưa iưu ioi io ya
                    """
                            .split("\\s+"));

    private OldEncoding() {}

    /// What the texts of one row, that came as Unicode, are.
    static Encoding of(List<String> texts) {
        var worst = Encoding.UNICODE;
        for (var text : texts) {
            var encoding = of(Normalizer.normalize(text, Normalizer.Form.NFC));
            if (encoding.ordinal() > worst.ordinal()) {
                worst = encoding;
            }
        }
        return worst;
    }

    private static Encoding of(String text) {
        if (text.chars().allMatch(c -> c < 0x80)) {
            return Encoding.UNICODE;
        }
        boolean beyondLatin = text.chars().anyMatch(c -> c >= 0x100 && Character.isLetter(c));
        if (beyondLatin) {
            return Encoding.UNICODE; // no old encoding yields such letters
        }
        if (text.chars().noneMatch(c -> c >= 0xa0)) {
            return Encoding.OTHER;
        }
        boolean strange =
                SIGNS.matcher(text).find()
                        || STRANGE.matcher(text).find()
                        || CAPITAL_INSIDE.matcher(text).find()
                        || hasImpossibleVowels(text);
        if (!strange) {
            return Encoding.EITHER;
        }
        return VNI_MARK.matcher(text).find() && !SIGNS.matcher(text).find()
                ? Encoding.VNI
                : Encoding.TCVN3;
    }

    /// A `y` at the beginning of a word may be a consonant, as in names of the Central Highlands.
    private static boolean isNucleus(MatchResult vowels) {
        var run = vowels.group();
        return NUCLEI.contains(run)
                || vowels.start() == 0 && run.startsWith("y") && NUCLEI.contains(run.substring(1));
    }

    private static boolean hasImpossibleVowels(String text) {
        for (var word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}]+")) {
            var apart = Normalizer.normalize(word, Normalizer.Form.NFD);
            if (apart.chars().noneMatch(c -> c >= 0x80)) {
                continue; // ASCII is the same everywhere
            }
            if (TONES.matcher(apart).results().count() > 1) {
                return true;
            }
            var letters =
                    Normalizer.normalize(TONES.matcher(apart).replaceAll(""), Normalizer.Form.NFC);
            if (VOWELS.matcher(letters).results().anyMatch(m -> !isNucleus(m))) {
                return true;
            }
        }
        return false;
    }
}
