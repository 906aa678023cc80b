/// A device service that is none: it speaks the interface to the letter, refuses what is not, signs
/// with keys of its own, and can be told to misbehave in each way that a client must notice. For
/// trying the station, and any other client.
@NullMarked
package vn.tram.driver.sbi.simulator;

import org.jspecify.annotations.NullMarked;
