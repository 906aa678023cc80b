/// The driver of `sbi://`: any vendor's device service that speaks MOSIP's Secure Biometric
/// Interface, 0.9.5 or 1.0, on this machine.
///
/// Source: MOSIP, *Device Service Specification* 0.9.5 and *Secure Biometric Interface
/// Specification* 1.0.
@NullMarked
package vn.tram.driver.sbi;

import org.jspecify.annotations.NullMarked;
