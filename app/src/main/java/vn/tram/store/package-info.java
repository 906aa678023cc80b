/// The sessions and the outbox on this station's disk: rows in an encrypted H2 database, pixels and
/// dossiers in files beside it. Rows never leave this package.
@NullMarked
package vn.tram.store;

import org.jspecify.annotations.NullMarked;
