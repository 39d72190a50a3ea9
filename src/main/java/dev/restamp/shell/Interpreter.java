package dev.restamp.shell;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import dev.restamp.shell.command.CommandRunner;
import dev.restamp.shell.command.Nearest;
import dev.restamp.shell.command.Usage;
import dev.restamp.shell.render.OutputFormat;
import dev.restamp.shell.render.OutputFormats;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.shell.core.InputReader;
import org.springframework.shell.core.command.Command;
import org.springframework.shell.core.command.CommandContext;
import org.springframework.shell.core.command.CommandExecutionException;
import org.springframework.shell.core.command.CommandExecutor;
import org.springframework.shell.core.command.CommandNotFoundException;
import org.springframework.shell.core.command.CommandRegistry;

/**
 * Runs command lines through Spring Shell's registry and executor, and turns whatever comes of them into an exit code.
 * Problems are printed, bugs are logged; nothing escapes.
 */
public final class Interpreter implements CommandRunner {
    /** Two letters for those who type them often; in scripts only full names count. */
    private static final List<String> ALIASES =
            List.of("st=status", "cu=current", "he=heads", "hi=history", "dx=diagnose", "ct=counts", "exit=quit");

    /** Whole second names, good everywhere. */
    private static final Map<String, String> ALSO = Map.of("walkthrough", "learn");

    private static final InputReader NO_INPUT = new InputReader() {};

    private final Session session;
    private final CommandRegistry registry;
    private final CommandExecutor executor;
    private final Log log;
    private final boolean abbreviations;

    /** @param abbreviations whether a unique beginning of a name will do */
    public Interpreter(Session session, CommandRegistry registry, Log log, boolean abbreviations) {
        this.session = session;
        this.registry = registry;
        this.executor = new CommandExecutor(registry);
        this.log = log;
        this.abbreviations = abbreviations;
    }

    /** Runs a line that the user has typed. Empty lines and comments do nothing. */
    public Exit typedLine(String line) {
        var text = line.strip();
        if (text.isEmpty() || text.startsWith("#")) {
            return Exit.OK;
        }
        session.console().typed(text);
        return fresh(() -> execute(typed(), split(text)));
    }

    private List<String> split(String line) {
        return new CommandLine(this::meant).words(line);
    }

    /** Runs a command of which the words are known, as they stand in {@code argv}. */
    public Exit words(List<String> words) {
        session.console().typed(Words.line(words));
        return fresh(() -> execute(typed(), words));
    }

    private Manner typed() {
        return new Manner(abbreviations, true, List.of());
    }

    @Override
    public Exit run(List<String> words) {
        return guarded("error", () -> execute(new Manner(abbreviations, false, List.of()), words));
    }

    @Override
    public Exit runExactly(List<String> words) {
        return guarded("error", () -> execute(new Manner(false, false, List.of()), words));
    }

    @Override
    public Exit line(String line) {
        return guarded("error", () -> execute(new Manner(abbreviations, false, List.of()), split(line)));
    }

    @Override
    public Optional<Usage> usage(String name) {
        return registry.getCommands().stream()
                .filter(command -> command.getName().equals(name))
                .filter(RegisteredCommand.class::isInstance)
                .map(command -> ((RegisteredCommand) command).usage())
                .findFirst();
    }

    /** The command that is meant by the word, where there is no doubt. */
    private Optional<Usage> meant(String typed) {
        try {
            return usage(commandName(typed, abbreviations));
        } catch (Problem unknown) {
            return Optional.empty();
        }
    }

    /** One answer: in the format that is set, and not ended by a Ctrl-C pressed before it. */
    private Exit fresh(Supplier<Exit> work) {
        session.console().begin();
        return guarded("error", () -> {
            session.commandBegins();
            return work.get();
        });
    }

    /**
     * How a command came here.
     *
     * @param shortNames whether a beginning of a name will do
     * @param typed by the user, and not run by another command
     * @param at the words before it that say on which connection
     */
    private record Manner(boolean shortNames, boolean typed, List<String> at) {}

    private Exit execute(Manner manner, List<String> typed) {
        var words = session.shortcuts().written(typed);
        asked(words).ifPresent(session.console()::format);
        if (words.getFirst().startsWith("@")) {
            return elsewhere(manner, words);
        }
        var name = commandName(words.getFirst(), manner.shortNames());
        var full = new ArrayList<>(words);
        full.set(0, name);
        var line = Stream.concat(manner.at().stream(), full.stream()).toList();
        return manner.typed()
                ? typed(line, full)
                : session.journal().during(Words.line(line), () -> guarded(name, () -> dispatch(full)));
    }

