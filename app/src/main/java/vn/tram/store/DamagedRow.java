package vn.tram.store;

/// A row is not what was stored. Unchecked because rows are read inside JPA's lambdas; it leaves
/// the package as `LT-402`.
final class DamagedRow extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// @param which row; no personal data
    DamagedRow(String which) {
        super("not as it was stored: " + which);
    }
}
