/// What waits for a supervisor's decision.
@NullMarked
package vn.tram.ui.approvals;

import org.jspecify.annotations.NullMarked;
