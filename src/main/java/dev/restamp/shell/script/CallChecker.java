package dev.restamp.shell.script;

import dev.restamp.core.Problem;
import dev.restamp.shell.command.Arguments;
import dev.restamp.shell.command.Nearest;
import dev.restamp.shell.command.Usage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Holds the command lines of a script against their usages, and against what scripts may not do. */
final class CallChecker {
    /** What makes no sense in a script, or would let it decide where it works; with what to do instead. */
    private static final Map<String, String> NOT_HERE = Map.ofEntries(
            Map.entry("connect", "name the database on the command line: restamp run FILE --profile NAME"),
            Map.entry("use", "name the database on the command line: restamp run FILE --profile NAME"),
            Map.entry("disconnect", "leave it out"),
            Map.entry("reconnect", "leave it out"),
            Map.entry("profile", "name the profile on the command line: restamp run FILE --profile NAME"),
            Map.entry("project", "require project DIR"),
            Map.entry("set", "let NAME = VALUE"),
            Map.entry("run", "include FILE"),
            Map.entry("script", "leave it out"),
            Map.entry("learn", "leave it out"),
            Map.entry("recall", "leave it out"),
            Map.entry("transcript", "on the command line: restamp run FILE --transcript LOG"),
            Map.entry("clear", "leave it out"),
            Map.entry("quit", "leave it out: a script ends with its last line"));

    /** Names of revisions that mean another one tomorrow. */
    private static final Pattern VAGUE = Pattern.compile("heads?([+-]\\d+)?|current|.*@.*|[+-]\\d+");

    private static final String CONFIRM = "--confirm";

    private final List<Usage> usages;
    private final Set<String> given;

    /** @param given the variables that come from outside; grows while the script is checked */
    CallChecker(List<Usage> usages, Set<String> given) {
        this.usages = usages;
        this.given = given;
    }

    boolean writes(Call call) {
        return usage(call).filter(Usage::writes).isPresent();
    }

    /** The first thing that is wrong with it; empty where nothing is. */
    List<Mistake> check(Call call) {
        return mistake(call).stream().toList();
    }

    private Optional<Usage> usage(Call call) {
        return usages.stream().filter(usage -> usage.name().equals(call.name())).findFirst();
    }

    private Optional<Mistake> mistake(Call call) {
        var name = call.command().getFirst();
        if (name.literal().isEmpty()
                || call.connection().filter(word -> word.literal().isEmpty()).isPresent()) {
            return Optional.of(
                    wrong(call, name, "the name of a command must not depend on a variable", "if … else … end"));
        }
        if (call.connection().isPresent() && call.words().size() == 1) {
            return Optional.of(wrong(call, name, name.pattern() + " needs a command", name.pattern() + " current"));
        }
        var usage = usage(call);
        if (usage.isEmpty()) {
            return Optional.of(unknown(call, name));
        }
        if (NOT_HERE.containsKey(call.name())) {
            return Optional.of(
                    wrong(call, name, call.name() + " is not for scripts", NOT_HERE.getOrDefault(call.name(), "")));
        }
        return optionName(call)
                .or(() -> arguments(call, usage.get()))
                .or(() -> usage.get().writes() ? writing(call) : Optional.empty())
                .or(() -> endless(call));
    }

    private Mistake unknown(Call call, Word name) {
        var names = usages.stream().map(Usage::name).sorted().toList();
        var begun = names.stream().filter(one -> one.startsWith(name.pattern())).findFirst();
        var meant = begun.or(() -> Nearest.to(name.pattern(), names));
        return wrong(
                call,
                name,
                "unknown command \"" + name.pattern() + "\""
                        + meant.map(one -> ". Did you mean: " + one).orElse(""),
                begun.isPresent() ? "scripts need full names" : "");
    }

