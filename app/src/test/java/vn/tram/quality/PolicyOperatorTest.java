package vn.tram.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.tram.domain.Reading;
import vn.tram.domain.Verdict;

class PolicyOperatorTest {
    private static final Policy POLICY =
            new Policy(
                    "test",
                    "2026-11-22",
                    3,
                    Map.of("face", List.of(limit("no-head-covering", true), limit("yaw", false))));

    private static Policy.Limit limit(String metric, boolean operator) {
        return new Policy.Limit(metric, 0, 1, true, operator, Optional.empty(), Optional.of("x"));
    }

    private static Verdict judge(Reading covering, Reading yaw) {
        return POLICY.judge("face", List.of(covering, yaw));
    }

    private static Reading unknown(String metric) {
        return new Reading.NotMeasurable(metric, "no model");
    }

    private static Reading measured(String metric, double value) {
        return new Reading.Measured(metric, value, "1");
    }

    @Test
    void whatCannotBeMeasuredIsAskedOfTheOperator() {
        var verdict = judge(unknown("no-head-covering"), measured("yaw", 0.5));
        assertThat(verdict.outcome()).isEqualTo(Verdict.Outcome.NEEDS_OPERATOR);
        assertThat(verdict.asked()).containsExactly("no-head-covering");
        assertThat(verdict.failed()).isEmpty();
        assertThat(verdict.advice()).isEmpty();
    }

    @Test
    void whatIsMeasuredBadRefusesAllTheSame() {
        var verdict = judge(unknown("no-head-covering"), measured("yaw", 2));
        assertThat(verdict.outcome()).isEqualTo(Verdict.Outcome.REFUSED);
        assertThat(verdict.failed()).containsExactly("yaw");
        assertThat(verdict.asked()).containsExactly("no-head-covering");
    }

    @Test
    void aMeasuredReadingNeedsNoOperator() {
        var good = judge(measured("no-head-covering", 1), measured("yaw", 1));
        assertThat(good.outcome()).isEqualTo(Verdict.Outcome.ACCEPTED);
        var bad = judge(measured("no-head-covering", 2), measured("yaw", 1));
        assertThat(bad.outcome()).isEqualTo(Verdict.Outcome.REFUSED);
    }

    @Test
    void anOrdinaryLimitThatCannotBeMeasuredRefuses() {
        var verdict = judge(measured("no-head-covering", 1), unknown("yaw"));
        assertThat(verdict.outcome()).isEqualTo(Verdict.Outcome.REFUSED);
        assertThat(verdict.failed()).containsExactly("yaw");
    }
}
