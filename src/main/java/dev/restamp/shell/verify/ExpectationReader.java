package dev.restamp.shell.verify;

import dev.restamp.core.rows.RowRange;
import dev.restamp.shell.snapshot.Manifests;
import dev.restamp.shell.verify.LocatedJson.JsonList;
import dev.restamp.shell.verify.LocatedJson.JsonNull;
import dev.restamp.shell.verify.LocatedJson.JsonNumber;
import dev.restamp.shell.verify.LocatedJson.JsonObject;
import dev.restamp.shell.verify.LocatedJson.JsonText;
import dev.restamp.shell.verify.LocatedJson.JsonTruth;
import dev.restamp.shell.verify.LocatedJson.Member;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/** Reads what a manifest asks for. What is wrong is noted and left out, and reading goes on. */
final class ExpectationReader {
    private static final List<String> MANIFEST =
            List.of("schema", "database", "version", "tables", "checks", "comment");
    private static final List<String> TABLE = List.of("rows", "content");

    private final Mistakes mistakes;
    private final Shapes shapes;

    ExpectationReader(Mistakes mistakes) {
        this.mistakes = mistakes;
        this.shapes = new Shapes(mistakes);
    }

    Expectation read(JsonObject manifest) {
        shapes.members(manifest, "a manifest", MANIFEST);
        manifest.member("schema").ifPresent(this::schema);
        manifest.member("database").ifPresent(value -> shapes.text("\"database\"", value));
        manifest.member("comment").ifPresent(value -> shapes.text("\"comment\"", value));
        var expectation = new Expectation(
                manifest.member("version").flatMap(this::version),
                manifest.member("tables")
                        .flatMap(value -> shapes.object("\"tables\"", value))
                        .map(this::tables)
                        .orElseGet(LinkedHashMap::new),
                manifest.member("checks").map(new CheckReader(mistakes)::read).orElse(List.of()));
        if (expectation.isEmpty() && mistakes.isEmpty()) {
            mistakes.note(manifest.line(), "nothing is asked for; \"version\", \"tables\" or \"checks\" do it");
        }
        return expectation;
    }

    private void schema(LocatedJson value) {
        shapes.text("\"schema\"", value)
                .filter(schema -> !schema.equals(Manifests.SCHEMA))
                .ifPresent(schema -> mistakes.note(
                        value.line(), "\"schema\" must be \"" + Manifests.SCHEMA + "\", and is \"" + schema + "\""));
    }

    private Optional<List<String>> version(LocatedJson value) {
        return switch (value) {
            case JsonText _ -> shapes.text("\"version\"", value).map(List::of);
            case JsonList(var line, var elements)
            when elements.isEmpty() -> {
                mistakes.note(line, "\"version\" is an empty list");
                yield Optional.empty();
            }
            case JsonList(var _, var elements) ->
                Optional.of(elements.stream()
                        .flatMap(id -> shapes.text("an id of \"version\"", id).stream())
                        .toList());
            case JsonObject _, JsonNumber _, JsonTruth _, JsonNull _ ->
                shapes.wrong("\"version\"", "a text or a list of texts", value);
        };
    }

    private SequencedMap<String, ExpectedTable> tables(JsonObject all) {
        var tables = new LinkedHashMap<String, ExpectedTable>();
        all.members().forEach((name, member) -> {
            if (name.isBlank()) {
                mistakes.note(member.line(), "a table has no name");
            }
            table(name, member).ifPresent(table -> tables.put(name, table));
        });
        return tables;
    }

    private Optional<ExpectedTable> table(String name, Member member) {
        return shapes.object("\"" + name + "\"", member.value()).map(table -> {
            shapes.members(table, "a table", TABLE);
            return new ExpectedTable(
                    table.member("rows").flatMap(this::rows),
                    table.member("content").flatMap(value -> shapes.text("\"content\"", value)),
                    member.line());
        });
    }

    private Optional<RowRange> rows(LocatedJson value) {
        try {
            return switch (value) {
                case JsonNumber(var _, var number) -> Optional.of(RowRange.of(number));
                case JsonText(var _, var text) -> Optional.of(RowRange.parse(text));
                case JsonObject _, JsonList _, JsonTruth _, JsonNull _ ->
                    shapes.wrong("\"rows\"", "a number or a text", value);
            };
        } catch (IllegalArgumentException unfit) {
            mistakes.note(value.line(), String.valueOf(unfit.getMessage()));
            return Optional.empty();
        }
    }
}
