/// The service provider interface (SPI) of devices: what a driver implements and what the station
/// asks of it.
@NullMarked
package vn.tram.device;

import org.jspecify.annotations.NullMarked;
