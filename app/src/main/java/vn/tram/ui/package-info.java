/// The way between the screens: the one place that knows them all.
@NullMarked
package vn.tram.ui;

import org.jspecify.annotations.NullMarked;
