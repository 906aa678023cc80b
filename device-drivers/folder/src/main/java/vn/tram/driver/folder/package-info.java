/// A directory of picture files played as a device: real pictures without hardware.
@NullMarked
package vn.tram.driver.folder;

import org.jspecify.annotations.NullMarked;
