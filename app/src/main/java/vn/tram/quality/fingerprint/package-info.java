/// Judging prints: cutting a slap into fingers, and the measures of one finger.
@NullMarked
package vn.tram.quality.fingerprint;

import org.jspecify.annotations.NullMarked;
