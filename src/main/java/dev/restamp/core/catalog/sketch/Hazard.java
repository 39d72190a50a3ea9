package dev.restamp.core.catalog.sketch;

/** What a statement may cost, for whoever is about to run it. */
public enum Hazard {
    LOSES_DATA("what it drops is gone with its data"),
    MAY_LOSE_DATA("values that do not fit the new type fail, or are cut"),
    REWRITES_TABLE("may rewrite the whole table, under a lock that stops readers and writers"),
    LOCKS_TABLE("takes a lock that stops readers and writers: set a lock_timeout"),
    BLOCKS_WRITES("stops writers until it is done; CREATE INDEX CONCURRENTLY does not"),
    SCANS_TABLE("reads the whole table under its lock; NOT VALID, and VALIDATE afterwards, does not"),
    ROWS_MUST_FIT("fails where rows do not fit"),
    DEPENDANTS("fails while something depends on it; what depends has to be dropped and made again"),
    FORGETS_GRANTS("made anew it has no grants"),
    NOT_TAKEN_BACK("cannot be taken back");

    private final String sentence;

    Hazard(String sentence) {
        this.sentence = sentence;
    }

    /** For people, without a full stop. */
    public String sentence() {
        return sentence;
    }
}
