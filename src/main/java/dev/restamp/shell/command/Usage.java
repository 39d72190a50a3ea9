package dev.restamp.shell.command;

import dev.restamp.core.Exit;
import dev.restamp.shell.render.OutputFormats;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What can be typed after a command's name. The one place from which the parser, completion, help and the documentation
 * are made.
 *
 * @param synopsis the operands as people write them: {@code REV… [--remove REV]}
 * @param words fixed words that may stand first: {@code start}, {@code stop}
 * @param operand what the other operands stand for
 * @param writes whether it can write to a version table
 * @param exits the exit codes it can have besides 0, wrong usage and a bug
 * @param see commands that are about the same
 * @param draws whether its answer may be a picture
 * @param raw whether what follows its options is one operand as it was typed, quotes and all: a statement
 */
public record Usage(
        String name,
        Group group,
        String summary,
        String synopsis,
        List<String> words,
        Operand operand,
        int least,
        int most,
        boolean writes,
        boolean draws,
        boolean raw,
        List<Option> options,
        List<Example> examples,
        List<Exit> exits,
        List<String> see) {
    public Usage {
        exits = List.copyOf(exits);
        see = List.copyOf(see);
        words = List.copyOf(words);
        options = List.copyOf(options);
        examples = List.copyOf(examples);
    }

    /**
     * An option of a command.
     *
     * @param name with its dashes: {@code --expect}
     * @param also another name for it, which Alembic knows: {@code --indicate-current}; empty for none
     * @param value what follows it, in capitals; empty for a flag
     */
    public record Option(String name, String also, String value, Operand operand, String help) {
        public Option(String name, String value, Operand operand, String help) {
            this(name, "", value, operand, help);
        }

        /** Whether it may be typed like this. */
        public boolean isCalled(String dashed) {
            return name.equals(dashed) || (!also.isEmpty() && also.equals(dashed));
        }

        /** Its names as help prints them. */
        public String names() {
            return also.isEmpty() ? name : name + ", " + also;
        }

        public boolean isFlag() {
            return value.isEmpty();
        }
    }

    /** A line to type and what it is for. */
    public record Example(String line, String meaning) {}

    /** How to answer. */
    public static final String OUTPUT = "--output";

    /** Options that every command has. */
    private List<Option> common() {
        var formats = OutputFormats.names(draws ? OutputFormats.ALL : OutputFormats.forAnyAnswer());
        return List.of(
                new Option("--json", "", Operand.TEXT, "one JSON object on standard output, nothing else"),
                new Option(OUTPUT, "-o", "FORMAT", Operand.FORMAT, "how to answer: " + formats),
                new Option("--help", "", Operand.TEXT, "what the command does, with examples"));
    }

    public static Builder of(String name, Group group, String summary) {
        return new Builder(name, group, summary);
    }

    /** Whether a typed line may be a command that can write: what its first word begins may be meant by it. */
    public static boolean mayWrite(List<Usage> usages, String line) {
        var name = line.strip().replaceFirst("^@\\S*\\s*", "").split("\\s", 2)[0];
        return usages.stream().anyMatch(usage -> usage.writes() && usage.name().startsWith(name));
    }

    /** The option that is called so, also a common one. */
    public Optional<Option> option(String dashed) {
        return allOptions().stream().filter(option -> option.isCalled(dashed)).findFirst();
    }

    /** Its own options, then the common ones. */
    public List<Option> allOptions() {
        var all = new ArrayList<>(options);
        all.addAll(common());
        return all;
    }

    /** Collects a usage. */
    public static final class Builder {
        private final String name;
        private final Group group;
        private final String summary;
        private final List<String> words = new ArrayList<>();
        private final List<Option> options = new ArrayList<>();
        private final List<Example> examples = new ArrayList<>();
        private final List<Exit> exits = new ArrayList<>();
        private final List<String> see = new ArrayList<>();
        private String synopsis = "";
        private Operand operand = Operand.TEXT;
        private int least;
        private int most;
        private boolean writes;
        private boolean draws;
        private boolean raw;

        private Builder(String name, Group group, String summary) {
            this.name = name;
            this.group = group;
            this.summary = summary;
        }

        /** Takes between {@code least} and {@code most} operands. */
        public Builder operands(String text, Operand kind, int fewest, int largest) {
            synopsis = text;
            operand = kind;
            least = fewest;
            most = largest;
            return this;
        }

        /** Words that may stand as the first operand. */
        public Builder words(String... fixed) {
            words.addAll(List.of(fixed));
            return this;
        }

        public Builder writing() {
            writes = true;
            return this;
        }

        /** It answers with a graph. */
        public Builder drawing() {
            draws = true;
            return this;
        }

        /** What follows the options is one operand, taken as it was typed. */
        public Builder raw() {
            raw = true;
            return this;
        }

        public Builder flag(String option, String help) {
            options.add(new Option(option, "", Operand.TEXT, help));
            return this;
        }

        public Builder option(String option, String value, Operand kind, String help) {
            options.add(new Option(option, value, kind, help));
            return this;
        }

        /** Another name for the option added last. */
        public Builder also(String dashed) {
            var last = options.removeLast();
            options.add(new Option(last.name(), dashed, last.value(), last.operand(), last.help()));
            return this;
        }

        /** How it can end besides well. */
        public Builder exits(Exit... codes) {
            exits.addAll(List.of(codes));
            return this;
        }

        /** It asks a database: whatever can go wrong with that. */
        public Builder reads(Exit... more) {
            exits.addAll(List.of(Exit.CONNECTION, Exit.TIMEOUT, Exit.INCONCLUSIVE, Exit.INTERRUPTED));
            return exits(more);
        }

        /** Commands that are about the same. */
        public Builder see(String... others) {
            see.addAll(List.of(others));
            return this;
        }

        public Builder example(String line, String meaning) {
            examples.add(new Example(line, meaning));
            return this;
        }

        public Usage build() {
            return new Usage(
                    name,
                    group,
                    summary,
                    synopsis,
                    words,
                    operand,
                    least,
                    most,
                    writes,
                    draws,
                    raw,
                    options,
                    examples,
                    exits.stream().distinct().sorted().toList(),
                    see);
        }
    }
}
