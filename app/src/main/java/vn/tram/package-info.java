/// The composition root.
@NullMarked
package vn.tram;

import org.jspecify.annotations.NullMarked;
