package dev.restamp.shell.script;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import dev.restamp.core.stamp.Receipt;
import dev.restamp.shell.ReceiptStore;
import dev.restamp.shell.Session;
import dev.restamp.shell.StateFolder;
import dev.restamp.shell.Version;
import dev.restamp.shell.Words;
import dev.restamp.shell.command.Usage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Writes what is typed in the shell as a script that can be run again. */
public final class Recorder {
    private static final String CONFIRM = "--confirm ${database}";

    private final Session session;
    private final ReceiptStore receipts;
    private final Supplier<List<Usage>> usages;
    private Optional<Path> file = Optional.empty();
    private final Set<String> before = new HashSet<>();
    private boolean asksForDatabase;
    private int lines;

    public Recorder(Session session, ReceiptStore receipts, Supplier<List<Usage>> usages) {
        this.session = session;
        this.receipts = receipts;
        this.usages = usages;
    }

    /** What is being written; empty where nothing is. */
    public Optional<String> unfinished() {
        return file.map(target -> "still recording to " + target + ": script stop ends it");
    }

    /** @throws Problem with {@code Exit.USAGE} where it records already, or the file is there already, or cannot be made */
    public void start(Path target) {
        if (file.isPresent()) {
            throw new Problem(Exit.USAGE, "this is recorded already, to " + file.get(), "script stop");
        }
        if (Files.exists(target)) {
            throw new Problem(Exit.USAGE, target + " is there already, and is not overwritten", "another name");
        }
        lines = 0;
        asksForDatabase = false;
        receipts.all().forEach(receipt -> before.add(receipt.id()));
        var at = session.console().clock().instant().truncatedTo(ChronoUnit.SECONDS);
        try {
            StateFolder.secret(target);
        } catch (UncheckedIOException failure) {
            throw cannot(target, failure);
        }
        append(target, "#!/usr/bin/env -S restamp run\n# recorded with restamp " + Version.TEXT + ", " + at + "\n");
        file = Optional.of(target);
    }

    /** @throws Problem with {@code Exit.USAGE} where nothing is recorded */
    public Recorded stop() {
        var target = file.orElseThrow(() -> new Problem(Exit.USAGE, "nothing is recorded", "script record FILE"));
        file = Optional.empty();
        return new Recorded(target, lines);
    }

    /** @param lines how many commands there are in it */
    public record Recorded(Path file, int lines) {}

    /**
     * A command was carried out. Those that were not understood are left out, and those that scripts do not have.
     *
     * @param words with the full name of the command first, or {@code @name} and then the name
     */
    public void ran(List<String> words, Exit exit) {
        if (file.isEmpty() || exit == Exit.USAGE || exit == Exit.BUG || exit == Exit.INTERRUPTED) {
            return;
        }
        var line = line(words, exit);
        if (!isForScripts(line)) {
            return;
        }
        if (line.contains(CONFIRM) && !asksForDatabase) {
            asksForDatabase = true;
            append(file.get(), "require set database \"the name of the database, to confirm what is written\"\n");
        }
        append(file.get(), line + "\n");
        lines++;
    }

    private String line(List<String> words, Exit exit) {
        var name = words.getFirst();
        var written = exit == Exit.OK && usage(name).filter(Usage::writes).isPresent()
                ? receipts.all().stream()
                        .filter(receipt -> before.add(receipt.id()))
                        .findFirst()
                : Optional.<Receipt>empty();
        var command = name.equals("upgrade") && exit == Exit.OK
                ? upgrade(words)
                : written.map(receipt -> writing(words, receipt)).orElseGet(() -> typed(words));
        return (exit == Exit.OK ? "" : "expect " + exit.code() + " ") + command;
    }

    private String upgrade(List<String> words) {
        var own = new ArrayList<>(words);
        var at = own.indexOf("--confirm");
        if (at >= 0 && at + 1 < own.size()) {
            own.subList(at, at + 2).clear();
        }
        own.removeIf(word -> word.startsWith("--confirm="));
        return typed(own) + " " + CONFIRM;
    }

    private String typed(List<String> words) {
        return session.console().redactor().redact(Words.line(words));
    }

    /** A script says what it believes, in full, and has the write confirmed from outside. */
    private static String writing(List<String> words, Receipt receipt) {
        if (words.contains("--plan") || words.contains("--sql")) {
            return Words.line(words);
        }
        var own = new ArrayList<String>(List.of(words.getFirst()));
        if (words.getFirst().equals("stamp")) {
            own.addAll(receipt.after().isEmpty() ? List.of("base") : receipt.after());
        }
        for (var i = 1; i + 1 < words.size(); i++) {
            if (words.get(i).equals("--remove") || words.get(i).equals("--allow-unproved")) {
                own.addAll(words.subList(i, i + 2));
            }
        }
        own.addAll(List.of("--expect", String.join(",", receipt.before())));
        return Words.line(own) + " " + CONFIRM;
    }

    /** Whether the line could stand in a script. */
    private boolean isForScripts(String line) {
        var mistakes = new ArrayList<Mistake>();
        var source = List.of(new SourceLine("", 1, line));
        var statements = new ScriptParser((at, word) -> List.of(), mistakes).parse(source);
        var script = new Script("", "", statements, mistakes);
        return Checker.check(script, usages.get(), Set.of("database")).isEmpty();
    }

    private Optional<Usage> usage(String name) {
        return usages.get().stream().filter(usage -> usage.name().equals(name)).findFirst();
    }

    private static void append(Path target, String text) {
        try {
            Files.writeString(target, text, StandardOpenOption.APPEND);
        } catch (IOException failure) {
            throw cannot(target, failure);
        }
    }

    private static Problem cannot(Path target, Exception failure) {
        return new Problem(Exit.USAGE, target + " cannot be written", "another file", failure);
    }
}
