/// `qr://`: barcode readers on a serial port, as USB readers in their CDC-ACM mode are. One that
/// types like a keyboard needs no driver.
@NullMarked
package vn.tram.driver.code;

import org.jspecify.annotations.NullMarked;
