/// Who a citizen is: personal numbers, card contents, names, and the rules data must keep. What the
/// law or an authority may change is dated data in the resources, never code.
@NullMarked
package vn.tram.identity;

import org.jspecify.annotations.NullMarked;
