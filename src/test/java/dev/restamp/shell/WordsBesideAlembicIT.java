package dev.restamp.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import dev.restamp.core.Exit;
import dev.restamp.core.revision.Revision;
import dev.restamp.core.revision.RevisionGraph;
import dev.restamp.postgres.TestPostgres;
import dev.restamp.postgres.TestPostgres.TestDatabase;
import dev.restamp.shell.AskedShell.Said;
import dev.restamp.shell.RealAlembic.Run;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * {@code heads}, {@code branches}, {@code history}, {@code show} and {@code current} beside Alembic itself, every form of
 * identifier in projects of every shape: the same revisions in the same order, with the same words.
 *
 * <p>What Alembic takes from a Python set comes in any order, so it is sorted on both sides. Restamp answers otherwise by
 * three rules. Where Alembic dies of a traceback, Restamp answers or says why. Where Alembic counts below the first
 * revision, which it does in several ways, Restamp says that it is below. {@code show} takes what Alembic takes for the
 * end of a range only.
 */
class WordsBesideAlembicIT {
    private static final List<String> SHAPES = List.copyOf(Shapes.ALL.keySet());
    private static final Set<String> MARKS = Set.of("head", "effective head", "current", "branchpoint", "mergepoint");
    private static final Pattern HISTORY = Pattern.compile("(.+?)(?: \\([^)]*\\))? -> (\\S+)((?: \\([^)]*\\))*), (.*)");
    private static final Pattern GROUP = Pattern.compile("\\(([^)]*)\\)");

    @TempDir
    private Path folder;

    /** A command of both, and how the answers are compared. */
    private record Question(List<String> alembic, List<String> restamp, Comparison comparison) {
        @Override
        public String toString() {
            return String.join(" ", alembic);
        }
    }

    /** What of an answer must be equal. */
    private interface Comparison {
        void check(SoftAssertions softly, Question question, Run alembic, Said restamp);
    }

    @ParameterizedTest(name = "{0}")
    @FieldSource("SHAPES")
    void what_needs_no_database(String shape) {
        var revisions = Shapes.named(shape);
        var questions = new ArrayList<>(List.of(
                same("heads"),
                same("heads", "--resolve-dependencies"),
                new Question(
                        List.of("heads", "-v"), List.of("heads", "-v", "--plain"), same(WordsBesideAlembicIT::blocks)),
                new Question(List.of("branches"), List.of("branches", "--plain"), same(WordsBesideAlembicIT::branches)),
                history(),
                new Question(List.of("history", "-v"), List.of("history", "-v"), same(WordsBesideAlembicIT::blocks))));
        identifiers(revisions).forEach(identifier -> questions.add(show(identifier)));
        ranges(revisions).forEach(range -> questions.add(history("--rev-range=" + range)));
        ask(shape, List.of(), questions);
    }

    @ParameterizedTest(name = "{0}: rows {1}")
    @MethodSource
    void what_the_rows_decide(String shape, List<String> rows) {
        var end = Shapes.named(shape).getLast().id();
        var questions = new ArrayList<>(List.of(
                new Question(List.of("current"), List.of("current", "--plain"), same(WordsBesideAlembicIT::sorted)),
                new Question(
                        List.of("current", "-v"),
                        List.of("current", "-v", "--plain"),
                        same(WordsBesideAlembicIT::blocks)),
                history("-i"),
                new Question(
                        List.of("show", "current"),
                        List.of("show", "current", "--plain"),
                        same(WordsBesideAlembicIT::blocks))));
        for (var range : List.of(
                "current:",
                ":current",
                "current:heads",
                "current:" + end,
                end + ":current",
                "current:+1",
                "current:current",
                "current-1:",
                "base:current")) {
            questions.add(history("-i", "--rev-range=" + range));
        }
        ask(shape, rows, questions);
    }

    static Stream<Arguments> what_the_rows_decide() {
        return SHAPES.stream().flatMap(shape -> {
            var graph = RevisionGraph.of(Shapes.named(shape));
            var ids = graph.revisions().stream().map(Revision::id).toList();
            var states = new LinkedHashSet<List<String>>();
            states.add(List.of());
            states.add(List.of(ids.getFirst()));
            states.add(graph.realHeads());
            states.add(List.of(ids.get(ids.size() / 2)));
            states.add(graph.maximal(ids.subList(0, ids.size() * 2 / 3)));
            states.add(List.of("deadbeef0001"));
            return states.stream().map(rows -> Arguments.of(shape, rows));
        });
    }

