/// A code reader that is none, for a serial port or one end of a pair of pseudo-terminals.
@NullMarked
package vn.tram.driver.code.simulator;

import org.jspecify.annotations.NullMarked;
