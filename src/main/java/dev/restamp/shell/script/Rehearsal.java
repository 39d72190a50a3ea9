package dev.restamp.shell.script;

import dev.restamp.core.Exit;
import dev.restamp.shell.command.CommandRunner;
import dev.restamp.shell.command.Usage;
import dev.restamp.shell.render.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A write that is not done: its plan and its proofs are, and what would become of it is told from them. */
final class Rehearsal {
    private static final String PLAN = "--plan";
    private static final String EXPECT = "--expect";
    private static final String UNPROVED = "--allow-unproved";

    private Rehearsal() {}

    /** Whether the command would write, and not only show what it would write. */
    static boolean isWrite(Call call, CommandRunner runner) {
        return runner.usage(call.name()).filter(Usage::writes).isPresent()
                && call.words().stream()
                        .map(Word::pattern)
                        .noneMatch(word -> Set.of(PLAN, "--sql", "--help").contains(word));
    }

    static Played of(List<String> words, CommandRunner runner, Player player, Instant now) {
        if (runner.usage(words.getFirst()).flatMap(usage -> usage.option(PLAN)).isEmpty()) {
            return new Played(
                    Exit.OK, Value.of(Json.object()), List.of(), now, Duration.ZERO, "not run: this is a dry run\n");
        }
        var planned = new ArrayList<>(words);
        planned.add(PLAN);
        var played = player.play(planned);
        return played.ending(exit(words, played));
    }

    /** What the write itself would have ended with, as far as a plan can tell. */
    private static Exit exit(List<String> words, Played played) {
        if (played.exit() != Exit.OK && played.exit() != Exit.FINDING) {
            return played.exit();
        }
        var expected = words.contains(EXPECT) || words.stream().anyMatch(word -> word.startsWith(EXPECT + "="));
        if (expected && !new HashSet<>(values(words)).equals(before(played))) {
            return Exit.REFUSED;
        }
        var unproved = words.stream().anyMatch(word -> word.equals(UNPROVED) || word.startsWith(UNPROVED + "="));
        return played.exit() == Exit.FINDING && !unproved ? Exit.REFUSED : Exit.OK;
    }

    private static Set<String> before(Played played) {
        var rows = new HashSet<String>();
        if (played.document().member("before").orElse(null) instanceof List<?> ids) {
            ids.forEach(id -> rows.add(String.valueOf(id)));
        }
        return rows;
    }

    private static List<String> values(List<String> words) {
        var values = new ArrayList<String>();
        for (var i = 0; i < words.size(); i++) {
            var word = words.get(i);
            if (word.startsWith(EXPECT + "=")) {
                values.addAll(List.of(word.substring(EXPECT.length() + 1).split(",")));
            } else if (i > 0 && words.get(i - 1).equals(EXPECT)) {
                values.addAll(List.of(word.split(",")));
            }
        }
        values.removeIf(String::isEmpty);
        return values;
    }
}
