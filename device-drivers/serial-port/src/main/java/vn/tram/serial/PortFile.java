package vn.tram.serial;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import vn.tram.device.Fault;
import vn.tram.device.FaultException;

/// The file of a serial port, looked at before it is opened: what the port library says of one that
/// cannot be opened is too little for a sentence.
final class PortFile {
    private PortFile() {}

    /// Whether it is there, is no file or directory, and may be read and written.
    ///
    /// @throws FaultException `Disconnected`, `Refused` or `NotPermitted`
    static void check(Path path) throws FaultException {
        PosixFileAttributes attributes;
        try {
            attributes = Files.readAttributes(path, PosixFileAttributes.class);
        } catch (NoSuchFileException e) {
            throw new FaultException(new Fault.Disconnected(path.toString()), e);
        } catch (FileSystemException e) {
            throw new FaultException(
                    new Fault.Refused(0, path + " cannot be looked at: " + e.getReason()), e);
        } catch (IOException e) {
            throw new FaultException(
                    new Fault.Refused(0, path + " cannot be looked at: " + e.getMessage()), e);
        }
        if (attributes.isDirectory()) {
            throw notAPort(path, "a directory");
        }
        if (!attributes.isOther()) {
            throw notAPort(path, "a file");
        }
        if (!Files.isReadable(path) || !Files.isWritable(path)) {
            throw new FaultException(
                    new Fault.NotPermitted(advice(path, attributes.group().getName())));
        }
    }

    /// @param group that owns the port
    static String advice(Path path, String group) {
        return path
                + " may be used by the members of group "
                + group
                + ": add the station's user to it (usermod -aG "
                + group
                + " USER) and sign in again";
    }

    static FaultException notAPort(Path path, String what) {
        return new FaultException(
                new Fault.Refused(0, path + " is " + what + ", not a serial port"));
    }
}
