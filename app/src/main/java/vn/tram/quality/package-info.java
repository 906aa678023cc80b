/// Judging images: a metric measures, a policy judges, a trace tells what happened between.
@NullMarked
package vn.tram.quality;

import org.jspecify.annotations.NullMarked;