    private void ask(String shape, List<String> rows, List<Question> questions) {
        var database = TestPostgres.database();
        DrawnProject.write(folder, Shapes.named(shape), "", _ -> "pass");
        write(database, rows);
        var answers = RealAlembic.in(folder, database)
                .batch(questions.stream().map(Question::alembic).toList());
        try (var shell = new AskedShell(folder, folder.resolve("home"), database)) {
            assertSoftly(softly -> {
                for (var i = 0; i < answers.size(); i++) {
                    check(
                            softly,
                            questions.get(i),
                            answers.get(i),
                            shell.ask(questions.get(i).restamp()));
                }
            });
        }
    }

    private static void write(TestDatabase database, List<String> rows) {
        database.run("CREATE TABLE alembic_version (version_num varchar(32) NOT NULL,"
                + " CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))");
        rows.forEach(row -> database.run("INSERT INTO alembic_version VALUES ('" + row + "')"));
    }

    private static void check(SoftAssertions softly, Question question, Run alembic, Said restamp) {
        if (alembic.crashed() || restamp.problem().contains("leads below the first revision")) {
            // By the first two rules there is nothing to compare.
            softly.assertThat(restamp.exit()).as("%s", question).isNotEqualTo(Exit.BUG);
        } else if (alembic.exit() == 0) {
            softly.assertThat(restamp.problem()).as("%s", question).isEmpty();
            question.comparison().check(softly, question, alembic, restamp);
        } else if (!restamp.refused()) {
            softly.assertThat(isCountedByShow(question) || isUnknownRow(question, alembic))
                    .as("%s: a reason to answer %s where Alembic says %s", question, restamp, alembic.out())
                    .isTrue();
        } else {
            softly.assertThat(restamp.exit())
                    .as("%s: %s", question, alembic.out())
                    .isIn(Exit.PROJECT, Exit.USAGE);
        }
    }

    /** The third rule. */
    private static boolean isCountedByShow(Question question) {
        return question.alembic().getFirst().equals("show")
                && question.alembic().getLast().matches(".*[+-][0-9]+");
    }

    /** Alembic stops at a row it does not know. {@code current} says which one it is, and goes on with the others. */
    private static boolean isUnknownRow(Question question, Run alembic) {
        return question.alembic().getFirst().equals("current") && alembic.out().contains("Can't locate revision");
    }

    private static Question same(String... words) {
        var restamp = new ArrayList<>(List.of(words));
        restamp.add("--plain");
        return new Question(
                List.of(words),
                restamp,
                same(lines -> lines.map(WordsBesideAlembicIT::ordered).toList()));
    }

    private static Question show(String identifier) {
        return new Question(
                List.of("show", identifier),
                List.of("show", identifier, "--plain"),
                same(WordsBesideAlembicIT::blocks));
    }

    /** Restamp's lines have tabs, for scripts: id, parents, marks, message. */
    private static Question history(String... options) {
        var alembic = new ArrayList<>(List.of("history"));
        alembic.addAll(List.of(options));
        var restamp = new ArrayList<>(alembic);
        restamp.add("--plain");
        return new Question(
                alembic,
                restamp,
                (softly, question, theirs, ours) -> softly.assertThat(ours.lines())
                        .as("%s", question)
                        .isEqualTo(theirs.lines().stream()
                                .map(WordsBesideAlembicIT::fields)
                                .toList()));
    }

    private static String fields(String line) {
        var match = HISTORY.matcher(line);
        assertThat(match.matches()).as(line).isTrue();
        var parents = match.group(1).equals("<base>") ? "" : match.group(1).replace(", ", ",");
        var marks = GROUP.matcher(match.group(3))
                .results()
                .map(group -> group.group(1))
                .filter(MARKS::contains)
                .collect(Collectors.joining(","));
        return String.join("\t", match.group(2), parents, marks, match.group(4));
    }

    private static Comparison same(Function<Stream<String>, List<String>> facts) {
        return (softly, question, alembic, restamp) -> softly.assertThat(facts.apply(restamp.lines().stream()))
                .as("%s", question)
                .isEqualTo(facts.apply(alembic.lines().stream()));
    }

    private static List<String> sorted(Stream<String> lines) {
        return lines.sorted().toList();
    }

    /** The children of a branch point come in any order. */
    private static List<String> branches(Stream<String> lines) {
        return Arrays.stream(lines.map(WordsBesideAlembicIT::ordered)
                        .collect(Collectors.joining("\n"))
                        .split("\n\n"))
                .map(block -> block.lines()
                        .sorted((one, other) -> one.startsWith(" ") && other.startsWith(" ") ? one.compareTo(other) : 0)
                        .collect(Collectors.joining("\n")))
                .toList();
    }

