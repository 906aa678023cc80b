package vn.tram.identity;

import java.util.List;
import vn.tram.domain.Citizen;

/// The first people of [TrainingPeople].
public final class TrainingDirectory implements Directory {
    /// More than these nobody reads; who types on finds the one.
    private static final int MOST = 20;

    private final List<Citizen> people;

    /// @param count how many people it knows, 1 to [TrainingPeople#MOST]
    public TrainingDirectory(long seed, int count) {
        people = new TrainingPeople(seed).first(count);
    }

    @Override
    public List<Citizen> search(String query) {
        return new PersonSearch(query).in(people, MOST);
    }
}
