/// Devices without hardware, shipped with the station: slap scanner, single-finger scanner and
/// camera that show synthetic people, repeatable by a seed, with faults on request.
///
/// Prints are made in the manner of SFinGe (R. Cappelli, *Synthetic fingerprint generation*, in
/// Handbook of Fingerprint Recognition): a flow of ridges from singularities, ridges grown by
/// filters along that flow, and then the finger laid on a platen.
@NullMarked
package vn.tram.driver.simulated;

import org.jspecify.annotations.NullMarked;
