package dev.restamp.shell;

import dev.restamp.postgres.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.TerminalBuilder;

/** The terminal, opened when it is first needed: JLine costs more than a whole one-shot command. */
public final class Screen implements Prompter, AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** For a terminal that was made without a size, as {@code expect} and some CI systems do: JLine would draw dots. */
    private static final Size USUAL = new Size(80, 24);

    private final boolean dumb;
    private Optional<Terminal> terminal = Optional.empty();

    public Screen(boolean dumb) {
        this.dumb = dumb;
    }

    /** @throws UncheckedIOException where the terminal cannot be opened */
    public Terminal terminal() {
        if (terminal.isEmpty()) {
            try {
                terminal = Optional.of(TerminalBuilder.builder()
                        .system(true)
                        .dumb(true)
                        .color(!dumb)
                        .build());
                terminal.filter(opened -> opened.getWidth() == 0).ifPresent(opened -> opened.setSize(USUAL));
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
        return terminal.get();
    }

    /** Columns now; {@code otherwise} where nothing is open or the terminal does not know. */
    public int width(int otherwise) {
        var columns = terminal.map(Terminal::getWidth).orElse(0);
        return columns > 0 ? columns : otherwise;
    }

    /** Lines now; {@code otherwise} where nothing is open or the terminal does not know. */
    public int height(int otherwise) {
        var lines = terminal.map(Terminal::getHeight).orElse(0);
        return lines > 0 ? lines : otherwise;
    }

    @Override
    public boolean isSomebodyThere() {
        return true;
    }

    @Override
    public Optional<String> ask(String question) {
        forgetTypeAhead();
        var answered = new CountDownLatch(1);
        Thread.ofVirtual().start(() -> giveUp(answered));
        try {
            return read(() -> questions().readLine(question));
        } finally {
            answered.countDown();
        }
    }

    /** Nobody answers: that is a No, and it is better said before somebody else sits down at the terminal. */
    private void giveUp(CountDownLatch answered) {
        try {
            if (!answered.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                terminal().raise(Signal.INT);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public Optional<String> paste(String request) {
        var reader = questions();
        reader.printAbove(request);
        var text = new StringBuilder();
        while (true) {
            try {
                text.append(reader.readLine("")).append('\n');
            } catch (EndOfFileException end) {
                return Optional.of(text.toString());
            } catch (UserInterruptException stopped) {
                return Optional.empty();
            }
        }
    }

    @Override
    public Optional<Secret> password(String question) {
        return read(() -> questions().readLine(question, '*')).map(Secret::of);
    }

    @Override
    public void close() {
        terminal.ifPresent(open -> {
            try {
                open.close();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        });
    }

    /** A reader of its own, without history: answers are nobody's business later. */
    private LineReader questions() {
        return LineReaderBuilder.builder()
                .terminal(terminal())
                .variable(LineReader.DISABLE_HISTORY, true)
                .variable(LineReader.DISABLE_COMPLETION, true)
                .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                .option(LineReader.Option.BRACKETED_PASTE, true)
                .build();
    }

    /** Keys pressed before the question was on the screen are no answer to it. */
    private void forgetTypeAhead() {
        var attributes = terminal().enterRawMode();
        try {
            while (terminal().reader().peek(1) >= 0) {
                terminal().reader().read();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } finally {
            terminal().setAttributes(attributes);
        }
    }

    private static Optional<String> read(Supplier<String> line) {
        try {
            return Optional.of(line.get());
        } catch (UserInterruptException | EndOfFileException stopped) {
            return Optional.empty();
        }
    }
}
