package dev.restamp.shell.journal;

import dev.restamp.shell.Answer;
import dev.restamp.shell.OpenConnection;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Answers and notes of the session, in order. Nothing of it is on disk. */
public final class Journal {
    /** Of one command: {@code watch} may run for days. */
    private static final int MOST_ANSWERS = 1_000;

    private final Clock clock;
    private final Supplier<Optional<OpenConnection>> current;
    private final List<Moment> moments = new ArrayList<>();
    private String line = "";
    private boolean open;

    /** Where the moments of the last command begin. */
    private int first;

    /** @param current the connection that an answer is about */
    public Journal(Clock clock, Supplier<Optional<OpenConnection>> current) {
        this.clock = clock;
        this.current = current;
    }

    /** A command that was typed begins. */
    public void begins(String typed) {
        line = typed;
        first = moments.size();
        open = true;
    }

    /** One that is run by another begins and ends: what is answered meanwhile is its answer. */
    public <T> T during(String other, Supplier<T> work) {
        var before = line;
        line = other;
        try {
            return work.get();
        } finally {
            line = before;
        }
    }

    /** Something was answered. What is said again and again, as by {@code watch}, is kept once. */
    public void hears(Answer answer) {
        if (!open) {
            return;
        }
        if (moments.size() > first && moments.getLast() instanceof Heard last && saysTheSame(last.answer(), answer)) {
            moments.removeLast();
        } else if (moments.size() - first >= MOST_ANSWERS) {
            forgetOldest();
        }
        moments.add(new Heard(clock.instant(), line, answer, current.get().map(Place::of)));
    }

    /** Of the answers; what was noted between them is kept. */
    private void forgetOldest() {
        IntStream.range(first, moments.size())
                .filter(at -> moments.get(at) instanceof Heard)
                .findFirst()
                .ifPresent(moments::remove);
    }

    /** It has ended. */
    public void ends() {
        open = false;
    }

    /** What the user wants remembered. */
    public Note note(String text) {
        var note = new Note(clock.instant(), text);
        moments.add(note);
        return note;
    }

    /** Does something that the user has not asked for: it is no part of what the session did. */
    public <T> T unheard(Supplier<T> work) {
        var before = open;
        open = false;
        try {
            return work.get();
        } finally {
            open = before;
        }
    }

    /** All that was heard and noted, oldest first: also what a script was told that is still running. */
    public List<Moment> moments() {
        return List.copyOf(moments);
    }

    /** Every answer so far, those of the command that is running too. */
    public Stream<Heard> heard() {
        return heard(moments);
    }

    /** What the last command that was typed was told, and those that it ran. */
    public Stream<Heard> heardLast() {
        return heard(moments.subList(first, moments.size()));
    }

    private static Stream<Heard> heard(List<Moment> moments) {
        return List.copyOf(moments).stream().filter(Heard.class::isInstance).map(Heard.class::cast);
    }

    /** What the user wanted remembered, oldest first. */
    public Stream<Note> notes() {
        return moments.stream().filter(Note.class::isInstance).map(Note.class::cast);
    }

    /** Whether the session has written to the database of that connection. */
    public boolean wroteTo(String connection) {
        return heard().filter(heard -> heard.place()
                        .filter(place -> place.connection().equals(connection))
                        .isPresent())
                .anyMatch(Heard::isWrite);
    }

    private static boolean saysTheSame(Answer before, Answer now) {
        return before.command().equals(now.command())
                && before.report().json().equals(now.report().json());
    }
}
