package vn.tram.serial;

/// How a USB device names itself; empty where it does not.
public record UsbNames(String make, String product, String serial) {}
