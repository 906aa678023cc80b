/// Who may work here and with which keys: the state folder's making, the station's keys, accounts,
/// and the audit chain.
@NullMarked
package vn.tram.security;

import org.jspecify.annotations.NullMarked;
