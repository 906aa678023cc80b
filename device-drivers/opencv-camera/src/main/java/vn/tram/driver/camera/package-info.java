/// `camera://`: cameras of the operating system and recorded MJPEG-AVI files through OpenCV,
/// network cameras by MJPEG over HTTP.
@NullMarked
package vn.tram.driver.camera;

import org.jspecify.annotations.NullMarked;
