package dev.restamp.shell.completion;

import dev.restamp.shell.Log;
import dev.restamp.shell.command.Operand;
import dev.restamp.shell.command.Usage;
import dev.restamp.shell.render.Escape;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;

/** What Tab proposes at the cursor: commands, then options, then whatever the operand stands for. */
public final class ShellCompleter implements Completer {
    private final List<Usage> usages;
    private final Supplier<Map<String, String>> shortcuts;
    private final BiFunction<Operand, Cursor, List<Proposal>> operands;
    private final Log log;

    /** How long a person does not notice. */
    private static final long LONGEST_MILLIS = 100;

    /**
     * @param shortcuts words that may stand first for a while, besides the commands, with what they are for
     * @param operands what may stand for an operand now, the likeliest first
     */
    public ShellCompleter(
            List<Usage> usages,
            Supplier<Map<String, String>> shortcuts,
            BiFunction<Operand, Cursor, List<Proposal>> operands,
            Log log) {
        this.usages = List.copyOf(usages);
        this.shortcuts = shortcuts;
        this.operands = operands;
        this.log = log;
    }

    /** A mistake in here must not disturb the line being typed: it goes to the log. */
    @Override
    public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
        try {
            var typed = line.word()
                    .substring(0, Math.min(line.wordCursor(), line.word().length()));
            var before = line.words().subList(0, line.wordIndex());
            var proposals = inTime(() -> Matching.keep(proposals(before, typed), typed));
            for (var order = 0; order < proposals.size(); order++) {
                candidates.add(candidate(proposals.get(order), order));
            }
        } catch (RuntimeException failure) {
            log.write("completion", failure);
        }
    }

    /** A slow disk or database must not hold up the keys: then nothing is proposed. */
    private List<Proposal> inTime(Supplier<List<Proposal>> proposals) {
        var work = new CompletableFuture<List<Proposal>>();
        Thread.ofVirtual().start(() -> {
            try {
                work.complete(proposals.get());
            } catch (RuntimeException failure) {
                work.completeExceptionally(failure);
            }
        });
        try {
            return work.get(LONGEST_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException failure) {
            log.write("completion", failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return List.of();
    }

    private List<Proposal> proposals(List<String> before, String typed) {
        var words = before.isEmpty() || !before.getFirst().startsWith("@") ? before : before.subList(1, before.size());
        if (words.isEmpty()) {
            return typed.startsWith("@") ? operands.apply(Operand.CONNECTION, new Cursor(words, typed)) : commands();
        }
        var usage = usages.stream()
                .filter(one -> one.name().equals(words.getFirst()))
                .findFirst();
        if (usage.isEmpty()) {
            return List.of();
        }
        return after(usage.get(), words, typed);
    }

    private List<Proposal> after(Usage usage, List<String> words, String typed) {
        var option = usage.option(words.getLast()).filter(last -> !last.isFlag());
        if (option.isPresent()) {
            return operands.apply(option.get().operand(), new Cursor(words, typed));
        }
        if (typed.startsWith("-")) {
            return usage.allOptions().stream()
                    .filter(one -> !words.contains(one.name()))
                    .map(one -> new Proposal(one.name(), one.help(), ""))
                    .toList();
        }
        return words.size() == 1 && !usage.words().isEmpty()
                ? usage.words().stream().map(Proposal::of).toList()
                : operands.apply(usage.operand(), new Cursor(words, typed));
    }

    private List<Proposal> commands() {
        return Stream.concat(
                        shortcuts.get().entrySet().stream().map(one -> new Proposal(one.getKey(), one.getValue(), "")),
                        usages.stream().map(usage -> new Proposal(usage.name(), usage.summary(), "")))
                .toList();
    }

    private static Candidate candidate(Proposal proposal, int order) {
        var label = proposal.label().isEmpty() ? null : Escape.text(proposal.label());
        var goesOn = proposal.value().endsWith("/");
        return new Candidate(proposal.value(), Escape.text(proposal.value()), null, label, null, null, !goesOn, order);
    }
}
