/// A network camera that is none: what `./tram simulate camera` runs.
@NullMarked
package vn.tram.driver.camera.simulator;

import org.jspecify.annotations.NullMarked;
