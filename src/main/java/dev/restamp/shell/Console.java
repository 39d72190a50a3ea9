package dev.restamp.shell;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import dev.restamp.shell.Answer.Aside;
import dev.restamp.shell.render.Block;
import dev.restamp.shell.render.Canvas;
import dev.restamp.shell.render.Escape;
import dev.restamp.shell.render.Json;
import dev.restamp.shell.render.JsonDocument;
import dev.restamp.shell.render.Next;
import dev.restamp.shell.render.OutputFormat;
import dev.restamp.shell.render.OutputFormat.Envelope;
import dev.restamp.shell.render.OutputFormat.Kind;
import dev.restamp.shell.render.OutputFormats;
import dev.restamp.shell.render.Report;
import dev.restamp.shell.render.Text;
import java.io.PrintStream;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The one door to the screen. What passes is escaped, and secrets are taken out; reports go to standard output, problems,
 * remarks and progress to standard error.
 */
public final class Console {
    private static final int STEADY_WIDTH = 100;

    private final PrintStream out;
    private final PrintStream err;
    private final Redactor redactor;
    private final Clock clock;
    private final IntSupplier width;
    private final boolean colour;
    private final boolean ascii;
    private final boolean progress;
    private final Settings settings = new Settings();
    private OutputFormat format = OutputFormats.TABLE;
    private List<Next> proposed = List.of();

    /** Parts of the answer that were shown before it ended. */
    private List<Block> shown = new ArrayList<>();

    private Consumer<Answer> listener = answer -> {};

    private Optional<Transcript> transcript = Optional.empty();
    private Optional<Pager> pager = Optional.empty();
    private Optional<Collected> collected = Optional.empty();
    private boolean steady;

    /** Answers on their way to somebody other than the user. */
    private static final class Collected {
        private final List<Answer> answers = new ArrayList<>();
        private final StringBuilder screen = new StringBuilder();
    }

    /**
     * @param width asked anew for each report: terminals are resized
     * @param progress whether standard error is a terminal that can redraw a line
     */
    public Console(
            PrintStream out,
            PrintStream err,
            Redactor redactor,
            Clock clock,
            IntSupplier width,
            boolean colour,
            boolean ascii,
            boolean progress) {
        this.out = out;
        this.err = err;
        this.redactor = redactor;
        this.clock = clock;
        this.width = width;
        this.colour = colour;
        this.ascii = ascii;
        this.progress = progress;
    }

    public Redactor redactor() {
        return redactor;
    }

    public Clock clock() {
        return clock;
    }

    /** How answers are given. */
    public Settings settings() {
        return settings;
    }

    /** A command begins; its answer is printed as is set unless it asks for another format. */
    public void begin() {
        format = settings.output();
        steady = false;
        shown.clear();
    }

    /** How the next reports are printed. */
    public void format(OutputFormat next) {
        format = next;
    }

    /** Until the next command begins: the same on every terminal, without colours and a hundred columns wide. */
    public void steady() {
        steady = true;
    }

    public OutputFormat format() {
        return format;
    }

    /** From now on keeps what is typed and answered there too. */
    public void transcript(Transcript next) {
        transcript = Optional.of(next);
    }

    public Optional<Transcript> transcript() {
        return transcript;
    }

    public void stopTranscript() {
        transcript = Optional.empty();
    }

    /** Shows what is longer than the screen. */
    public void pager(Pager next) {
        pager = Optional.of(next);
    }

    /** A line was typed that is now carried out. */
    public void typed(String line) {
        transcript.ifPresent(open -> open.typed(Escape.text(redactor.redact(line))));
    }

    /** Whether the answer is a whole, a document or data: then nothing but the report may reach standard output. */
    public boolean isForPrograms() {
        return format.kind() != Kind.SCREEN;
    }

    /** Prints the answer of a command. */
    public void print(String command, Report report) {
        proposed = report.next();
        answer(new Answer(command, report, Optional.empty()));
        var whole = format.kind() == Kind.DOCUMENT ? report.after(shown) : report;
        shown.clear();
        var text = drawn(format, whole, command);
        if (collected.isPresent()
                || isForPrograms()
                || steady
                || !settings.pager()
                || !pager.map(open -> open.show(text)).orElse(false)) {
            put(text);
        } else {
            keep(text);
        }
    }

    /**
     * Secrets are taken out of each text first: a format may break one over two lines, or write it in another way, as HTML
     * does with an ampersand. And of the whole again: what gives a secret away may stand in another text.
     */
    private String drawn(OutputFormat as, Report report, String command) {
        return redactor.redact(as.print(report.mapped(redactor::redact), envelope(command), canvas()));
    }

    /**
     * A report as a document of its own, the same on every screen.
     *
     * @param removed told of each secret that is taken out
     */
    public String document(Report report, OutputFormat as, Runnable removed) {
        var clean = report.mapped(text -> redactor.redact(text, removed));
        var canvas = new Canvas(STEADY_WIDTH, false, false);
        return redactor.redact(as.print(clean, envelope("report"), canvas), removed);
    }

    /** The document that {@code --json} prints. */
    public Map<String, @Nullable Object> document(Answer answer) {
        return JsonDocument.of(answer.report(), envelope(answer.command()));
    }

    /** What the last answer proposed to type next. */
    public List<Next> proposed() {
        return proposed;
    }

