package dev.restamp.shell.completion;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.jline.reader.Candidate;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.CompletionMatcher;
import org.jline.reader.LineReader;
import org.jspecify.annotations.Nullable;

/**
 * Which proposals fit what is typed: those that begin with it; where there is none, those with a word of their message
 * that begins with it; where there is none of these either, those that hold its letters in order.
 *
 * <p>JLine's own matcher would throw out what is meant by its label, so this one takes what the completer has kept.
 */
public final class Matching implements CompletionMatcher {
    private String typed = "";
    private List<Candidate> candidates = List.of();

    /** The proposals that fit, in their order. */
    static List<Proposal> keep(List<Proposal> proposals, String typed) {
        var wanted = typed.toLowerCase(Locale.ROOT);
        var starting = only(proposals, one -> lower(one.value()).startsWith(wanted));
        if (!starting.isEmpty()) {
            return starting;
        }
        var meant = only(proposals, one -> hasWord(lower(one.message()), wanted));
        return meant.isEmpty() ? only(proposals, one -> holdsInOrder(lower(one.value()), wanted)) : meant;
    }

    @Override
    public void compile(
            Map<LineReader.Option, Boolean> options,
            boolean prefix,
            CompletingParsedLine line,
            boolean caseInsensitive,
            int errors,
            @Nullable String originalGroupName) {
        typed = line.word().substring(0, Math.min(line.wordCursor(), line.word().length()));
    }

    @Override
    public List<Candidate> matches(List<Candidate> all) {
        candidates = all;
        return all;
    }

    @Override
    public @Nullable Candidate exactMatch() {
        return candidates.stream()
                .filter(candidate -> candidate.value().equals(typed))
                .findFirst()
                .orElse(null);
    }

    @Override
    public String getCommonPrefix() {
        return candidates.stream()
                .map(Candidate::value)
                .reduce(Matching::common)
                .filter(prefix -> prefix.startsWith(typed))
                .orElse(typed);
    }

    private static List<Proposal> only(List<Proposal> proposals, Predicate<Proposal> fits) {
        return proposals.stream().filter(fits).toList();
    }

    /** Whether one of its words begins so. */
    private static boolean hasWord(String text, String beginning) {
        for (var at = text.indexOf(beginning); at >= 0; at = text.indexOf(beginning, at + 1)) {
            if (at == 0 || !Character.isLetterOrDigit(text.codePointBefore(at))) {
                return true;
            }
        }
        return false;
    }

    private static boolean holdsInOrder(String text, String letters) {
        var at = -1;
        for (var i = 0; i < letters.length(); i++) {
            at = text.indexOf(letters.charAt(i), at + 1);
            if (at < 0) {
                return false;
            }
        }
        return true;
    }

    private static String common(String a, String b) {
        var length = 0;
        while (length < Math.min(a.length(), b.length()) && a.charAt(length) == b.charAt(length)) {
            length++;
        }
        return a.substring(0, length);
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
