package dev.restamp.shell;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import dev.restamp.shell.ConnectChoice.Asking;
import dev.restamp.shell.OpenConnection.Environment;
import dev.restamp.shell.command.Nearest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The command line of the program.
 *
 * @param given the options, each with its values in order; a flag has an empty one
 * @param target what to connect to: a URL, {@code service=NAME}, libpq's keywords; empty where nothing is said
 * @param words a command given as words; empty for none
 * @param stdin whether commands are to be read from standard input
 */
public record Launch(
        Map<LaunchOption, List<String>> given, Optional<String> target, List<String> words, boolean stdin) {
    /** Commands that have such an option of their own, and themselves see to what it means. */
    static final Map<String, List<String>> OWN = Map.of(
            "project", List.of("--name", TrackerWish.OPTION),
            "current", List.of(TrackerWish.OPTION),
            "practice", List.of("--name"),
            "stamp", List.of("--confirm"),
            "undo", List.of("--confirm"),
            "upgrade", List.of("--confirm", "--env"),
            "diff", List.of("--schema"),
            "verify", List.of("--schema"),
            "connect", List.of("--env", TableChoice.SCHEMA_OPTION, TableChoice.NAME_OPTION, TrackerWish.OPTION),
            "profile", List.of("--env", "--timeout", TableChoice.SCHEMA_OPTION, TableChoice.NAME_OPTION));

    public Launch {
        given = Collections.unmodifiableMap(new EnumMap<>(given));
        words = List.copyOf(words);
    }

    /**
     * @throws Problem with {@code Exit.USAGE} where an option is unknown or lacks its value, or where two things are asked
     *     for of which only one can be done; never with the value of an option in it, which may be a URL
     */
    static Launch parse(List<String> argv) {
        return new Parser(argv.iterator()).parse();
    }

    /** What {@code restamp --help} says of the command line. */
    public static String usage() {
        var rows = Arrays.stream(LaunchOption.values())
                .map(option ->
                        List.of((String.join(", ", option.names()) + " " + option.value()).strip(), option.help()))
                .toList();
        var width = rows.stream().mapToInt(row -> row.getFirst().length()).max().orElse(0);
        return """
                restamp [TARGET] [options]                interactive
                restamp [TARGET] [options] COMMAND …      one command, e.g. restamp status
                restamp [TARGET] [options] -c 'COMMAND'   one or more command lines
                restamp run FILE                          a script
                restamp -                                 commands from standard input

                TARGET is a profile, a URL, service=NAME or 'host=… dbname=…'; else $RESTAMP_PROFILE, $DATABASE_URL, $PGHOST

                """
                + rows.stream()
                        .map(row -> "  " + row.getFirst()
                                + " ".repeat(width - row.getFirst().length() + 3) + row.getLast())
                        .collect(Collectors.joining("\n", "", "\n"))
                + "help COMMAND for one command\n";
    }

    boolean has(LaunchOption option) {
        return given.containsKey(option);
    }

    /** The value given last. */
    Optional<String> value(LaunchOption option) {
        return values(option).stream().reduce((first, second) -> second);
    }

    List<String> values(LaunchOption option) {
        return given.getOrDefault(option, List.of());
    }

    /** Where the version rows are, as far as that is said. */
    TableChoice table() {
        return new TableChoice(value(LaunchOption.SCHEMA), value(LaunchOption.VERSION_TABLE));
    }

    /** What is said about connections. */
    ConnectChoice connections() {
        var asking = has(LaunchOption.ASK_PASSWORD)
                ? Asking.ALWAYS
                : has(LaunchOption.NO_PASSWORD) || has(LaunchOption.NO_INPUT) ? Asking.NEVER : Asking.IF_NEEDED;
        return new ConnectChoice(
                target.or(() -> value(LaunchOption.PROFILE)),
                value(LaunchOption.ENV).map(Environment::named),
                value(LaunchOption.TIMEOUT).map(TimeLimit::parse),
                value(LaunchOption.PASSWORD_FILE).map(Path::of),
                asking,
                !has(LaunchOption.NO_CONFIG));
    }

    OptionalInt width() {
        return value(LaunchOption.WIDTH).stream().mapToInt(Integer::parseInt).findFirst();
    }

    /** Whether it was said what to do; else it is the terminal that decides. */
    boolean hasCommands() {
        return has(LaunchOption.COMMAND) || !words.isEmpty() || stdin;
    }

    /**
     * The same where the first word turns out to be no command but what to connect to: the name of a profile.
     *
     * @throws Problem with {@code Exit.USAGE} where something else was named too
     */
    Launch withTarget() {
        if (target.isPresent()) {
            throw twoTargets();
        }
        var rest = parse(words.subList(1, words.size()));
        var all = new EnumMap<>(rest.given);
        given.forEach((option, values) -> all.merge(
                option,
                values,
                (behind, before) ->
                        Stream.concat(before.stream(), behind.stream()).toList()));
        return checked(new Launch(all, Optional.of(words.getFirst()), rest.words, stdin || rest.stdin));
    }

    private static Launch checked(Launch launch) {
        var ways = Stream.of(launch.stdin, launch.has(LaunchOption.COMMAND), !launch.words.isEmpty());
        if (ways.filter(asked -> asked).count() > 1) {
            throw new Problem(
                    Exit.USAGE, "commands are given in more than one way", "one of: COMMAND, -c 'COMMAND', -");
        }
        if (launch.target.isPresent() && launch.has(LaunchOption.PROFILE)) {
            throw new Problem(Exit.USAGE, "a target and --profile are given", "one of them");
        }
        return launch;
    }

    private static Problem twoTargets() {
        return new Problem(Exit.USAGE, "two URLs are given", "one, and `connect` for the other");
    }

    private static final class Parser {
        private final Iterator<String> rest;
        private final Map<LaunchOption, List<String>> given = new EnumMap<>(LaunchOption.class);
        private final List<String> words = new ArrayList<>();
        private Optional<String> target = Optional.empty();
        private boolean stdin;

        private Parser(Iterator<String> rest) {
            this.rest = rest;
        }

        private Launch parse() {
            while (rest.hasNext() && words.isEmpty()) {
                take(rest.next());
            }
            rest.forEachRemaining(this::afterCommand);
            return checked(new Launch(given, target, words, stdin));
        }

        /** Behind a command, too, people write what is about the program and not about the command. */
        private void afterCommand(String word) {
            var name = word.startsWith("--") ? word.split("=", 2)[0] : "";
            var own = OWN.getOrDefault(words.getFirst(), List.of());
            if (LaunchOption.of(name).filter(LaunchOption::isAnywhere).isPresent() && !own.contains(name)) {
                take(word);
            } else {
                words.add(word);
            }
        }

        private void take(String word) {
            if (word.equals("-")) {
                stdin = true;
            } else if (word.startsWith("-")) {
                option(word);
            } else if (!isTarget(word)) {
                words.add(word);
            } else if (target.isEmpty()) {
                target = Optional.of(word);
            } else {
                throw twoTargets();
            }
        }

        /** A URL, or libpq's keywords, {@code service=stage} among them. No command has such a name. */
        private static boolean isTarget(String word) {
            return word.contains("://") || word.matches("(?s)\\w+\\s*=.*");
        }

        private void option(String word) {
            var equals = word.startsWith("--") ? word.indexOf('=') : -1;
            var name = equals > 0 ? word.substring(0, equals) : word;
            var option = LaunchOption.of(name).orElseThrow(() -> unknown(name));
            if (option.isFlag() && equals > 0) {
                throw new Problem(Exit.USAGE, name + " takes no value", "restamp --help");
            }
            var value = option.isFlag() ? "" : equals > 0 ? word.substring(equals + 1) : value(name);
            if (option == LaunchOption.WIDTH) {
                checkColumns(value);
            }
            given.computeIfAbsent(option, key -> new ArrayList<>()).add(value);
        }

        private static Problem unknown(String option) {
            var all = Arrays.stream(LaunchOption.values())
                    .flatMap(known -> known.names().stream())
                    .toList();
            var meant = Nearest.to(option, all).map(near -> ". Did you mean: " + near);
            return new Problem(Exit.USAGE, "unknown option " + option + meant.orElse(""), "restamp --help");
        }

        private String value(String option) {
            if (!rest.hasNext()) {
                throw new Problem(Exit.USAGE, option + " needs a value", "restamp --help");
            }
            return rest.next();
        }

        private static void checkColumns(String value) {
            if (!value.matches("[1-9]\\d{0,3}")) {
                throw new Problem(Exit.USAGE, "--width needs a number, not \"" + value + "\"", "restamp --help");
            }
        }
    }
}
