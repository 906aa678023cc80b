package vn.tram.driver.zfm;

/// What a module's window sees: what it says itself, or else what is known of its kind.
///
/// @param width and `height`: of its picture, pixels
/// @param ppi as the maker states it; the optical modules' windows are not measured (14 x 18 mm
///   would be 464 x 406)
/// @param light that it has
/// @param pace whether it can be hurried
record Sensor(
        String make, String model, int width, int height, double ppi, Light light, Pace pace) {
    /// The light of a module.
    enum Light {
        NONE,
        /// A coloured ring around the window.
        AURA
    }

    /// The speed of its line.
    enum Pace {
        /// Changes when it is told to.
        RAISED,
        /// Changes when it is powered anew.
        FIXED
    }

    /// ZFM-20, R305, R307, FPM10A, AS608: they cannot be told apart by anything they answer.
    static final Sensor OPTICAL =
            new Sensor("ZhianTec or like", "ZFM-20 family", 256, 288, 500, Light.NONE, Pace.RAISED);

    /// Hangzhou Grow's round capacitive module, 508 ppi, on a disc of 15 mm.
    static final Sensor R503 = new Sensor("Grow", "R503", 192, 192, 508, Light.AURA, Pace.FIXED);

    /// What is known of a module of that name.
    static Sensor named(String model) {
        return model.startsWith("R503") ? R503 : OPTICAL;
    }

    Sensor sized(int otherWidth, int otherHeight) {
        return new Sensor(make, model, otherWidth, otherHeight, ppi, light, pace);
    }

    Sensor called(String otherMake, String otherModel) {
        return new Sensor(
                otherMake.isEmpty() ? make : otherMake,
                otherModel.isEmpty() ? model : otherModel,
                width,
                height,
                ppi,
                light,
                pace);
    }
}
