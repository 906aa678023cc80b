/// Who lives in the area: people by hamlet and household, where the list comes from, and what has
/// been done for each.
@NullMarked
package vn.tram.roster;

import org.jspecify.annotations.NullMarked;
