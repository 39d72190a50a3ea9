package dev.restamp.shell.completion;

import dev.restamp.core.schema.Kind;
import dev.restamp.core.schema.ObjectKey;
import dev.restamp.core.schema.Schema;
import dev.restamp.postgres.NameSearch;
import dev.restamp.shell.Inspection;
import dev.restamp.shell.OpenConnection;
import dev.restamp.shell.Session;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tables and columns of the current database: from the last look at it, else a short question to the server. */
final class DatabaseNames {
    private static final Pattern PLAIN = Pattern.compile("[a-z_][a-z0-9_$]*");

    /** What may stand before a name without a blank between. */
    private static final Pattern BEFORE_NAME = Pattern.compile("^.*[(,=<>+*/|;-]");

    private final Session session;

    DatabaseNames(Session session) {
        this.session = session;
    }

    /** Names as commands take them, those that need no schema first. */
    List<Proposal> tables(String typed) {
        return session.current().stream()
                .flatMap(connection ->
                        keys(connection, typed).map(key -> Proposal.of(name(key, home(connection), part -> part))))
                .toList();
    }

    /** Tables, and the columns of those that the statement already names. */
    List<Proposal> inStatement(Cursor cursor) {
        var before = BEFORE_NAME.matcher(cursor.typed());
        var front = before.find() ? before.group() : "";
        var typed = cursor.typed().substring(front.length());
        return session.current().stream()
                .flatMap(connection -> Stream.concat(
                        columns(connection, cursor.before()),
                        keys(connection, typed).map(key -> name(key, home(connection), DatabaseNames::quoted))))
                .map(name -> Proposal.of(front + name))
                .toList();
    }

    /** By name, those that need no schema first. */
    private static Stream<ObjectKey> keys(OpenConnection connection, String typed) {
        var home = home(connection);
        return connection
                .lastInspection()
                .map(DatabaseNames::seen)
                .orElseGet(() -> asked(connection, typed))
                .sorted(Comparator.comparing(key -> !isHome(key, home)));
    }

    private static Stream<ObjectKey> seen(Inspection inspection) {
        return inspection.live().objects().keySet().stream().filter(key -> key.kind() == Kind.TABLE);
    }

    private static Stream<ObjectKey> asked(OpenConnection connection, String typed) {
        return connection.database().glance(reading -> NameSearch.tables(reading, typed)).stream()
                .flatMap(List::stream);
    }

    private static Stream<String> columns(OpenConnection connection, List<String> words) {
        var named = words.stream()
                .map(word -> word.replaceAll("[^\\w$.]", "").toLowerCase(Locale.ROOT))
                .toList();
        var tables = named.stream()
                .map(word -> word.substring(word.lastIndexOf('.') + 1))
                .collect(Collectors.toSet());
        Predicate<ObjectKey> isNamed = column -> tables.contains(column.path().get(1))
                && (named.contains(column.path().get(1))
                        || named.contains(column.schema() + "." + column.path().get(1)));
        return connection.lastInspection().map(Inspection::live).map(Schema::objects).stream()
                .flatMap(objects -> objects.keySet().stream())
                .filter(key -> key.kind() == Kind.COLUMN)
                .filter(isNamed)
                .map(key -> quoted(key.name()))
                .distinct();
    }

    private static Optional<String> home(OpenConnection connection) {
        return connection.database().server().currentSchema();
    }

    private static boolean isHome(ObjectKey key, Optional<String> home) {
        return home.filter(key.schema()::equals).isPresent();
    }

    private static String name(ObjectKey key, Optional<String> home, java.util.function.UnaryOperator<String> written) {
        var name = written.apply(key.name());
        return isHome(key, home) ? name : written.apply(key.schema()) + "." + name;
    }

    private static String quoted(String name) {
        return PLAIN.matcher(name).matches() ? name : "\"" + name.replace("\"", "\"\"") + "\"";
    }
}
