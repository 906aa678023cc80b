package vn.tram.domain;

/// A finished session, signed by the station and encrypted to the registry: CMS, DER. Nobody at the
/// station can open it.
public final class Dossier {
    private final SessionId session;
    private final byte[] content;
    private final Digest digest;

    public Dossier(SessionId session, byte[] content) {
        this.session = session;
        this.content = content.clone();
        this.digest = Digest.of(content);
    }

    public SessionId session() {
        return session;
    }

    public byte[] content() {
        return content.clone();
    }

    /// SHA-256 of the content.
    public Digest digest() {
        return digest;
    }

    @Override
    public String toString() {
        return "Dossier[" + session + ", " + content.length + " bytes]";
    }
}