    /** Shows them again. */
    public void showProposed() {
        var list = new Report(Exit.OK, List.of(), Map.of(), proposed, List.of());
        put(drawn(OutputFormats.TABLE, list, ""));
    }

    /** Runs work with its answers kept from the screen, and gives them. They are drawn as for people. */
    public Aside aside(Supplier<Exit> work) {
        var before = collected;
        var formatBefore = format;
        var shownBefore = shown;
        var mine = new Collected();
        shown = new ArrayList<>();
        collected = Optional.of(mine);
        format = OutputFormats.TABLE;
        try {
            return new Aside(work.get(), mine.answers, mine.screen.toString());
        } finally {
            collected = before;
            shown = shownBefore;
            format = formatBefore;
        }
    }

    /** Shows part of an answer at once: a plan before its question, a step when it is done. */
    public void show(List<Block> blocks) {
        shown.addAll(blocks);
        if (format.kind() == Kind.SCREEN) {
            put(drawn(format, Report.of(blocks), ""));
        }
    }

    public void show(Text line) {
        show(List.of(new Block.Line(line)));
    }

    /** A remark that nobody has to read. */
    public void remark(Text line) {
        if (!settings.quiet()) {
            clearProgress();
            var report = Report.of(List.of(new Block.Line(line))).mapped(redactor::redact);
            complain(OutputFormats.TABLE.print(report, envelope(""), new Canvas(width(), colour && progress, ascii)));
        }
    }

    /**
     * What another program says while it runs: at once, beside the answer and no part of it. Where the answer is for
     * programs, on standard error.
     */
    public void overhear(Text line) {
        clearProgress();
        var text = drawn(OutputFormats.TABLE, Report.of(List.of(new Block.Line(line))), "");
        if (isForPrograms()) {
            complain(text);
        } else {
            put(text);
        }
    }

    /** Says what went wrong, to people on standard error, to programs as an object too. */
    public void problem(String command, Problem problem) {
        clearProgress();
        var lines = new StringBuilder(coded("restamp: " + Escape.text(problem.what()), problem.code()));
        problem.hint()
                .lines()
                .forEach(line -> lines.append("  ").append(Escape.text(line)).append('\n'));
        complain(redactor.redact(lines.toString()));
        var error = Json.object("what", problem.what(), "hint", problem.hint(), "code", problem.code());
        var report = Report.builder().json("error", error).build(problem.exit());
        if (format.equals(OutputFormats.JSON)) {
            print(command, report);
        } else {
            answer(new Answer(command, report, Optional.of(problem)));
            shown.clear();
        }
    }

    /** A line with the code that help explains at its right, or below where there is no room. */
    private String coded(String line, String code) {
        if (code.isEmpty()) {
            return line + "\n";
        }
        var room = canvas().width() - line.length() - code.length();
        return line + (room >= 2 ? " ".repeat(room) + code : "\n  " + code) + "\n";
    }

    /** Hears every answer, with all its parts. */
    public void whenAnswered(Consumer<Answer> next) {
        listener = next;
    }

    private void answer(Answer answer) {
        collected.ifPresent(now -> now.answers.add(answer));
        listener.accept(new Answer(answer.command(), answer.report().after(shown), answer.problem()));
    }

    private void put(String text) {
        if (collected.isPresent()) {
            collected.get().screen.append(text);
        } else {
            out.print(text);
            out.flush();
        }
        keep(text);
    }

    private void complain(String text) {
        if (collected.isPresent()) {
            collected.get().screen.append(text);
        } else {
            err.print(text);
            err.flush();
        }
        keep(text);
    }

    private void keep(String text) {
        transcript.ifPresent(open -> open.shown(text));
    }

    /** Draws a line over the last one of its kind, where there is a terminal to do that. */
    public void progress(String line) {
        if (drawsProgress()) {
            var room = Math.max(20, settings.width().orElseGet(width) - 1);
            var shown = Escape.text(redactor.redact(line));
            err.print("\r\033[K"
                    + shown.codePoints()
                            .limit(room)
                            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append));
            err.flush();
        }
    }

    /**
     * Shows what was kept aside: in the place of what the screen showed before, where that can be done; else below it. For
     * programs each answer is printed as it would have been.
     */
    public void redraw(Text title, Aside aside) {
        if (isForPrograms()) {
            aside.answers().forEach(answer -> print(answer.command(), answer.report()));
            return;
        }
        clear();
        show(title);
        put(aside.screen());
    }

    /** Takes the progress line away. */
    public void clearProgress() {
        if (drawsProgress()) {
            err.print("\r\033[K");
            err.flush();
        }
    }

    private boolean drawsProgress() {
        return progress && !settings.quiet() && !isForPrograms() && collected.isEmpty();
    }

    /** Empties the screen, where there is one. */
    public void clear() {
        if (progress && !isForPrograms()) {
            out.print("\033[H\033[2J");
            out.flush();
        }
    }

    public Canvas canvas() {
        return steady ? new Canvas(STEADY_WIDTH, false, ascii) : new Canvas(width(), colour, ascii);
    }

    private int width() {
        return Math.max(40, settings.width().orElseGet(width));
    }

    private Envelope envelope(String command) {
        return new Envelope(
                command,
                Version.TEXT,
                clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
    }
}
