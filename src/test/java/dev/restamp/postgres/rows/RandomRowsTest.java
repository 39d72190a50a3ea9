package dev.restamp.postgres.rows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restamp.core.Both;
import dev.restamp.core.rows.RowDifference;
import dev.restamp.core.schema.Kind;
import dev.restamp.core.schema.ObjectKey;
import dev.restamp.postgres.Sql;
import dev.restamp.postgres.TestPostgres;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random rows on the left, random changes on the right, and what differs worked out here. */
class RandomRowsTest {
    /** A column: its type, and values it may have as the server writes them. */
    private record Column(String type, List<String> values) {}

    private static final List<Column> COLUMNS = List.of(
            new Column("text", List.of("", "a", "A", "\\N", "NULL", "it's", "two\nlines", "tab\t", " ")),
            new Column("int", List.of("0", "-1", "2147483647", "-2147483648")),
            new Column("bigint", List.of("0", "4294967297", "-9223372036854775808")),
            new Column("numeric", List.of("1.5", "1.50", "0", "NaN", "0.00000000000000000001")),
            new Column("timestamptz", List.of("2026-11-22 03:12:44+00", "2026-11-22 03:12:44.000001+00", "infinity")),
            new Column("jsonb", List.of("null", "{\"a\": 1}", "{\"a\": 1.0}", "[]")),
            new Column("bytea", List.of("\\x", "\\x00", "\\x0000")),
            new Column("boolean", List.of("true", "false")),
            new Column("text[]", List.of("{}", "{a,NULL}", "{a,\"NULL\"}", "[0:0]={a}")),
            new Column("float8", List.of("0", "-0", "0.1", "0.30000000000000004", "NaN")));

    private static final List<String> KEYS = List.of("int", "bigint", "text", "uuid", "two", "");

    @ParameterizedTest
    @MethodSource("seeds")
    void exactly_what_differs_is_found(int seed) {
        new World(seed).holds();
    }

    static IntStream seeds() {
        return IntStream.range(0, Integer.getInteger("restamp.seeds", 24));
    }

    /** Rows by what names them; without a key by a number that is no column. */
    private static final class World {
        private final Random random;
        private final String key;
        private final List<Column> columns = new ArrayList<>();
        private final Map<List<String>, List<Optional<String>>> left = new HashMap<>();
        private final Map<List<String>, List<Optional<String>>> right;

        World(int seed) {
            random = new Random(seed);
            key = KEYS.get(seed % KEYS.size());
            IntStream.range(0, 1 + random.nextInt(5))
                    .forEach(_ -> columns.add(COLUMNS.get(random.nextInt(COLUMNS.size()))));
            var rows = random.nextInt(3) == 0 ? random.nextInt(5) : random.nextInt(2000);
            for (var i = 0; i < rows; i++) {
                left.put(name(random.nextInt(6000) - 3000), row());
            }
            right = new HashMap<>(left);
            change();
        }

        private List<String> name(int number) {
            return switch (key) {
                case "two" -> List.of("k" + number % 7, Integer.toString(number));
                case "uuid" -> List.of("00000000-0000-0000-0000-%012d".formatted(number + 3000));
                default -> List.of(Integer.toString(number));
            };
        }

        private List<Optional<String>> row() {
            return columns.stream().map(this::value).toList();
        }

        private Optional<String> value(Column column) {
            return random.nextInt(4) == 0
                    ? Optional.empty()
                    : Optional.of(
                            column.values().get(random.nextInt(column.values().size())));
        }

        private void change() {
            for (var i = random.nextInt(40); i > 0; i--) {
                var names = List.copyOf(random.nextBoolean() ? left.keySet() : right.keySet());
                switch (names.isEmpty() ? 0 : random.nextInt(4)) {
                    case 0 -> right.put(name(random.nextInt(9000) - 3000), row());
                    case 1 -> right.remove(names.get(random.nextInt(names.size())));
                    case 2 -> {
                        var name = names.get(random.nextInt(names.size()));
                        var changed = new ArrayList<>(right.getOrDefault(name, row()));
                        var column = random.nextInt(columns.size());
                        changed.set(column, value(columns.get(column)));
                        right.put(name, changed);
                    }
                    default -> {
                        var row = left.getOrDefault(names.getFirst(), row());
                        right.put(name(random.nextInt(9000) - 3000), row);
                    }
                }
            }
        }

