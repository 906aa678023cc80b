package vn.tram.domain;

/// One value with its origin. Dates are ISO 8601 (`1999-02-15`), sex is `M` or `F`; text is NFC.
/// Redacted in `toString`.
public record Item(String value, Source source) {
    @Override
    public String toString() {
        return "Item[" + source + "]";
    }
}
