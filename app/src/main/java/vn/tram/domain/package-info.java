/// What the station knows, as values: sessions, attempts, readings, verdicts, dossiers, batches,
/// receipts, and the legal steps between them.
@NullMarked
package vn.tram.domain;

import org.jspecify.annotations.NullMarked;
