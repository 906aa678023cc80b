/// The project's benchmarks: how long the operator waits, and for what.
@NullMarked
package vn.tram.bench;

import org.jspecify.annotations.NullMarked;