    /** Blocks of {@code show} and {@code -v}, in any order, with the path as far as it lies in the project. */
    private static List<String> blocks(Stream<String> lines) {
        var text = lines.map(line -> line.replaceFirst("^Path: .*/", "Path: "))
                .filter(line -> !line.startsWith("Current revision(s) for "))
                .map(WordsBesideAlembicIT::ordered)
                .collect(Collectors.joining("\n"));
        return Arrays.stream(text.split("(?m)^(?=Rev: )"))
                .map(String::strip)
                .sorted()
                .toList();
    }

    /** What comes from a set, sorted: labels, {@code Branches into}, {@code Branch names}. */
    private static String ordered(String line) {
        var named = Pattern.compile("(Branches into|Branch names): (.*)").matcher(line);
        return named.matches()
                ? named.group(1) + ": " + sortedNames(named.group(2))
                : GROUP.matcher(line).replaceAll(group -> "(" + sortedNames(group.group(1)) + ")");
    }

    private static String sortedNames(String names) {
        return Arrays.stream(names.split(", ")).sorted().collect(Collectors.joining(", "));
    }

    /** Every form, of a few revisions; some are unknown, some ambiguous. */
    private static List<String> identifiers(List<Revision> revisions) {
        var all = new LinkedHashSet<>(List.of(
                "head",
                "heads",
                "base",
                "-1",
                "-2",
                "head-1",
                "zzzz",
                "zz",
                "ae10",
                "zzzz@head",
                "Head",
                "deadbeef+1"));
        BiConsumer<String, List<String>> each =
                (format, names) -> names.forEach(name -> all.add(format.formatted(name)));
        var few = few(revisions);
        each.accept("%s", few);
        each.accept("%s+1", few);
        each.accept("%s-1", few);
        each.accept("%s", few.stream().map(id -> id.substring(0, 5)).toList());
        each.accept("%s@head", few);
        var labels = revisions.stream()
                .flatMap(revision -> revision.branchLabels().stream())
                .limit(4)
                .toList();
        for (var form : List.of("%s", "%s@head", "%s@heads", "%s@base", "%s@-1", "%s@head-1")) {
            each.accept(form, labels);
        }
        labels.forEach(label -> few.forEach(id -> all.add(label + "@" + id)));
        labels.forEach(label -> all.add(label.substring(0, 4)));
        return List.copyOf(all);
    }

    private static List<String> few(List<Revision> revisions) {
        var step = Math.max(1, revisions.size() / 6);
        return revisions.stream()
                .map(Revision::id)
                .filter(id -> position(revisions, id) % step == 0)
                .toList();
    }

    private static int position(List<Revision> revisions, String id) {
        return revisions.stream().map(Revision::id).toList().indexOf(id);
    }

    private static List<String> ranges(List<Revision> revisions) {
        var all = new LinkedHashSet<>(
                List.of(":", "-1:", "-2:", "-2:-1", "head:", ":head", "base:heads", "nothing", "a:b:c"));
        var identifiers = identifiers(revisions).stream()
                .filter(identifier -> !identifier.startsWith("-"))
                .toList();
        for (var identifier : identifiers) {
            all.add(identifier + ":");
            all.add(":" + identifier);
        }
        for (var from : few(revisions)) {
            all.add(from + ":+1");
            all.add(from + ":+2");
            few(revisions).forEach(to -> all.add(from + ":" + to));
        }
        return List.copyOf(all);
    }

    /** Alembic's own {@code --check-heads} never passes where a row implies a head: it asks for a row of each. */
    @ParameterizedTest(name = "{0}")
    @FieldSource("SHAPES")
    void check_heads_passes_once_everything_is_applied(String shape) {
        var database = TestPostgres.database();
        var head = RevisionGraph.of(Shapes.named(shape)).realHeads().getFirst();
        DrawnProject.write(folder, Shapes.named(shape), "", _ -> "pass");
        assertThat(RealAlembic.in(folder, database).run("upgrade", "heads").exit())
                .isZero();
        try (var shell = new AskedShell(folder, folder.resolve("home"), database)) {
            assertThat(shell.ask(List.of("current", "--check-heads")).exit()).isEqualTo(Exit.OK);
            database.run("DELETE FROM alembic_version WHERE version_num = '" + head + "'");
            var behind = shell.ask(List.of("current", "--check-heads"));
            assertThat(behind.exit()).isEqualTo(Exit.FINDING);
            assertThat(behind.out()).contains("not at all heads", head);
        }
    }
}
