package dev.restamp.shell.journal;

import dev.restamp.core.Exit;
import dev.restamp.shell.Answer;
import dev.restamp.shell.OpenConnection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Commands, answers and notes of the session, in order. Nothing of it is on disk. */
public final class Journal {
    /** Of one command: {@code watch} may run for days. */
    private static final int MOST_ANSWERS = 1_000;

    private final Clock clock;
    private final Supplier<Optional<OpenConnection>> current;
    private final List<Entry> entries = new ArrayList<>();
    private final List<Heard> heard = new ArrayList<>();
    private Instant begun = Instant.EPOCH;
    private boolean open;

    /** @param current the connection that an answer is about */
    public Journal(Clock clock, Supplier<Optional<OpenConnection>> current) {
        this.clock = clock;
        this.current = current;
    }

    /** A command that was typed begins. */
    public void begins() {
        heard.clear();
        begun = clock.instant();
        open = true;
    }

    /** Something was answered. What is said again and again, as by {@code watch}, is kept once. */
    public void hears(Answer answer) {
        if (!open) {
            return;
        }
        if (!heard.isEmpty() && saysTheSame(heard.getLast().answer(), answer)) {
            heard.removeLast();
        } else if (heard.size() == MOST_ANSWERS) {
            heard.removeFirst();
        }
        heard.add(new Heard(clock.instant(), answer, current.get().map(Place::of)));
    }

    /** It has ended. */
    public void ends(String line, Exit exit) {
        entries.add(new Entry.Command(begun, line, exit, Duration.between(begun, clock.instant()), heard));
        heard.clear();
        open = false;
    }

    public void note(String text) {
        entries.add(new Entry.Note(clock.instant(), text));
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

    public List<Entry> entries() {
        return List.copyOf(entries);
    }

    /** The commands that ended, oldest first. */
    public Stream<Entry.Command> commands() {
        return entries.stream().filter(Entry.Command.class::isInstance).map(Entry.Command.class::cast);
    }

    /** Every answer so far, those of the command that is running too. */
    public Stream<Heard> heard() {
        return Stream.concat(commands().flatMap(command -> command.answers().stream()), List.copyOf(heard).stream());
    }

    private static boolean saysTheSame(Answer before, Answer now) {
        return before.command().equals(now.command())
                && before.report().json().equals(now.report().json());
    }
}
