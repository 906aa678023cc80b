package vn.tram.quality;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import vn.tram.domain.Judgement;
import vn.tram.domain.SpecialCase.Kind;

/// What each special case relaxes of a portrait policy, from `config/special-cases.toml`. What a
/// case does not name is held to as ever.
///
/// @param policy the portrait policy in force
public record SpecialCases(Policy policy, Map<Kind, Terms> terms) {
    private static final String FACE = "face";

    /// @param approval whether a supervisor must look
    /// @param belowAge the case is for citizens under this age, in years; empty for any
    /// @param relaxations one a metric at most
    public record Terms(
            boolean approval, Optional<Integer> belowAge, List<Relaxation> relaxations) {
        public Terms {
            relaxations = List.copyOf(relaxations);
        }
    }

    /// Another limit in the place of the policy's.
    public sealed interface Relaxation {
        String metric();

        /// Measured and told, but nothing hangs on it and nobody is asked.
        record Waived(String metric) implements Relaxation {}

        /// @param min lowest good value; empty where the policy's stays
        /// @param max highest good value; likewise
        record Widened(String metric, Optional<Double> min, Optional<Double> max)
                implements Relaxation {}
    }

    public SpecialCases {
        terms = Map.copyOf(terms);
    }

    /// Judgements of a portrait held against the policy as these cases relax it; its name tells
    /// them, as in `portrait-vn-id+head-scarf`.
    public List<Judgement> relaxed(List<Judgement> judged, Collection<Kind> cases) {
        var applied = cases.stream().filter(terms::containsKey).sorted().toList();
        if (applied.isEmpty()) {
            return judged;
        }
        var other = policy(applied);
        return judged.stream()
                .map(j -> j.with(j.readings(), other.judge(FACE, j.readings())))
                .toList();
    }

    private Policy policy(List<Kind> cases) {
        var name = new StringBuilder(policy.name());
        var limits = policy.limitsOf(FACE);
        for (var kind : cases) {
            name.append('+').append(word(kind));
            var of = Objects.requireNonNull(terms.get(kind));
            limits = relaxed(limits, of.relaxations());
        }
        return new Policy(
                name.toString(), policy.version(), policy.attempts(), Map.of(FACE, limits));
    }

    private static List<Policy.Limit> relaxed(
            List<Policy.Limit> limits, List<Relaxation> relaxations) {
        var all = new ArrayList<Policy.Limit>();
        for (var limit : limits) {
            all.add(
                    relaxations.stream()
                            .filter(r -> r.metric().equals(limit.metric()))
                            .findFirst()
                            .map(r -> relaxed(limit, r))
                            .orElse(limit));
        }
        return all;
    }

    /// Never stricter than the policy.
    private static Policy.Limit relaxed(Policy.Limit limit, Relaxation by) {
        return switch (by) {
            case Relaxation.Waived(var metric) ->
                    new Policy.Limit(
                            metric,
                            limit.min(),
                            limit.max(),
                            false,
                            false,
                            Optional.empty(),
                            Optional.empty());
            case Relaxation.Widened(var metric, var min, var max) ->
                    new Policy.Limit(
                            metric,
                            Math.min(limit.min(), min.orElse(limit.min())),
                            Math.max(limit.max(), max.orElse(limit.max())),
                            limit.required(),
                            limit.operator(),
                            limit.adviceBelow(),
                            limit.adviceAbove());
        };
    }

    /// Whether an attempt was judged by this case's limits.
    ///
    /// @param policyName of its verdict
    public static boolean tells(String policyName, Kind kind) {
        return List.of(policyName.split("[+ ]")).contains(word(kind));
    }

    /// A case as settings and policy names write it, such as `head-scarf`.
    static String word(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
