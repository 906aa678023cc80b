package vn.tram.driver.zfm.simulator;

import java.util.Optional;
import java.util.TreeMap;

/// The templates that a module keeps, by page.
final class Library {
    /// A template found.
    record Hit(int page, int score) {}

    private final int capacity;
    private final TreeMap<Integer, RidgeMap> pages = new TreeMap<>();

    Library(int capacity) {
        this.capacity = capacity;
    }

    boolean has(int page) {
        return page < capacity;
    }

    void store(int page, RidgeMap template) {
        pages.put(page, template);
    }

    Optional<RidgeMap> at(int page) {
        return Optional.ofNullable(pages.get(page));
    }

    void delete(int first, int count) {
        pages.subMap(first, first + count).clear();
    }

    void clear() {
        pages.clear();
    }

    int count() {
        return pages.size();
    }

    /// The most alike of `count` pages, if it reaches `least`.
    Optional<Hit> search(RidgeMap template, int first, int count, int least) {
        return pages.subMap(first, first + count).entrySet().stream()
                .map(e -> new Hit(e.getKey(), template.score(e.getValue())))
                .filter(hit -> hit.score() >= least)
                .reduce((a, b) -> b.score() > a.score() ? b : a);
    }

    /// Which of 256 pages are taken, a bit each, the first one lowest in the first byte.
    byte[] table(int block) {
        var table = new byte[32];
        for (int page : pages.subMap(256 * block, 256 * block + 256).keySet()) {
            int bit = page - 256 * block;
            table[bit / 8] |= (byte) (1 << bit % 8);
        }
        return table;
    }
}
