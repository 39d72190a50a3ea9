package dev.restamp.shell.script;

import dev.restamp.core.Exit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a line of a script says, or an {@code if} with all its lines. */
sealed interface Statement {
    SourceLine line();

    /** @param expected the exit code it must end with; empty where any answer will do that is no failure */
    record Run(Call call, Optional<Exit> expected) implements Statement {
        @Override
        public SourceLine line() {
            return call.line();
        }
    }

    /** {@code capture fit = diagnose --json | $.schema.fits} */
    record Capture(int nameIndex, String name, Call call, JsonPath path) implements Statement {
        @Override
        public SourceLine line() {
            return call.line();
        }
    }

    /** @param text what to say where it does not hold */
    record Assert(SourceLine line, Expression condition, Optional<Word> text) implements Statement {}

    record Let(SourceLine line, int nameIndex, String name, Expression value) implements Statement {}

    record If(SourceLine line, List<Branch> branches, List<Statement> otherwise) implements Statement {
        public If {
            branches = List.copyOf(branches);
            otherwise = List.copyOf(otherwise);
        }
    }

    /** An {@code if} or {@code elif} and the lines below it. */
    record Branch(SourceLine line, Expression condition, List<Statement> statements) {
        public Branch {
            statements = List.copyOf(statements);
        }
    }

    record Section(SourceLine line, Word title) implements Statement {}

    record Echo(SourceLine line, List<Word> words) implements Statement {
        public Echo {
            words = List.copyOf(words);
        }
    }

    /** @param statements those of the other file */
    record Include(SourceLine line, List<Statement> statements) implements Statement {
        public Include {
            statements = List.copyOf(statements);
        }
    }

    /** {@code require restamp >= 1.0} */
    record RequireVersion(SourceLine line, int index, String version) implements Statement {}

    /** {@code require project ./migrations} */
    record RequireProject(SourceLine line, Word folder) implements Statement {}

    /** {@code require set database "the name of the database"}: it must be given with {@code --set}. */
    record RequireSet(SourceLine line, int index, String name, Optional<Word> meaning) implements Statement {}

    /** It and all that is inside it, in the order of the text. */
    static Stream<Statement> all(Statement statement) {
        return switch (statement) {
            case If(var _, var branches, var otherwise) ->
                Stream.concat(
                        Stream.of(statement),
                        Stream.concat(
                                        branches.stream().flatMap(branch -> branch.statements().stream()),
                                        otherwise.stream())
                                .flatMap(Statement::all));
            case Include(var _, var statements) ->
                Stream.concat(Stream.of(statement), statements.stream().flatMap(Statement::all));
            default -> Stream.of(statement);
        };
    }
}
