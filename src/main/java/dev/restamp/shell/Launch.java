package dev.restamp.shell;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import dev.restamp.shell.command.Nearest;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * The command line of the program.
 *
 * @param target a URL to connect to; empty for {@code $DATABASE_URL}
 * @param project a folder or a configuration file; empty to look for one
 * @param section the section of the configuration; empty for the tool's usual one
 * @param table where the version rows are, as far as that is said
 * @param lines command lines given with {@code -c}, in order
 * @param words a command given as words; empty for none
 * @param stdin whether commands are to be read from standard input
 */
public record Launch(
        Optional<String> target,
        Optional<String> project,
        Optional<String> section,
        TableChoice table,
        List<String> lines,
        List<String> words,
        boolean stdin,
        boolean json,
        boolean colour,
        boolean ascii,
        boolean input,
        boolean version,
        boolean help,
        OptionalInt width) {
    private static final List<String> WITH_VALUE =
            List.of("-c", "--project", "--name", TableChoice.SCHEMA_OPTION, TableChoice.NAME_OPTION, "--width");

    private static final List<String> FLAGS =
            List.of("--json", "--no-color", "--ascii", "--no-input", "--version", "--help");

    /** Those that mean the same behind a command. */
    static final List<String> ANYWHERE = List.of(
            "--project",
            "--name",
            TableChoice.SCHEMA_OPTION,
            TableChoice.NAME_OPTION,
            "--width",
            "--no-color",
            "--ascii",
            "--no-input");

    /** Commands that have such an option of their own, and themselves see to what it means. */
    static final Map<String, List<String>> OWN = Map.of(
            "project", List.of("--name"),
            "connect", List.of(TableChoice.SCHEMA_OPTION, TableChoice.NAME_OPTION));

    public Launch {
        lines = List.copyOf(lines);
        words = List.copyOf(words);
    }

    /** What {@code restamp --help} says of the command line. */
    public static final String USAGE = """
            restamp [TARGET] [options]                interactive; TARGET is a URL, or $DATABASE_URL
            restamp [TARGET] [options] COMMAND …      one command, e.g. restamp status
            restamp [TARGET] [options] -c 'COMMAND'   one or more command lines
            restamp -                                 commands from standard input

              --project DIR          the folder that holds alembic.ini, or the file   --json       answer in JSON
              --name SECTION         its section, where that is not [alembic]         --no-color   no colours
              --version-table NAME   the version table, where env.py does not tell    --ascii      draw with ASCII only
              --schema NAME          the schema that holds it                         --no-input   never ask
              --width N              columns to draw in                               --version    --help
            help COMMAND for one command
            """;

    /**
     * @throws Problem with {@code Exit.USAGE} where an option is unknown or lacks its value, or where two things are asked
     *     for of which only one can be done; never with the value of an option in it, which may be a URL
     */
    static Launch parse(List<String> argv) {
        return new Parser(argv.iterator()).parse();
    }

    /** Whether it was said what to do; else it is the terminal that decides. */
    boolean hasCommands() {
        return !lines.isEmpty() || !words.isEmpty() || stdin;
    }

    private static final class Parser {
        private final Iterator<String> rest;
        private final List<String> lines = new ArrayList<>();
        private final List<String> words = new ArrayList<>();
        private Optional<String> target = Optional.empty();
        private Optional<String> project = Optional.empty();
        private Optional<String> section = Optional.empty();
        private TableChoice table = TableChoice.NONE;
        private OptionalInt width = OptionalInt.empty();
        private boolean stdin;
        private boolean json;
        private boolean colour = true;
        private boolean ascii;
        private boolean input = true;
        private boolean version;
        private boolean help;

        private Parser(Iterator<String> rest) {
            this.rest = rest;
        }

        private Launch parse() {
            while (rest.hasNext() && words.isEmpty()) {
                take(rest.next());
            }
            rest.forEachRemaining(this::afterCommand);
            if (Stream.of(stdin, !lines.isEmpty(), !words.isEmpty())
                            .filter(asked -> asked)
                            .count()
                    > 1) {
                throw new Problem(
                        Exit.USAGE, "commands are given in more than one way", "one of: COMMAND, -c 'COMMAND', -");
            }
            return new Launch(
                    target, project, section, table, lines, words, stdin, json, colour, ascii, input, version, help,
                    width);
        }

        /** Behind a command, too, people write what is about the program and not about the command. */
        private void afterCommand(String word) {
            var name = word.startsWith("--") ? word.split("=", 2)[0] : "";
            var own = OWN.getOrDefault(words.getFirst(), List.of());
            if (ANYWHERE.contains(name) && !own.contains(name)) {
                take(word);
            } else {
                words.add(word);
            }
        }

        private void take(String word) {
            var equals = word.startsWith("--") ? word.indexOf('=') : -1;
            if (equals > 0) {
                withValue(word.substring(0, equals), word.substring(equals + 1));
                return;
            }
            if (WITH_VALUE.contains(word)) {
                withValue(word, value(word));
                return;
            }
            switch (word) {
                case "-" -> stdin = true;
                case "--json" -> json = true;
                case "--no-color" -> colour = false;
                case "--ascii" -> ascii = true;
                case "--no-input" -> input = false;
                case "--version" -> version = true;
                case "--help", "-h" -> help = true;
                default -> other(word);
            }
        }

        private void withValue(String option, String value) {
            switch (option) {
                case "-c" -> lines.add(value);
                case "--project" -> project = Optional.of(value);
                case "--name" -> section = Optional.of(value);
                case TableChoice.SCHEMA_OPTION -> table = new TableChoice(Optional.of(value), table.name());
                case TableChoice.NAME_OPTION -> table = new TableChoice(table.schema(), Optional.of(value));
                case "--width" -> width = OptionalInt.of(columns(value));
                default -> throw unknown(option);
            }
        }

        private void other(String word) {
            if (word.startsWith("-")) {
                throw unknown(word);
            } else if (!word.contains("://")) {
                words.add(word);
            } else if (target.isEmpty()) {
                target = Optional.of(word);
            } else {
                throw new Problem(Exit.USAGE, "two URLs are given", "one, and `connect` for the other");
            }
        }

        private static Problem unknown(String option) {
            if (FLAGS.contains(option)) {
                return new Problem(Exit.USAGE, option + " takes no value", "restamp --help");
            }
            var all = Stream.concat(WITH_VALUE.stream(), FLAGS.stream()).toList();
            var meant = Nearest.to(option, all).map(near -> ". Did you mean: " + near);
            return new Problem(Exit.USAGE, "unknown option " + option + meant.orElse(""), "restamp --help");
        }

        private String value(String option) {
            if (!rest.hasNext()) {
                throw new Problem(Exit.USAGE, option + " needs a value", "restamp --help");
            }
            return rest.next();
        }

        private static int columns(String value) {
            if (!value.matches("[1-9]\\d{0,3}")) {
                throw new Problem(Exit.USAGE, "--width needs a number, not \"" + value + "\"", "restamp --help");
            }
            return Integer.parseInt(value);
        }
    }
}
