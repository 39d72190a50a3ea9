package dev.restamp.shell;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import dev.restamp.core.recognition.KnownTable;
import dev.restamp.core.recognition.RecognisedTable;
import dev.restamp.postgres.Database;
import dev.restamp.postgres.Reading;
import dev.restamp.postgres.TrackerReader;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A connection of the session under its name, and what the prompt says of it. */
public final class OpenConnection implements AutoCloseable {
    private final String name;
    private final Database database;
    private final Label label;
    private final TableChoice tableChoice;
    private final Target target;
    private final Optional<KnownTable> tracker;
    private List<RecognisedTable> recognised = List.of();
    private Belief belief = new Belief(List.of(), Mark.UNKNOWN);
    private Optional<Inspection> lastInspection = Optional.empty();

    /** @param tracker whose version table is meant; empty where that was not said of this connection */
    public OpenConnection(
            String name,
            Database database,
            Label label,
            TableChoice tableChoice,
            Target target,
            Optional<KnownTable> tracker) {
        this.name = name;
        this.database = database;
        this.label = label;
        this.tableChoice = tableChoice;
        this.target = target;
        this.tracker = tracker;
    }

    public String name() {
        return name;
    }

    public Database database() {
        return database;
    }

    public Environment environment() {
        return label.environment();
    }

    public Label label() {
        return label;
    }

    /** What was asked for when it was opened. */
    public Target target() {
        return target;
    }

    /** Its target for somebody who keeps it: what came from the environment, or from an option, is part of the text. */
    public Target toKeep() {
        var isWhole = target.text().length() > "postgresql://".length()
                && !target.keywords().containsKey("host");
        return isWhole
                ? target
                : target.withText("postgresql://" + database.url().display());
    }

    /** Where its version rows are, as far as the user has said. */
    public TableChoice tableChoice() {
        return tableChoice;
    }

    /** Whose version table is meant; empty where that was not said of this connection. */
    public Optional<KnownTable> tracker() {
        return tracker;
    }

    /** The version tables of any tool that the last look at them found; empty before the first. */
    public List<RecognisedTable> recognised() {
        return recognised;
    }

    /** Looks which version tables there are now. */
    public List<RecognisedTable> recognise(Reading reading) {
        recognised = TrackerReader.tables(reading);
        return recognised;
    }

    /** What the last look at the version table said. */
    public Belief belief() {
        return belief;
    }

    /** The last look at the schema: what Tab proposes comes from it. */
    public Optional<Inspection> lastInspection() {
        return lastInspection;
    }

    /** The rows were read, and not the schema: whether they agree is not known, unless they are the same as before. */
    public void remember(List<String> row) {
        if (!belief.row().equals(row)) {
            belief = new Belief(row, Mark.UNKNOWN);
        }
    }

    void remember(Inspection inspection) {
        belief = new Belief(inspection.table().rows().ids(), inspection.mark());
        lastInspection = Optional.of(inspection);
    }

    @Override
    public void close() {
        database.close();
    }

    /** What the prompt shows: the rows, and whether the schema agrees. */
    public record Belief(List<String> row, Mark mark) {
        public Belief {
            row = List.copyOf(row);
        }
    }

    /** Whether row and schema agree. */
    public enum Mark {
        AGREES("="),
        DRIFT("!"),
        UNKNOWN("?");

        private final String sign;

        Mark(String sign) {
            this.sign = sign;
        }

        public String sign() {
            return sign;
        }
    }

    /**
     * What kind of database this is, and how that is known.
     *
     * @param said whether somebody has said so; else it is what is assumed of the host
     */
    public record Label(Environment environment, boolean said) {
        /** {@code prod}; {@code prod?} where nobody has said so. */
        public String word() {
            return environment.word() + (environment == Environment.PROD && !said ? "?" : "");
        }
    }

    /** What kind of database this is. One that nobody has labelled and that is not on this machine counts as production. */
    public enum Environment {
        PROD,
        STAGE,
        DEV,
        PRACTICE;

        /** @throws Problem with {@code Exit.USAGE} where the word is none a user may give */
        public static Environment named(String word) {
            return Arrays.stream(values())
                    .filter(one -> one != PRACTICE && one.word().equals(word))
                    .findFirst()
                    .orElseThrow(() -> new Problem(
                            Exit.USAGE,
                            "a database is prod, stage or dev, not \"" + word + "\"",
                            "--env prod, --env stage or --env dev"));
        }

        /** As it is typed: {@code prod}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
