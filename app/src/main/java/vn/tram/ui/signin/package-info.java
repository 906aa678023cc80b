/// Sign-in: who works here, and is the station fit.
@NullMarked
package vn.tram.ui.signin;

import org.jspecify.annotations.NullMarked;
