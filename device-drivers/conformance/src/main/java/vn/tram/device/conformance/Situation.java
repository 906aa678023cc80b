package vn.tram.device.conformance;

/// What a driver's test must be able to set up for the contract.
public enum Situation {
    /// A device that takes a picture whenever it is asked.
    WORKING,
    /// A device that is there, but nothing ever comes before it: no finger, no image. Its preview
    /// shows nothing either.
    SILENT,
    /// A device that goes away during the first capture: by itself, or by [DeviceContract#unplug].
    LEAVING,
    /// An address with a mistake in it, such as an unknown parameter.
    MISTAKEN
}
