package dev.restamp.shell;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import dev.restamp.shell.command.Commands;
import dev.restamp.shell.command.ConnectionReport;
import dev.restamp.shell.command.ShellCommand;
import dev.restamp.shell.command.Usage;
import dev.restamp.shell.completion.Operands;
import dev.restamp.shell.completion.ShellCompleter;
import dev.restamp.shell.profile.Profiles;
import dev.restamp.shell.render.Escape;
import dev.restamp.shell.render.OutputFormat;
import dev.restamp.shell.render.OutputFormats;
import dev.restamp.shell.render.Style;
import dev.restamp.shell.render.Text;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.shell.core.command.CommandRegistry;

/** The program. Composes its parts by hand: no application context, no class-path scan, so that it starts at once. */
public final class Restamp {
    /** What a terminal shows at least: a pager finds out itself how much more it can. */
    private static final int LEAST_LINES = 24;

    private final Map<String, String> environment;
    private final Terminals terminals;
    private final Launch launch;
    private final Redactor redactor = new Redactor();
    private final Interrupts interrupts = new Interrupts();
    private final AtomicBoolean left = new AtomicBoolean();
    private final StateFolder state;
    private final Log log;
    private final Screen screen;
    private final Console console;
    private final Session session;
    private final List<ShellCommand> commands;
    private final LateRunner runner = new LateRunner();
    private final ReceiptStore receipts;

    private Restamp(Map<String, String> environment, Terminals terminals, Launch launch) {
        this.environment = environment;
        this.terminals = terminals;
        this.launch = launch;
        this.state = StateFolder.of(environment);
        this.log = new Log(state.log(), redactor, launch.has(LaunchOption.VERBOSE));
        this.screen = new Screen(terminals.dumb());
        this.console = console();
        var prompter = mayAsk() ? screen : Prompter.NOBODY;
        this.session = new Session(
                environment, Path.of("").toAbsolutePath(), state, console, prompter, interrupts, isScript());
        this.receipts = new ReceiptStore(() -> session.state().receipts());
        this.commands = Commands.all(session, receipts, runner, () -> left.set(true));
    }

    public static void main(String[] arguments) {
        System.setProperty("java.util.logging.config.class", NoLogging.class.getName());
        System.exit(run(List.of(arguments), System.getenv()).code());
    }

    private static Exit run(List<String> arguments, Map<String, String> environment) {
        try {
            var launch = Launch.parse(arguments);
            var terminals = Terminals.of(environment);
            var restamp = new Restamp(environment, terminals, launch);
            return restamp.startsWithProfile()
                    ? new Restamp(environment, terminals, launch.withTarget()).run()
                    : restamp.run();
        } catch (Problem problem) {
            var lines = "restamp: " + problem.what() + (problem.hint().isEmpty() ? "" : "\n  " + problem.hint());
            new Redactor().redact(lines).lines().map(Escape::text).forEach(System.err::println);
            return problem.exit();
        }
    }

    /** {@code restamp prod status}: the first word is no command, and a profile is called so. */
    private boolean startsWithProfile() {
        return !launch.words().isEmpty()
                && launch.target().isEmpty()
                && commands.stream()
                        .noneMatch(command ->
                                command.usage().name().equals(launch.words().getFirst()))
                && new Profiles(state.config(), !launch.has(LaunchOption.NO_CONFIG))
                        .find(launch.words().getFirst())
                        .isPresent();
    }

    private boolean mayAsk() {
        return !launch.has(LaunchOption.NO_INPUT) && terminals.canAsk() && !launch.stdin();
    }

    private Exit run() {
        if (launch.has(LaunchOption.VERSION) || launch.has(LaunchOption.HELP)) {
            return describe();
        }
        var stop = new Thread(this::interrupted, "stop");
        Runtime.getRuntime().addShutdownHook(stop);
        try (session;
                screen) {
            session.choose(launch.connections());
            session.lookFor(launch.value(LaunchOption.PROJECT).map(Path::of), launch.value(LaunchOption.SECTION));
            session.tableChoice(launch.table());
            session.trackerChoice(launch.value(LaunchOption.TRACKER).map(TrackerWish::named));
            session.writeRules(new WriteRules(launch.has(LaunchOption.READ_ONLY), launch.value(LaunchOption.CONFIRM)));
            furnish();
            return isInteractive() ? interactive() : commands();
        } finally {
            takeBack(stop);
        }
    }

    /** What the console does besides printing, as far as the command line asks for it. */
    private void furnish() {
        launch.value(LaunchOption.TRANSCRIPT)
                .ifPresent(file -> console.transcript(Transcript.to(Path.of(file), Clock.systemUTC())));
        if (terminals.interactive() && !terminals.dumb()) {
            Pager.of(environment, () -> screen.height(LEAST_LINES)).ifPresent(console::pager);
        }
    }