        void holds() {
            var here = TestPostgres.database();
            var there = TestPostgres.database();
            fill(here, left);
            fill(there, right);
            try (var one = here.open();
                    var other = there.open()) {
                List<RowDifference> found = one.readTogether(
                        2,
                        ours -> other.readTogether(2, theirs -> {
                            var finder = RowFinder.of(
                                    new Both<>(ours, theirs),
                                    List.of(ObjectKey.of(Kind.TABLE, "public", "t")),
                                    (_, _) -> false,
                                    (_, _) -> {});
                            return finder.values(finder.find().keys(), 0);
                        }));
                if (key.isEmpty()) {
                    assertThat(found.stream().collect(Collectors.toMap(World::values, World::counts)))
                            .isEqualTo(differingRows());
                } else {
                    assertThat(found.stream().collect(Collectors.toMap(RowDifference::key, this::told)))
                            .isEqualTo(differingKeys());
                }
            }
        }

        private void fill(TestPostgres.TestDatabase database, Map<List<String>, List<Optional<String>>> rows) {
            var keys = switch (key) {
                case "" -> "";
                case "two" -> "k1 text, k2 int, PRIMARY KEY (k1, k2), ";
                default -> "k1 " + key + " PRIMARY KEY, ";
            };
            database.run("CREATE TABLE t (" + keys
                    + IntStream.range(0, columns.size())
                            .mapToObj(i -> "c" + i + " " + columns.get(i).type())
                            .collect(Collectors.joining(", "))
                    + ")");
            var values = rows.entrySet().stream()
                    .map(row -> "(" + (key.isEmpty() ? "" : literals(row.getKey()) + ", ")
                            + row.getValue().stream()
                                    .map(value -> value.map(Sql::literal).orElse("NULL"))
                                    .collect(Collectors.joining(", "))
                            + ")")
                    .toList();
            if (!values.isEmpty()) {
                database.run("INSERT INTO t VALUES " + String.join(", ", values));
            }
        }

        private static String literals(List<String> texts) {
            return texts.stream().map(Sql::literal).collect(Collectors.joining(", "));
        }

        /** By key {@code +}, {@code -} or the columns that differ. */
        private Map<List<String>, String> differingKeys() {
            var all = new HashMap<>(left);
            all.putAll(right);
            var expected = new HashMap<List<String>, String>();
            for (var name : all.keySet()) {
                if (!right.containsKey(name)) {
                    expected.put(name, "+");
                } else if (!left.containsKey(name)) {
                    expected.put(name, "-");
                } else if (!left.getOrDefault(name, List.of()).equals(right.get(name))) {
                    expected.put(name, differing(name));
                }
            }
            return expected;
        }

        private String differing(List<String> name) {
            var ours = left.getOrDefault(name, List.of());
            var theirs = right.getOrDefault(name, List.of());
            return IntStream.range(0, columns.size())
                    .filter(i -> !ours.get(i).equals(theirs.get(i)))
                    .mapToObj(i -> "c" + i)
                    .collect(Collectors.joining(" "));
        }

        private String told(RowDifference one) {
            return switch (one.kind()) {
                case ADDED -> "+";
                case MISSING -> "-";
                case REPEATED -> "?";
                case CHANGED -> one.changed().stream().map(i -> "c" + i).collect(Collectors.joining(" "));
            };
        }

        private static List<Optional<String>> values(RowDifference one) {
            return (one.left().isEmpty() ? one.right() : one.left()).getFirst().values();
        }

        private static String counts(RowDifference one) {
            return one.left().size() + "/" + one.right().size();
        }

        private Map<List<Optional<String>>, String> differingRows() {
            var expected = new HashMap<List<Optional<String>>, String>();
            var ours = counted(left);
            var theirs = counted(right);
            var all = new HashMap<>(ours);
            all.putAll(theirs);
            for (var row : all.keySet()) {
                var here = ours.getOrDefault(row, 0L);
                var there = theirs.getOrDefault(row, 0L);
                if (!here.equals(there)) {
                    expected.put(row, here + "/" + there);
                }
            }
            return expected;
        }

        private static Map<List<Optional<String>>, Long> counted(Map<List<String>, List<Optional<String>>> rows) {
            return rows.values().stream().collect(Collectors.groupingBy(row -> row, Collectors.counting()));
        }
    }
}
