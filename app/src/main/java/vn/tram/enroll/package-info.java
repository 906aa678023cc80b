/// The enrollment workflow and all its ports: what one session goes through from lookup to
/// sign-off, without a UI.
@NullMarked
package vn.tram.enroll;

import org.jspecify.annotations.NullMarked;
