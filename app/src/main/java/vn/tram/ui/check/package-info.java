/// Step 3: the citizen's data, held against the citizen and the data rules.
@NullMarked
package vn.tram.ui.check;

import org.jspecify.annotations.NullMarked;
