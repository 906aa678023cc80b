/// Fingerprints: slaps or single fingers, captured by themselves when they are good.
@NullMarked
package vn.tram.ui.fingerprints;

import org.jspecify.annotations.NullMarked;
