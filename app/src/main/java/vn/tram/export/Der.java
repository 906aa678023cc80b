package vn.tram.export;

/// Looks at foreign DER (ITU-T X.690) before a parser does: lengths that fit, none indefinite, no
/// deeper than any structure of ours. A parser that recurses into a few megabytes of nested headers
/// would run out of stack, and one that makes an object of each of millions of elements out of
/// memory; neither is an exception one can answer with.
final class Der {
    /// A signed attribute inside a dossier's signature lies about 12 deep, a name in it 15.
    private static final int MAX_DEPTH = 32;

    /// A signature with two certificates has about 300.
    private static final int MAX_ELEMENTS = 5000;

    private static final int CONSTRUCTED = 0x20;
    private static final int TAG_NUMBER = 0x1f;
    private static final int LONG_LENGTH = 0x80;

    private final byte[] der;
    private int at;

    private Der(byte[] der) {
        this.der = der;
    }

    /// @throws Unreadable when it is no DER, or deeper than it may be
    static void requireShallow(byte[] der) throws Unreadable {
        new Der(der).walk();
    }

    private void walk() throws Unreadable {
        var ends = new int[MAX_DEPTH];
        int depth = 0;
        int elements = 0;
        ends[0] = der.length;
        while (at < ends[depth] || depth > 0) {
            if (at == ends[depth]) {
                depth--;
                continue;
            }
            require(++elements <= MAX_ELEMENTS);
            int tag = octet(ends[depth]);
            require((tag & TAG_NUMBER) != TAG_NUMBER);
            int length = length(ends[depth]);
            require(length <= ends[depth] - at);
            if ((tag & CONSTRUCTED) == 0) {
                at += length;
            } else {
                require(++depth < MAX_DEPTH);
                ends[depth] = at + length;
            }
        }
    }

    private int length(int end) throws Unreadable {
        int first = octet(end);
        if (first < LONG_LENGTH) {
            return first;
        }
        int octets = first - LONG_LENGTH;
        require(octets >= 1 && octets <= Integer.BYTES);
        int length = 0;
        for (int i = 0; i < octets; i++) {
            length = length << Byte.SIZE | octet(end);
        }
        require(length >= 0);
        return length;
    }

    private int octet(int end) throws Unreadable {
        require(at < end);
        return Byte.toUnsignedInt(der[at++]);
    }

    private static void require(boolean holds) throws Unreadable {
        if (!holds) {
            throw new Unreadable("the CMS structure is no DER, or nested too deep or wide");
        }
    }
}
