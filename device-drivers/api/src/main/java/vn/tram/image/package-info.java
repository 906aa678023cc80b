/// Pixels and what they show: the words that drivers, quality and workflow share.
@NullMarked
package vn.tram.image;

import org.jspecify.annotations.NullMarked;
