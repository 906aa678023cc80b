/// The officer's settings: language, theme, text size.
@NullMarked
package vn.tram.ui.settings;

import org.jspecify.annotations.NullMarked;
