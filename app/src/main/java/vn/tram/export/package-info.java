/// What leaves the station: biometric records, sealing, batches, delivery, receipts.
@NullMarked
package vn.tram.export;

import org.jspecify.annotations.NullMarked;
