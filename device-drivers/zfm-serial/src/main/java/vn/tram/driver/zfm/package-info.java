/// The driver of `zfm://`: fingerprint modules on a serial line, of the family of ZhianTec's ZFM-20
/// (R30x, FPM10A, AS608, R503).
@NullMarked
package vn.tram.driver.zfm;

import org.jspecify.annotations.NullMarked;
