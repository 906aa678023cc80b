package vn.tram.roster;

import vn.tram.enroll.StationFault;

/// Port: whether somebody whom the station trusts signed a list.
@FunctionalInterface
public interface ListSignature {
    /// @param content of the list
    /// @param signature CMS SignedData (RFC 5652) without the content, DER
    /// @return whether it holds
    boolean holds(byte[] content, byte[] signature) throws StationFault;
}
