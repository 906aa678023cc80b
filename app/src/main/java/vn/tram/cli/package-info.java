/// The command line: how technicians, tests and other programs reach the same code as the UI.
@NullMarked
package vn.tram.cli;

import org.jspecify.annotations.NullMarked;