    private static void takeBack(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            // A signal has come and the hook is at work: that is what it is for.
        }
    }

    private Exit describe() {
        if (launch.has(LaunchOption.VERSION)) {
            return interpreter(false).words(List.of("version"));
        }
        console.show(Text.of("restamp " + Version.TEXT, Style.STRONG));
        Launch.usage().lines().map(Text::of).forEach(console::show);
        return interpreter(false).words(List.of("help"));
    }

    /** A signal ends the process: what runs on a server must not go on there, and the practice server must not either. */
    private void interrupted() {
        interrupts.fire();
        session.close();
    }

    /** The commands of the command line, or of standard input; stops at the first that fails. */
    private Exit commands() {
        var interpreter = interpreter(false);
        if (!launch.words().isEmpty()) {
            return interpreter.words(launch.words());
        }
        return launch.has(LaunchOption.COMMAND)
                ? all(interpreter, launch.values(LaunchOption.COMMAND).iterator())
                : fromInput(interpreter);
    }

    private Exit fromInput(Interpreter interpreter) {
        try (var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            return all(interpreter, lines.lines().iterator());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Exit all(Interpreter interpreter, Iterator<String> lines) {
        var worst = Exit.OK;
        while (lines.hasNext() && !left.get()) {
            var exit = interpreter.typedLine(lines.next());
            if (isFailure(exit) && !session.isInLesson()) {
                return exit;
            }
            worst = exit == Exit.OK ? worst : exit;
        }
        return worst;
    }

    /** A finding is an answer; everything else that is not OK stops the commands after it. */
    private static boolean isFailure(Exit exit) {
        return exit != Exit.OK && exit != Exit.FINDING;
    }

    private Exit interactive() {
        var interpreter = interpreter(true);
        var usages = commands.stream().map(ShellCommand::usage).toList();
        var operands = new Operands(session, receipts, usages);
        var history = new SafeHistory(redactor, line -> Usage.mayWrite(usages, line));
        var completer = new ShellCompleter(usages, session.shortcuts()::words, operands::of, log);
        var reader = ShellReader.on(screen.terminal(), history, completer);
        var repl = new Repl(session, interpreter, screen.terminal(), reader, log, left::get);
        welcome(interpreter, repl);
        return repl.run();
    }

    /** What is open, what is wrong, what to type: the answer before the first key. */
    private void welcome(Interpreter interpreter, Repl repl) {
        console.show(Text.of("restamp " + Version.TEXT, Style.STRONG)
                .and("   tells where a PostgreSQL schema really is      help: help     leave: Ctrl-D"));
        if (!launch.words().isEmpty()) {
            repl.interruptibly(() -> interpreter.words(launch.words()));
        } else {
            interpreter.guarded("connect", this::connectIfPossible);
            session.current().ifPresent(connection -> repl.interruptibly(() -> interpreter.typedLine("status")));
        }
    }

    private Exit connectIfPossible() {
        if (session.target().isEmpty()) {
            console.show(Text.of(
                    "no connection: connect postgresql://user@host/database   or, to practise: practice start"));
        } else {
            var connection = session.connection();
            session.recognise(connection);
            console.show(ConnectionReport.opened(connection, session.projectTracker())
                    .blocks());
        }
        return Exit.OK;
    }

    private Interpreter interpreter(boolean abbreviations) {
        var registry = new CommandRegistry();
        commands.forEach(command -> registry.registerCommand(new RegisteredCommand(command, console)));
        var interpreter = new Interpreter(session, registry, log, abbreviations);
        runner.is(interpreter);
        return interpreter;
    }

    private OutputFormat format() {
        return launch.has(LaunchOption.JSON)
                ? OutputFormats.JSON
                : launch.value(LaunchOption.OUTPUT).map(OutputFormats::named).orElse(OutputFormats.TABLE);
    }

    /** Starting the practice, or a lesson, leads into the shell: its server lives as long as we do. */
    private boolean isInteractive() {
        var words = String.join(" ", launch.words());
        var practice = words.matches("(practice|learn|walkthrough) start\\b.*|learn|walkthrough")
                && !words.contains("--check-only");
        return terminals.interactive()
                && !launch.has(LaunchOption.NO_INPUT)
                && format().equals(OutputFormats.TABLE)
                && (practice || !launch.hasCommands());
    }

    private boolean isScript() {
        return !isInteractive() && (!mayAsk() || launch.has(LaunchOption.COMMAND));
    }

    private Console console() {
        var columns = environment.getOrDefault("COLUMNS", "").matches("\\d{2,4}")
                ? Integer.parseInt(environment.get("COLUMNS"))
                : 100;
        var colour =
                terminals.out() && !launch.has(LaunchOption.NO_COLOR) && !terminals.noColour() && !terminals.dumb();
        var console = new Console(
                stream(FileDescriptor.out),
                stream(FileDescriptor.err),
                redactor,
                Clock.systemUTC(),
                () -> screen.width(columns),
                colour,
                launch.has(LaunchOption.ASCII) || !terminals.utf8() || (terminals.dumb() && terminals.out()),
                terminals.err() && !terminals.dumb());
        console.settings().output(format());
        console.settings().width(launch.width());
        console.settings().pager(!launch.has(LaunchOption.NO_PAGER));
        console.settings().quiet(launch.has(LaunchOption.QUIET));
        return console;
    }

    /**
     * Java's logging as it is without any configuration: silent. What libraries log is nothing for the screen, and reading
     * the JDK's default configuration would take a fifth of a short command's time.
     */
    public static final class NoLogging {}

    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
    }
}
