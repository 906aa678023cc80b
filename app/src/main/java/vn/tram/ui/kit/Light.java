package vn.tram.ui.kit;

import org.kordamp.ikonli.Ikon;

/// A light of the top bar. Good ones are quiet: icon, word, tick. Trouble is a filled chip with the
/// fault in words.
///
/// @param words the thing when all is well, the fault in words when not
public record Light(Ikon icon, Phrase words, Tone tone) {}
