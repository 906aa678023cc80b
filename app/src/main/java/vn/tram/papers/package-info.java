/// Papers for the citizen, as PDF, and the QR codes on them.
@NullMarked
package vn.tram.papers;

import org.jspecify.annotations.NullMarked;
