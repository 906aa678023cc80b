/// Step 6: everything of the session on one page, and the operator's signature.
@NullMarked
package vn.tram.ui.review;

import org.jspecify.annotations.NullMarked;
