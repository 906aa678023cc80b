/// What all screens are made of: the frame, controls, theme, words, keys and the way off the thread
/// that draws. The only caller of `Platform.runLater`. No screen is named here.
@NullMarked
package vn.tram.ui.kit;

import org.jspecify.annotations.NullMarked;
