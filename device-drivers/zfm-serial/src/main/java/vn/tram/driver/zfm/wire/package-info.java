/// The serial line and the packets on it, as driver and simulator both need them.
@NullMarked
package vn.tram.driver.zfm.wire;

import org.jspecify.annotations.NullMarked;
