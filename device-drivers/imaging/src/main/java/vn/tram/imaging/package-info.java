/// Picture files in and out of memory, and the one loader of OpenCV.
@NullMarked
package vn.tram.imaging;

import org.jspecify.annotations.NullMarked;
