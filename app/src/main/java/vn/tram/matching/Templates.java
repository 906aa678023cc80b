package vn.tram.matching;

import com.machinezoo.sourceafis.FingerprintCompatibility;
import com.machinezoo.sourceafis.FingerprintImage;
import com.machinezoo.sourceafis.FingerprintImageOptions;
import com.machinezoo.sourceafis.FingerprintMatcher;
import com.machinezoo.sourceafis.FingerprintTemplate;
import vn.tram.image.Gray8;
import vn.tram.task.UiThread;

/// Makes templates of prints and compares them, by SourceAFIS.
///
/// Safe for use by several threads.
public final class Templates {
    /// Similarity from which two prints are taken for one finger's: about one false match in 10,000
    /// comparisons (FMR 0.01 %), by SourceAFIS's documentation.
    public static final double SAME_FINGER = 40;

    /// Name and release of the extractor, as of now. Templates are compared with those of the same
    /// release only.
    public static String extractor() {
        return "SourceAFIS " + FingerprintCompatibility.version();
    }

    /// The template of one print, ridges dark. Takes about 50 ms, the first much longer.
    ///
    /// @param ppi of the picture, 20 to 20 000 as SourceAFIS wants it
    /// @throws IllegalArgumentException when ppi is out of range
    public Template extract(Gray8 print, double ppi) {
        UiThread.refuse("making a template");
        return Template.of(made(print, ppi).toByteArray());
    }

    static FingerprintTemplate made(Gray8 print, double ppi) {
        return new FingerprintTemplate(
                new FingerprintImage(
                        print.width(),
                        print.height(),
                        print.toBytes(),
                        new FingerprintImageOptions().dpi(ppi)));
    }

    /// How alike two prints are: 0 (nothing in common) upwards without limit, additive in evidence.
    /// 20, 30 and 40 stand for false-match rates of about 1 %, 0.1 % and 0.01 %.
    public double similarity(Template probe, Template candidate) {
        UiThread.refuse("comparing prints");
        return new FingerprintMatcher(new FingerprintTemplate(probe.toBytes()))
                .match(new FingerprintTemplate(candidate.toBytes()));
    }
}
