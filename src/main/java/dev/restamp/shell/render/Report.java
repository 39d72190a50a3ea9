package dev.restamp.shell.render;

import dev.restamp.core.Exit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a command has to say: for people as blocks, for programs as values.
 *
 * @param json the members of the JSON object, in order: text, numbers, truths, null, lists and maps of them
 * @param next what may be typed next
 * @param records the same as rows for programs, each with the same names; empty where a single one says it all
 */
public record Report(
        Exit exit,
        List<Block> blocks,
        Map<String, @Nullable Object> json,
        List<Next> next,
        List<Map<String, @Nullable Object>> records) {
    public Report {
        blocks = List.copyOf(blocks);
        json = Collections.unmodifiableMap(new LinkedHashMap<>(json));
        next = List.copyOf(next);
        records = List.copyOf(records);
    }

    /** Its own title; empty where it is called after its command. */
    Optional<String> title() {
        return blocks.stream()
                .findFirst()
                .filter(first -> first instanceof Block.Heading(var level, var _) && level == 1)
                .map(first -> ((Block.Heading) first).text());
    }

    /** Parts of an answer, for people. */
    public static Report of(List<Block> blocks) {
        return new Report(Exit.OK, blocks, Map.of(), List.of(), List.of());
    }

    /** The same with every text changed; names of members stay. */
    public Report mapped(UnaryOperator<String> change) {
        return new Mapping(change).of(this);
    }

    /** The same with more before it. */
    public Report after(List<Block> before) {
        var all = new ArrayList<>(before);
        all.addAll(blocks);
        return new Report(exit, all, json, next, records);
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Collects a report line by line. */
    public static final class Builder {
        private final List<Block> blocks = new ArrayList<>();
        private final Map<String, @Nullable Object> json = new LinkedHashMap<>();
        private final List<Next> next = new ArrayList<>();
        private final List<Map<String, @Nullable Object>> records = new ArrayList<>();
        private boolean listed;

        private Builder() {}

        public Builder block(Block block) {
            blocks.add(block);
            return this;
        }

        public Builder blocks(List<? extends Block> more) {
            blocks.addAll(more);
            return this;
        }

        public Builder line(Text text) {
            return block(new Block.Line(text));
        }

        public Builder line(String text) {
            return line(Text.of(text));
        }

        public Builder gap() {
            return line(Text.EMPTY);
        }

        public Builder noted(Text text, String note) {
            return block(new Block.Noted(text, note));
        }

        public Builder json(String name, @Nullable Object value) {
            json.put(name, value);
            return this;
        }

        public Builder json(Map<String, ? extends @Nullable Object> members) {
            json.putAll(members);
            return this;
        }

        /** A member that lists what the report is about: each object in it is a record too. */
        public Builder listed(String name, List<Map<String, @Nullable Object>> objects) {
            return json(name, objects).records(objects);
        }

        /** What the report is about, as rows. */
        public Builder records(List<Map<String, @Nullable Object>> rows) {
            listed = true;
            records.addAll(rows);
            return this;
        }

        public Builder next(Next... commands) {
            next.addAll(List.of(commands));
            return this;
        }

        public Report build(Exit exit) {
            return new Report(exit, blocks, json, next, listed ? records : List.of(json));
        }
    }
}
