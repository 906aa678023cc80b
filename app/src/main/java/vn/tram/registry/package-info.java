/// The training registry: receives batches, opens dossiers, answers with signed receipts. What a
/// real registry does with the people inside is not its business.
@NullMarked
package vn.tram.registry;

import org.jspecify.annotations.NullMarked;
