/// The inspector's screen: a sample of the work by a seed, its pictures, what he says of it.
@NullMarked
package vn.tram.ui.inspection;

import org.jspecify.annotations.NullMarked;
