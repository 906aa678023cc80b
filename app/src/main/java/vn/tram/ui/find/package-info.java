/// Step 1: who is here, by card, name or number, or entered by hand.
@NullMarked
package vn.tram.ui.find;

import org.jspecify.annotations.NullMarked;
