package dev.restamp.shell.report;

import dev.restamp.shell.journal.Place;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One database of the session: what was seen there and what was changed. */
record Subject(Place place, List<Look> looks, List<Change> changes, List<Ran> upgrades) {
    Subject {
        looks = List.copyOf(looks);
        changes = List.copyOf(changes);
        upgrades = List.copyOf(upgrades);
    }

    /** {@code db1:shop}. */
    String name() {
        return place.connection() + ":" + place.database();
    }

    Optional<Look> first() {
        return looks.stream().filter(look -> !look.isUpgrade()).findFirst();
    }

    Optional<Look> last() {
        return looks.stream().reduce((_, last) -> last);
    }

    Stream<Change> written() {
        return changes.stream().filter(Change::isWritten);
    }

    /** The last write whose outcome is known, or not. */
    Optional<Change> lastWrite() {
        return changes.stream().filter(Change::mayHaveWritten).reduce((_, last) -> last);
    }

    /** How it was: the last look before anything was written, or else the first there was. */
    Optional<Look> before() {
        return before(looks.stream().filter(look -> !look.isUpgrade()));
    }

    /** The same with the evidence. */
    Optional<Look> diagnosisBefore() {
        return before(looks.stream().filter(Look::isDiagnosis));
    }

    private Optional<Look> before(Stream<Look> some) {
        var firstWrite = changes.stream().filter(Change::mayHaveWritten).findFirst();
        return firstWrite.isPresent()
                ? some.filter(look -> look.order() < firstWrite.get().order()).reduce((_, last) -> last)
                : some.findFirst();
    }

    /** How it is: the last look after the last write; empty where nothing was written, or nobody looked. */
    Optional<Look> after() {
        var write = lastWrite();
        return last().filter(
                        look -> write.isPresent() && look.order() > write.get().order());
    }

    /** The rows as they were last seen, by a look or by the write itself. */
    Optional<List<String>> knownRow() {
        var write = lastWrite();
        if (after().isPresent()) {
            return after().map(Look::row);
        }
        return write.isPresent() ? write.filter(Change::isWritten).map(Change::after) : last().map(Look::row);
    }
}
