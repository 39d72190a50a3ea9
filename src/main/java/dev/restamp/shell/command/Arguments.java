package dev.restamp.shell.command;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What was typed after a command's name, checked against its {@link Usage}. */
public final class Arguments {
    private final List<String> operands = new ArrayList<>();
    private final Map<String, List<String>> options = new LinkedHashMap<>();

    private Arguments() {}

    /** @throws Problem with {@code Exit.USAGE} where the words do not fit the usage */
    public static Arguments parse(Usage usage, List<String> words) {
        var arguments = new Arguments();
        var rest = words.iterator();
        var onlyOperands = false;
        while (rest.hasNext()) {
            var word = rest.next();
            if (word.equals("--") && !onlyOperands) {
                onlyOperands = true;
            } else if (!onlyOperands && word.startsWith("-") && word.length() > 1 && !isRelative(word)) {
                arguments.option(usage, word, rest);
            } else {
                arguments.operands.add(word);
            }
        }
        if (!arguments.has("--help")) {
            arguments.checkCount(usage);
        }
        return arguments;
    }

    /** The operands in order. */
    public List<String> operands() {
        return List.copyOf(operands);
    }

    /** The operand at that place, from 0. */
    public Optional<String> operand(int at) {
        return at < operands.size() ? Optional.of(operands.get(at)) : Optional.empty();
    }

    public boolean has(String option) {
        return options.containsKey(option);
    }

    /** The value given last. */
    public Optional<String> value(String option) {
        return Optional.ofNullable(options.get(option)).map(List::getLast);
    }

    /** Every value given, each as it is. */
    public List<String> each(String option) {
        return List.copyOf(options.getOrDefault(option, List.of()));
    }

    /** Every value given, also several in one with commas between. */
    public List<String> values(String option) {
        return options.getOrDefault(option, List.of()).stream()
                .flatMap(value -> List.of(value.split(",")).stream())
                .filter(value -> !value.isEmpty())
                .toList();
    }

    /** Alembic writes relative revisions as {@code -1}. */
    private static boolean isRelative(String word) {
        return word.length() > 1 && Character.isDigit(word.charAt(1));
    }

    private void option(Usage usage, String word, Iterator<String> rest) {
        var equals = word.indexOf('=');
        var name = equals < 0 ? word : word.substring(0, equals);
        var option = usage.option(name).orElseThrow(() -> unknown(usage, name));
        if (option.isFlag()) {
            if (equals >= 0) {
                throw new Problem(Exit.USAGE, name + " takes no value", "help " + usage.name());
            }
            add(option.name(), "");
        } else if (equals >= 0) {
            add(option.name(), word.substring(equals + 1));
        } else {
            add(option.name(), next(usage, option, rest));
        }
    }

    /** The word behind an option. Another option in its place means that the value was forgotten. */
    private static String next(Usage usage, Usage.Option option, Iterator<String> rest) {
        var value = rest.hasNext() ? rest.next() : "--";
        if (value.startsWith("--")) {
            throw new Problem(
                    Exit.USAGE,
                    option.name() + " needs a value: " + option.name() + " " + option.value(),
                    "help " + usage.name());
        }
        return value;
    }

    private void add(String name, String value) {
        options.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
    }

    private void checkCount(Usage usage) {
        if (operands.size() < usage.least()) {
            throw new Problem(Exit.USAGE, usage.name() + " needs " + usage.synopsis(), "help " + usage.name());
        }
        if (operands.size() > usage.most()) {
            throw new Problem(
                    Exit.USAGE, "\"" + operands.get(usage.most()) + "\" is one word too many", "help " + usage.name());
        }
    }

    private static Problem unknown(Usage usage, String name) {
        var names = usage.allOptions().stream()
                .flatMap(option -> Stream.of(option.name(), option.also()))
                .filter(known -> !known.isEmpty())
                .toList();
        var meant =
                Nearest.to(name, names).map(near -> ". Did you mean: " + near).orElse("");
        return new Problem(Exit.USAGE, usage.name() + " has no option " + name + meant, "help " + usage.name());
    }
}
