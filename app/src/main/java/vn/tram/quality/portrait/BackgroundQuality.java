package vn.tram.quality.portrait;

import vn.tram.domain.Reading;
import vn.tram.quality.Metric;

/// One property of what lies behind the person.
///
/// - **Unit, range**: lightness in CIELAB L*, 0 black to 100 white, more is better; uniformity, the
///   spread of L*, from 0, less is better; texture in levels a pixel of the scene, from 0, less is
///   better; chroma in CIELAB units, from 0, less is better.
/// - **Definition**: see [Background]; the scene is the frame squeezed to 256 x 256 pixels.
/// - **Source**: ISO/IEC 29794-5 *background uniformity* is the mean gradient, here `texture`; that
///   the background be light, even and gray is ISO/IEC 39794-5 in words, the measures are own.
/// - **Blind to**: what is below the chin; things the person mask takes for a part of the person.
///
/// @param property which one
record BackgroundQuality(Property property) implements Metric<Face> {
    enum Property {
        LIGHTNESS,
        UNIFORMITY,
        TEXTURE,
        CHROMA
    }

    @Override
    public String name() {
        return switch (property) {
            case LIGHTNESS -> "background-lightness";
            case UNIFORMITY -> "background-uniformity";
            case TEXTURE -> "background-texture";
            case CHROMA -> "background-chroma";
        };
    }

    @Override
    public Reading measure(Face face) {
        return face.background()
                .<Reading>map(this::reading)
                .orElseGet(() -> new Reading.NotMeasurable(name(), "too little of it is seen"));
    }

    private Reading reading(Background background) {
        return switch (property) {
            case LIGHTNESS -> new Reading.Measured(name(), background.lightness(), "L*");
            case UNIFORMITY -> new Reading.Measured(name(), background.spread(), "L*");
            case TEXTURE -> new Reading.Measured(name(), background.texture(), "levels/px");
            case CHROMA -> new Reading.Measured(name(), background.chroma(), "CIELAB");
        };
    }
}
