package vn.tram.enroll;

/// Whose print the sequence check holds.
sealed interface PrintOf permits Touch, OfficerFinger {
    /// Whether two prints should be of different fingers, so that it is a finding when they are
    /// not.
    static boolean comparable(PrintOf one, PrintOf other) {
        return switch (one) {
            case Touch touch ->
                    switch (other) {
                        case Touch another -> touch.mustDiffer(another);
                        case OfficerFinger _ -> true;
                    };
            case OfficerFinger _ -> other instanceof Touch;
        };
    }
}
