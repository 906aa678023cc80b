package vn.tram.ui.kit;

/// One thing the station looked at by itself, such as a device, and how it is.
public record Check(Tone tone, Phrase what, Phrase below) {}
