/// The portrait: live camera, one light a gate, shot by itself when all are good.
@NullMarked
package vn.tram.ui.portrait;

import org.jspecify.annotations.NullMarked;
