package vn.tram.enroll;

import java.time.LocalDate;
import java.util.List;
import vn.tram.domain.Citizen;
import vn.tram.domain.Field;
import vn.tram.domain.Service;

/// Holds a citizen's data against the rules: right, complete, clean, alive.
@FunctionalInterface
public interface DataCheck {
    /// One thing that is or may be wrong.
    ///
    /// @param code names the rule, such as `number-not-12-digits`; the UI words it
    /// @param blocks whether the session cannot go on with it; otherwise it warns
    record Finding(String code, Field field, boolean blocks) {}

    List<Finding> findings(Citizen citizen, List<Service> services, LocalDate today);
}
