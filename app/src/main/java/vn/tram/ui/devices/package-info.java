/// What is attached to the station, and which of it is used.
@NullMarked
package vn.tram.ui.devices;

import org.jspecify.annotations.NullMarked;
