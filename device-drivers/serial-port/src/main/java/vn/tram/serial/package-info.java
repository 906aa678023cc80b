/// Serial ports, for every driver whose device hangs on one.
@NullMarked
package vn.tram.serial;

import org.jspecify.annotations.NullMarked;
