/// What a technician does with one device.
@NullMarked
package vn.tram.ui.workbench;

import org.jspecify.annotations.NullMarked;
