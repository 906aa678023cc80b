/// A fingerprint module that is none: speaks the protocol on a serial line as the module does. A
/// product, for trying this driver and anybody else's.
@NullMarked
package vn.tram.driver.zfm.simulator;

import org.jspecify.annotations.NullMarked;
