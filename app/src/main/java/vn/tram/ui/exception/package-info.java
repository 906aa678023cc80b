/// Exceptions: fingers that cannot be captured, chosen on two drawn hands.
@NullMarked
package vn.tram.ui.exception;

import org.jspecify.annotations.NullMarked;
