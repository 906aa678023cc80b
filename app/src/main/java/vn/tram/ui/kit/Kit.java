package vn.tram.ui.kit;

/// What a screen is built with.
public record Kit(
        Texts texts,
        Theme theme,
        Background background,
        Controls controls,
        Shell shell,
        Navigator navigator) {}
