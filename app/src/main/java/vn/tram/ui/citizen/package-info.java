/// The citizen's own screen: one picture, one short order, what happens next, and in two steps the
/// own data. No score, no fault, nothing red.
@NullMarked
package vn.tram.ui.citizen;

import org.jspecify.annotations.NullMarked;
