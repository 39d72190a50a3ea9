package dev.restamp.core.failure;

import dev.restamp.core.failure.Failure.ServerError;
import dev.restamp.core.failure.Failure.Step;
import dev.restamp.core.failure.Failure.Tool;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the output of a tool that failed: a traceback of Python or Java, a log, what psql says. */
public final class FailureReader {
    private static final Pattern ALEMBIC_STEP =
            Pattern.compile("Running (?:upgrade|downgrade|stamp_revision) (.{0,500}?) ?-> ([^\\s,]*)(?:, (.*))?$");
    private static final Pattern CHANGESET =
            Pattern.compile("(?i)(?:Running Changeset: |failed for change ?set )(\\S+?::[^\\s:]+::[^\\s:]+)");
    private static final Pattern SCRIPT =
            Pattern.compile("(?:Migration |Script )([VRU][\\w.]*__[^\\s:]*\\.\\w+)(?: failed)?");

    /** A class of psycopg or asyncpg, its message behind it, as Python prints it and as SQLAlchemy wraps it. */
    private static final Pattern DRIVER = Pattern.compile(
            "(?:psycopg2?\\.errors|asyncpg\\.exceptions(?:\\._base)?)\\.(\\w+)(?:'>|\\))?:?\\)?:? (\\S.*)$");

    private static final Pattern PG8000 = Pattern.compile("'C': '(\\w{5})'");
    private static final Pattern PG8000_MESSAGE =
            Pattern.compile("'M': (?:'((?:[^'\\\\]|\\\\.)*)'|\"((?:[^\"\\\\]|\\\\.)*)\")");

    /** psql, JDBC and a server's log; a code stands there where somebody asked for it. */
    private static final Pattern SERVER =
            Pattern.compile("\\b(?:ERROR|FATAL): +(?:([0-9A-Z]{5}): )?(\\S.*?)(?: \\[Failed SQL: .*)?$");

    private static final Pattern STATE = Pattern.compile("(?i)SQL ?State *[:=] *([0-9A-Z]{5})\\b");
    private static final Pattern WRAPPED = Pattern.compile("sqlalchemy\\.exc\\.\\w+: \\([\\w.]+\\) (\\S.*)$");
    private static final Pattern TOOLS_OWN = Pattern.compile("^(?:FAILED: |ERROR +\\[alembic[\\w.]*\\] )(\\S.*)$");
    private static final Pattern OBJECT = Pattern.compile(
            "\\b(relation|table|column|type|constraint|index|schema|function|role"
                    + "|database|extension|sequence|view|trigger|policy) \"[^\"]+\"(?: (?:of|for|on) (?:relation|table) \"[^\"]+\")?");

    /** Of a line; what is longer is data. */
    private static final int LONGEST = 5_000;

    private final String text;
    private final List<String> lines;

    private FailureReader(String text) {
        this.text = text;
        this.lines = text.lines()
                .map(line -> line.substring(0, Math.min(line.length(), LONGEST)).stripTrailing())
                .toList();
    }

    public static Failure read(String text) {
        var reader = new FailureReader(text.replace("\r", ""));
        return new Failure(
                reader.tool(),
                reader.step(),
                reader.error(),
                FailedStatement.in(reader.text),
                reader.transactional(),
                reader.lines.size());
    }

    private Tool tool() {
        if (text.contains("alembic")) {
            return Tool.ALEMBIC;
        }
        if (text.contains("liquibase") || text.contains("Liquibase")) {
            return Tool.LIQUIBASE;
        }
        if (text.contains("flywaydb") || text.contains("Flyway") || last(SCRIPT).isPresent()) {
            return Tool.FLYWAY;
        }
        return lines.stream().anyMatch(line -> line.startsWith("psql:") || line.matches("LINE \\d+: .*"))
                ? Tool.PSQL
                : Tool.UNKNOWN;
    }

    private Optional<Step> step() {
        return last(ALEMBIC_STEP)
                .map(found -> new Step(
                        found.match.group(1).strip(),
                        found.match.group(2),
                        Optional.ofNullable(found.match.group(3)).orElse(""),
                        found.line))
                .or(() -> last(CHANGESET).map(FailureReader::named))
                .or(() -> last(SCRIPT).map(FailureReader::named));
    }

    private static Step named(Found found) {
        return new Step("", found.match.group(1), "", found.line);
    }

    /** The last error with a code is the cause; what is said after it, without one, is how the tool stopped. */
    private Optional<ServerError> error() {
        return Stream.<Optional<ServerError>>of(driver(), pg8000(), server(), wrapped(), toolsOwn())
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<ServerError> driver() {
        return last(DRIVER)
                .map(found -> error(
                        SqlStates.ofClass(found.match.group(1)).or(() -> SqlStates.ofMessage(found.match.group(2))),
                        found.match.group(2)));
    }

    private Optional<ServerError> pg8000() {
        return last(PG8000).map(found -> {
            var message = PG8000_MESSAGE.matcher(lines.get(found.line - 1));
            var said = message.find()
                    ? Optional.ofNullable(message.group(1)).orElseGet(() -> message.group(2))
                    : SqlStates.condition(found.match.group(1));
            return error(Optional.of(found.match.group(1)), said.replace("\\'", "'"));
        });
    }

    private Optional<ServerError> server() {
        return last(SERVER, line -> !TOOLS_OWN.matcher(line).find()).map(found -> {
            var given = Optional.ofNullable(found.match.group(1))
                    .or(() -> last(STATE).map(state -> state.match.group(1)));
            return error(given.or(() -> SqlStates.ofMessage(found.match.group(2))), found.match.group(2));
        });
    }

    /** A driver that keeps its class to itself, or could not even connect. */
    private Optional<ServerError> wrapped() {
        return last(WRAPPED).map(found -> error(SqlStates.ofMessage(found.match.group(1)), found.match.group(1)));
    }

    private Optional<ServerError> toolsOwn() {
        return last(TOOLS_OWN).map(found -> error(Optional.empty(), found.match.group(1)));
    }

    private static ServerError error(Optional<String> state, String message) {
        var object = OBJECT.matcher(message);
        return new ServerError(
                state.orElse(""),
                state.map(SqlStates::condition).orElse(""),
                message,
                object.find() ? object.group() : "");
    }

    private Optional<Boolean> transactional() {
        return text.contains("Will assume transactional DDL")
                ? Optional.of(true)
                : text.contains("Will assume non-transactional DDL") ? Optional.of(false) : Optional.empty();
    }

    private Optional<Found> last(Pattern pattern) {
        return last(pattern, _ -> true);
    }

    private Optional<Found> last(Pattern pattern, Predicate<String> where) {
        for (var i = lines.size() - 1; i >= 0; i--) {
            var match = pattern.matcher(lines.get(i));
            if (where.test(lines.get(i)) && match.find()) {
                return Optional.of(new Found(match, i + 1));
            }
        }
        return Optional.empty();
    }

    private record Found(Matcher match, int line) {}
}
