/// Judging portraits: finding the face, and the measures of face and picture.
@NullMarked
package vn.tram.quality.portrait;

import org.jspecify.annotations.NullMarked;
