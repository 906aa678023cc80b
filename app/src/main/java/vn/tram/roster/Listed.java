package vn.tram.roster;

/// A person with the roster's own number of the entry, which stays when the data change.
public record Listed(long id, Person person) {}
