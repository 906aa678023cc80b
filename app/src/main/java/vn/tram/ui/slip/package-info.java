/// Step 7: the slip for the citizen, and what to say.
@NullMarked
package vn.tram.ui.slip;

import org.jspecify.annotations.NullMarked;
