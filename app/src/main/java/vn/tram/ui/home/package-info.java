/// The home screen: what now.
@NullMarked
package vn.tram.ui.home;

import org.jspecify.annotations.NullMarked;
