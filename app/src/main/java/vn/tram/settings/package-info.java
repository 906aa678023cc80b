/// The station's settings: TOML files read and checked once at start, then values. What is unknown,
/// missing or out of range keeps the station from starting; nothing is mended.
@NullMarked
package vn.tram.settings;

import org.jspecify.annotations.NullMarked;
