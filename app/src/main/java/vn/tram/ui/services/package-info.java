/// Step 2: what the citizen came for, and what the citizen answers to each text.
@NullMarked
package vn.tram.ui.services;

import org.jspecify.annotations.NullMarked;
