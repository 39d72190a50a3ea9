package dev.restamp.postgres;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.postgresql.util.ServerErrorMessage;

/** What a server has against a statement of the user's, as psql says it: the line, a mark below the place, its hints. */
final class UserFailure {
    /** Characters of the line that are shown before the place. */
    private static final int BEFORE = 50;

    private static final int WIDTH = 80;

    private UserFailure() {}

    /** @param known what would be said without knowing the statement: it stands where the statement is not to blame */
    static Problem explain(SQLException failure, String sql, Problem known) {
        var server = ConnectFailure.serverMessage(failure);
        if (server.isEmpty() || known.exit() != Exit.INCONCLUSIVE) {
            return known;
        }
        var state = StatementFailure.state(failure);
        var what = StatementFailure.message(failure) + " (SQLSTATE " + state + ")";
        return new Problem(exit(state), what, String.join("\n", lines(server.get(), sql)), failure);
    }

    /** Class 42 is a statement that is wrong in itself, but for what the role may not do. */
    private static Exit exit(String state) {
        return state.equals("25006")
                ? Exit.REFUSED
                : state.startsWith("42") && !state.equals(StatementFailure.RIGHTS) ? Exit.USAGE : Exit.INCONCLUSIVE;
    }

    private static List<String> lines(ServerErrorMessage server, String sql) {
        var lines = new ArrayList<String>();
        if (server.getPosition() > 0 && server.getPosition() <= sql.codePointCount(0, sql.length()) + 1) {
            lines.addAll(place(sql, sql.offsetByCodePoints(0, server.getPosition() - 1)));
        }
        Optional.ofNullable(server.getDetail()).ifPresent(detail -> lines.add("DETAIL:  " + detail));
        Optional.ofNullable(server.getHint()).ifPresent(hint -> lines.add("HINT:  " + hint));
        return lines;
    }

    /** The line with the place in it, cut to what fits, and a mark below. */
    static List<String> place(String sql, int position) {
        var start = sql.lastIndexOf('\n', position - 1) + 1;
        var newline = sql.indexOf('\n', position);
        var end = newline < 0 ? sql.length() : newline;
        var number = sql.substring(0, start).lines().count() + 1;
        var from = position - start > BEFORE ? position - BEFORE : start;
        var to = Math.min(end, from + WIDTH);
        var head = "LINE " + number + ": " + (from > start ? "..." : "");
        var shown = sql.substring(from, to).replaceAll("\\p{Cntrl}", " ") + (to < end ? "..." : "");
        return List.of(head + shown, " ".repeat(head.length() + sql.codePointCount(from, position)) + "^");
    }
}
