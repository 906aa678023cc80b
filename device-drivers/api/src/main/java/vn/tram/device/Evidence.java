package vn.tram.device;

/// A device's signed original of a sample, kept as it came.
public final class Evidence {
    private final String mediaType;
    private final byte[] content;

    /// @param mediaType such as `application/jwt`
    public Evidence(String mediaType, byte[] content) {
        this.mediaType = mediaType;
        this.content = content.clone();
    }

    public String mediaType() {
        return mediaType;
    }

    public byte[] content() {
        return content.clone();
    }

    @Override
    public String toString() {
        return "Evidence[" + mediaType + ", " + content.length + " bytes]";
    }
}
