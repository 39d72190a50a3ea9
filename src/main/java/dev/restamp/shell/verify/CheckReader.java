package dev.restamp.shell.verify;

import dev.restamp.postgres.SqlScript;
import dev.restamp.shell.verify.LocatedJson.JsonList;
import dev.restamp.shell.verify.LocatedJson.JsonNull;
import dev.restamp.shell.verify.LocatedJson.JsonNumber;
import dev.restamp.shell.verify.LocatedJson.JsonObject;
import dev.restamp.shell.verify.LocatedJson.JsonText;
import dev.restamp.shell.verify.LocatedJson.JsonTruth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the checks of a manifest: each a statement, or an object that also names it. */
final class CheckReader {
    private static final List<String> CHECK = List.of("name", "sql");

    private final Mistakes mistakes;
    private final Shapes shapes;
    private final Map<String, Integer> lines = new HashMap<>();

    CheckReader(Mistakes mistakes) {
        this.mistakes = mistakes;
        this.shapes = new Shapes(mistakes);
    }

    List<Check> read(LocatedJson value) {
        if (value instanceof JsonText(var line, var _)) {
            mistakes.note(line, "\"checks\" must be a list, and is a text; a file of checks: verify --checks FILE.sql");
            return List.of();
        }
        return shapes.list("\"checks\"", value).map(this::checks).orElse(List.of());
    }

    private List<Check> checks(JsonList list) {
        var checks = new ArrayList<Check>();
        var number = 0;
        for (var element : list.elements()) {
            number++;
            check(element, "check " + number).ifPresent(checks::add);
        }
        return checks;
    }

    private Optional<Check> check(LocatedJson value, String number) {
        return switch (value) {
            case JsonText _ -> check(value.line(), number, sql("a check", value));
            case JsonObject object -> {
                shapes.members(object, "a check", CHECK);
                var name = object.member("name").flatMap(text -> shapes.text("\"name\"", text));
                yield check(object.line(), name.orElse(number), sql(object));
            }
            case JsonList _, JsonNumber _, JsonTruth _, JsonNull _ ->
                shapes.wrong("a check", "a text or an object", value);
        };
    }

    private Optional<Check> check(int line, String name, Optional<String> sql) {
        var first = lines.putIfAbsent(name, line);
        if (first != null) {
            mistakes.note(line, "there are two checks \"" + name + "\", the first in line " + first);
        }
        return sql.map(text -> new Check(name, text));
    }

    private Optional<String> sql(JsonObject check) {
        var sql = check.member("sql");
        if (sql.isEmpty()) {
            mistakes.note(check.line(), "a check has no \"sql\"");
        }
        return sql.flatMap(value -> sql("\"sql\"", value));
    }

    private Optional<String> sql(String what, LocatedJson value) {
        var sql = shapes.text(what, value);
        sql.flatMap(text -> CheckSql.objection(SqlScript.of(text)))
                .ifPresent(objection -> mistakes.note(value.line(), objection));
        return sql;
    }
}