    /** Which option it is must be seen, not computed. */
    private static Optional<Mistake> optionName(Call call) {
        return call.command().stream()
                .filter(word -> word.pattern().startsWith("-"))
                .filter(word -> word.pattern().split("=", 2)[0].contains("${"))
                .findFirst()
                .map(word -> wrong(call, word, "the name of an option must not depend on a variable", ""));
    }

    /** What the command's own parser says of the words, at the word from which on it says so. */
    private static Optional<Mistake> arguments(Call call, Usage usage) {
        var words = call.command().stream().map(Word::pattern).toList();
        return IntStream.rangeClosed(1, words.size())
                .mapToObj(size -> problem(usage, words.subList(1, size)))
                .reduce((before, last) -> last)
                .flatMap(whole -> whole)
                .map(problem -> {
                    var at = IntStream.rangeClosed(1, words.size())
                            .filter(size -> problem(usage, words.subList(1, size))
                                    .filter(other -> other.what().equals(problem.what()))
                                    .isPresent())
                            .findFirst()
                            .orElse(1);
                    return wrong(call, call.command().get(at - 1), problem.what(), problem.hint());
                });
    }

    private static Optional<Problem> problem(Usage usage, List<String> words) {
        try {
            Arguments.parse(usage, words);
            return Optional.empty();
        } catch (Problem problem) {
            return Optional.of(problem);
        }
    }

    private Optional<Mistake> writing(Call call) {
        if (call.connection().isPresent()) {
            return Optional.of(wrong(
                    call,
                    call.words().getFirst(),
                    "a script writes to the database it was started for, and no other",
                    ""));
        }
        return confirmation(call).or(() -> call.name().equals("stamp") ? stamp(call) : Optional.empty());
    }

    /** Somebody must say that this database may be written to; the script itself is not somebody. */
    private Optional<Mistake> confirmation(Call call) {
        return value(call, CONFIRM)
                .filter(word -> word.variables().isEmpty()
                        || !word.variables().stream().allMatch(variable -> given.contains(variable.name())))
                .map(word -> wrong(
                        call,
                        word,
                        "a script cannot confirm by itself",
                        "write --confirm ${database}, and give --set database=NAME on the command line"));
    }

    private static Optional<Word> value(Call call, String option) {
        var words = call.command();
        return IntStream.range(0, words.size())
                .filter(i -> words.get(i).pattern().startsWith(option + "=")
                        || (i > 0 && words.get(i - 1).pattern().equals(option)))
                .mapToObj(words::get)
                .findFirst();
    }

    private static Optional<Mistake> stamp(Call call) {
        var looksOnly = has(call, "--plan") || has(call, "--sql") || has(call, "--help");
        var first = call.command().get(Math.min(1, call.command().size() - 1));
        if (looksOnly) {
            return Optional.empty();
        }
        if (!has(call, "--expect")) {
            return Optional.of(
                    wrong(call, first, "stamp needs --expect REV in a script (what you believe the row is now)", ""));
        }
        return call.command().stream()
                .skip(1)
                .takeWhile(word -> !word.pattern().startsWith("--"))
                .filter(word -> word.variables().isEmpty()
                        && VAGUE.matcher(word.pattern()).matches())
                .findFirst()
                .map(word -> wrong(
                        call, word, "\"" + word.pattern() + "\" is not a full revision id, which scripts need", ""));
    }

    private static Optional<Mistake> endless(Call call) {
        return call.name().equals("watch") && !has(call, "--times") && !has(call, "--until")
                ? Optional.of(wrong(
                        call,
                        call.command().getFirst(),
                        "watch never ends by itself",
                        "watch --times N, or --until CODE"))
                : Optional.empty();
    }

    private static boolean has(Call call, String option) {
        return call.command().stream()
                .map(Word::pattern)
                .anyMatch(word -> word.equals(option) || word.startsWith(option + "="));
    }

    private static Mistake wrong(Call call, Word word, String what, String hint) {
        return call.line().mistake(word.index(), what, hint);
    }
}
