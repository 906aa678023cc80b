/// Comparing prints: templates and how alike they are.
@NullMarked
package vn.tram.matching;

import org.jspecify.annotations.NullMarked;
