/// The contract every driver must pass: abstract JUnit tests that any vendor extends.
@NullMarked
package vn.tram.device.conformance;

import org.jspecify.annotations.NullMarked;
