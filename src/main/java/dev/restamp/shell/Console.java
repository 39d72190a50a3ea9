package dev.restamp.shell;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import dev.restamp.shell.render.Block;
import dev.restamp.shell.render.Canvas;
import dev.restamp.shell.render.Escape;
import dev.restamp.shell.render.Json;
import dev.restamp.shell.render.Next;
import dev.restamp.shell.render.OutputFormat;
import dev.restamp.shell.render.OutputFormat.Envelope;
import dev.restamp.shell.render.OutputFormats;
import dev.restamp.shell.render.Report;
import dev.restamp.shell.render.Text;
import java.io.PrintStream;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;

/**
 * The one door to the screen. What passes is escaped, and secrets are taken out; reports go to standard output, problems
 * and progress to standard error.
 */
public final class Console {
    private final PrintStream out;
    private final PrintStream err;
    private final Redactor redactor;
    private final Clock clock;
    private final IntSupplier width;
    private final boolean colour;
    private final boolean ascii;
    private final boolean progress;
    private OutputFormat format = OutputFormats.TABLE;
    private List<Next> proposed = List.of();

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

    /** How the next reports are printed. */
    public void format(OutputFormat next) {
        format = next;
    }

    /** Whether the answer is for a program: then nothing but the report may reach standard output. */
    public boolean isForPrograms() {
        return !format.equals(OutputFormats.TABLE);
    }

    /** Prints the answer of a command. */
    public void print(String command, Report report) {
        proposed = report.next();
        out.print(redactor.redact(format.print(report, envelope(command), canvas())));
        out.flush();
    }

    /** What the last answer proposed to type next. */
    public List<Next> proposed() {
        return proposed;
    }

    /** Shows part of an answer at once, to people only: a plan before its question, a step when it is done. */
    public void show(List<Block> blocks) {
        if (!isForPrograms()) {
            var part = new Report(Exit.OK, blocks, Map.of(), List.of());
            out.print(redactor.redact(OutputFormats.TABLE.print(part, envelope(""), canvas())));
            out.flush();
        }
    }

    public void show(Text line) {
        show(List.of(new Block.Line(line)));
    }

    /** Says what went wrong, to people on standard error, to programs as an object too. */
    public void problem(String command, Problem problem) {
        clearProgress();
        err.println(redactor.redact(Escape.text("restamp: " + problem.what())));
        if (!problem.hint().isEmpty()) {
            problem.hint().lines().forEach(line -> err.println(redactor.redact(Escape.text("  " + line))));
        }
        err.flush();
        if (isForPrograms()) {
            var error = Json.object("what", problem.what(), "hint", problem.hint());
            print(command, Report.builder().json("error", error).build(problem.exit()));
        }
    }

    /** Draws a line over the last one of its kind, where there is a terminal to do that. */
    public void progress(String line) {
        if (progress && !isForPrograms()) {
            var room = Math.max(20, width.getAsInt() - 1);
            var shown = Escape.text(redactor.redact(line));
            err.print("\r\033[K"
                    + shown.codePoints()
                            .limit(room)
                            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append));
            err.flush();
        }
    }

    /** Takes the progress line away. */
    public void clearProgress() {
        if (progress && !isForPrograms()) {
            err.print("\r\033[K");
            err.flush();
        }
    }

    /** Empties the screen, where there is one. */
    public void clear() {
        if (progress && !isForPrograms()) {
            out.print("\033[H\033[2J");
            out.flush();
        }
    }

    public Canvas canvas() {
        return new Canvas(Math.max(40, width.getAsInt()), colour, ascii);
    }

    private Envelope envelope(String command) {
        return new Envelope(
                command,
                Version.TEXT,
                clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
    }
}
