package dev.restamp.shell.verify;

import dev.restamp.core.Problem;
import dev.restamp.postgres.SqlScript;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** Checks in a file of SQL, which psql can run too. */
public final class ChecksFile {
    private ChecksFile() {}

    /**
     * A check for each statement. Its name is the comment in the line above it; where there is none, or an earlier check has
     * that name, the line is told.
     *
     * @throws Problem with {@code Exit.USAGE} that names every mistake in it, each with its line
     */
    public static List<Check> read(Path file) {
        var script = SqlScript.of(TextFile.read(file));
        var mistakes = new Mistakes();
        script.commands().forEach(command -> mistakes.note(command.line(), CheckSql.objection(command)));
        script.unclosed().ifPresent(line -> mistakes.note(line, CheckSql.UNCLOSED));
        script.statements()
                .forEach(statement -> CheckSql.objection(statement)
                        .ifPresent(objection -> mistakes.note(statement.line(), objection)));
        if (script.statements().isEmpty() && mistakes.isEmpty()) {
            mistakes.note(1, "there is no statement in it");
        }
        mistakes.refuse(file);
        return checks(script.statements());
    }

    private static List<Check> checks(List<SqlScript.Statement> statements) {
        var names = new HashSet<String>();
        var checks = new ArrayList<Check>();
        for (var statement : statements) {
            var name = statement.comment().orElse("check " + (checks.size() + 1));
            var known = statement.comment().isPresent() && names.add(name);
            checks.add(new Check(known ? name : name + " (line " + statement.line() + ")", statement.text()));
        }
        return checks;
    }
}
