/// Named executors on virtual threads, deadlines, retry, and the guard against the JavaFX thread.
@NullMarked
package vn.tram.task;

import org.jspecify.annotations.NullMarked;
