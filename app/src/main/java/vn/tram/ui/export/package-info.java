/// Batches on their way out, and the receipts that come back.
@NullMarked
package vn.tram.ui.export;

import org.jspecify.annotations.NullMarked;