    private Exit typed(List<String> line, List<String> words) {
        session.journal().begins(Words.line(line));
        var exit = guarded(words.getFirst(), () -> dispatch(words));
        session.journal().ends();
        session.commandEnds(line, exit);
        return exit;
    }

    /** The format a line asks for: known before the line is understood, for what is wrong with it is an answer too. */
    private static Optional<OutputFormat> asked(List<String> words) {
        Optional<OutputFormat> asked = Optional.empty();
        for (var i = 1; i < words.size() && !words.get(i).equals("--"); i++) {
            var word = words.get(i);
            if (word.equals("--json")) {
                asked = Optional.of(OutputFormats.JSON);
            } else if (word.equals("-o") || word.equals(Usage.OUTPUT)) {
                asked = i + 1 < words.size() ? Optional.of(OutputFormats.named(words.get(i + 1))) : asked;
            } else if (word.startsWith("-o=") || word.startsWith(Usage.OUTPUT + "=")) {
                asked = Optional.of(OutputFormats.named(word.substring(word.indexOf('=') + 1)));
            }
        }
        return asked;
    }

    /** {@code @stage current}: one command on another connection. */
    private Exit elsewhere(Manner manner, List<String> words) {
        if (words.size() < 2) {
            throw new Problem(Exit.USAGE, words.getFirst() + " needs a command", words.getFirst() + " current");
        }
        var here = session.current().map(OpenConnection::name);
        session.use(words.getFirst().substring(1));
        try {
            var at = List.of(words.getFirst());
            return execute(new Manner(manner.shortNames(), manner.typed(), at), words.subList(1, words.size()));
        } finally {
            here.filter(name -> session.connections().stream()
                            .anyMatch(open -> open.name().equals(name)))
                    .ifPresent(session::use);
        }
    }

    private Exit dispatch(List<String> words) {
        var context = new CommandContext(
                RegisteredCommand.input(words), registry, new PrintWriter(Writer.nullWriter()), NO_INPUT);
        try {
            var status = executor.execute(context);
            return Arrays.stream(Exit.values())
                    .filter(exit -> exit.code() == status.code())
                    .findFirst()
                    .orElse(Exit.BUG);
        } catch (CommandNotFoundException | CommandExecutionException failure) {
            throw failure.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failure);
        }
    }

    private String commandName(String word, boolean shortNames) {
        var typed = ALSO.getOrDefault(word, word);
        var names =
                registry.getCommands().stream().map(Command::getName).sorted().toList();
        if (names.contains(typed)) {
            return typed;
        }
        var starting = names.stream().filter(name -> name.startsWith(typed)).toList();
        if (shortNames) {
            var alias = alias(typed).filter(names::contains);
            if (alias.isPresent() || starting.size() == 1) {
                return alias.orElseGet(starting::getFirst);
            }
            if (starting.size() > 1) {
                throw new Problem(
                        Exit.USAGE, "\"" + typed + "\" is not enough: " + String.join(", ", starting), "help");
            }
        }
        var meant = starting.stream().findFirst().or(() -> Nearest.to(typed, names));
        throw new Problem(
                Exit.USAGE,
                "unknown command \"" + typed + "\""
                        + meant.map(name -> ". Did you mean: " + name).orElse(""),
                meant.isPresent() ? "" : "help");
    }

    private static Optional<String> alias(String typed) {
        return ALIASES.stream()
                .filter(alias -> alias.startsWith(typed + "="))
                .map(alias -> alias.substring(typed.length() + 1))
                .findFirst();
    }

    /** Runs something under a command's name: its problems are printed and become an exit code. */
    Exit guarded(String command, Supplier<Exit> work) {
        try {
            return work.get();
        } catch (Problem problem) {
            if (problem.getCause() != null) {
                log.write(problem.what(), problem.getCause());
            }
            session.console().problem(command, problem);
            return problem.exit();
        } catch (RuntimeException bug) {
            log.write("bug in " + command, bug);
            session.console()
                    .problem(
                            command,
                            new Problem(
                                    Exit.BUG,
                                    "a bug in restamp: " + bug.getClass().getSimpleName(),
                                    "please report it with " + log.file()));
            return Exit.BUG;
        }
    }
}
