/// Proving that a device is fit: targets, procedures, limits and the certificate that comes out.
///
/// A procedure measures; `config/calibration/limits.toml` judges. Limits are those that BSI
/// TR-03121 reproduces in analogy to FBI EBTS Appendix F; nothing here is a certification by the
/// FBI.
@NullMarked
package vn.tram.calibration;

import org.jspecify.annotations.NullMarked;
