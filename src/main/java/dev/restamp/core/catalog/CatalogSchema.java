package dev.restamp.core.catalog;

import dev.restamp.core.schema.Clause;
import dev.restamp.core.schema.Default;
import dev.restamp.core.schema.Deferral;
import dev.restamp.core.schema.IndexDetails;
import dev.restamp.core.schema.Kind;
import dev.restamp.core.schema.Names;
import dev.restamp.core.schema.ObjectKey;
import dev.restamp.core.schema.Reference;
import dev.restamp.core.schema.Reference.Action;
import dev.restamp.core.schema.Schema;
import dev.restamp.core.schema.SchemaObject;
import dev.restamp.core.schema.SchemaObject.ConstraintKind;
import dev.restamp.core.schema.SchemaObject.TypeKind;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A snapshot as a replay of scripts sees a schema: the objects that scripts make, with their types. */
public final class CatalogSchema {
    /** What stands behind an expression in the key of an index. */
    private static final Pattern MODIFIERS =
            Pattern.compile("( COLLATE \\S+)?( [a-z0-9_]+_ops)?( \\([^()]*\\))?( DESC)?( NULLS (FIRST|LAST))?$");

    private static final Pattern PREDICATE = Pattern.compile("(?s)\\) WHERE \\((.*?)\\)( DEFERRABLE.*)?$");

    private static final Pattern NAME = Pattern.compile("([a-z_][a-z0-9_$]*|\"([^\"]|\"\")+\")(?= |$)");

    private final CatalogSnapshot snapshot;

    private CatalogSchema(CatalogSnapshot snapshot) {
        this.snapshot = snapshot;
    }

    public static Schema of(CatalogSnapshot snapshot) {
        var schema = new CatalogSchema(snapshot);
        return Schema.of(snapshot.objects().stream()
                .flatMap(object -> schema.object(object))
                .toList());
    }

    /** What a script knows an object by; empty for kinds that no script is read for. */
    public static Optional<ObjectKey> key(CatalogObject object) {
        var path = object.path();
        return switch (object.kind()) {
            case SCHEMA -> Optional.of(new ObjectKey(Kind.SCHEMA, path));
            case EXTENSION -> Optional.of(new ObjectKey(Kind.EXTENSION, path));
            case TYPE -> Optional.of(new ObjectKey(Kind.TYPE, path));
            case SEQUENCE -> Optional.of(new ObjectKey(Kind.SEQUENCE, path));
            case TABLE -> Optional.of(new ObjectKey(Kind.TABLE, path));
            case COLUMN -> Optional.of(new ObjectKey(Kind.COLUMN, path));
            case CONSTRAINT -> Optional.of(new ObjectKey(Kind.CONSTRAINT, path));
            case VIEW -> Optional.of(new ObjectKey(Kind.VIEW, path));
            case TRIGGER -> Optional.of(new ObjectKey(Kind.TRIGGER, path));
            case INDEX -> Optional.of(ObjectKey.of(Kind.INDEX, path.getFirst(), path.getLast()));
            case FUNCTION -> Optional.of(new ObjectKey(Kind.ROUTINE, path.subList(0, 2)));
            default -> Optional.empty();
        };
    }

    /** The same the other way: an object of which only this is known. */
    public static CatalogObject object(SchemaObject object) {
        var key = object.key();
        var path = key.path();
        return switch (object) {
            case SchemaObject.Index index ->
                CatalogObject.of(
                        CatalogKind.INDEX,
                        List.of(key.schema(), index.table().map(ObjectKey::name).orElse("?"), key.name()));
            case SchemaObject.Other _
            when key.kind() == Kind.ROUTINE ->
                CatalogObject.of(CatalogKind.FUNCTION, List.of(key.schema(), key.name(), "…"));
            default -> CatalogObject.of(CatalogKind.valueOf(key.kind().name()), path);
        };
    }

    private Stream<SchemaObject> object(CatalogObject object) {
        return isTyped(object)
                ? key(object).stream().flatMap(key -> Stream.concat(Stream.of(object(object, key)), sequence(object)))
                : Stream.of();
    }

    private SchemaObject object(CatalogObject object, ObjectKey key) {
        return switch (object.kind()) {
            case TABLE -> new SchemaObject.Table(key);
            case COLUMN -> column(object, key);
            case CONSTRAINT -> constraint(object, key);
            case INDEX -> index(object, key);
            case TYPE -> type(object, key);
            case VIEW -> new SchemaObject.View(key, object.property("kind").isPresent());
            case SEQUENCE -> new SchemaObject.Sequence(key);
            default -> new SchemaObject.Other(key);
        };
    }

    /** That of an identity column is a property of the column; it has the name that PostgreSQL gives it. */
    private static Stream<SchemaObject> sequence(CatalogObject object) {
        var path = object.path();
        return object.kind() == CatalogKind.COLUMN
                        && object.property("identity").isPresent()
                ? Stream.of(new SchemaObject.Sequence(ObjectKey.of(
                        Kind.SEQUENCE, path.getFirst(), Names.choose(path.get(1), path.getLast(), "seq", _ -> false))))
                : Stream.of();
    }

    /** An index that is not valid serves no query, and a base type no script. */
    private static boolean isTyped(CatalogObject object) {
        return switch (object.kind()) {
            case INDEX -> object.property("state").isEmpty();
            case TYPE -> !object.property("kind").equals(Optional.of("base"));
            default -> true;
        };
    }

    private SchemaObject.Column column(CatalogObject object, ObjectKey key) {
        return new SchemaObject.Column(
                key,
                object.property("type").map(this::typeName),
                Optional.of(object.property("not null").isEmpty()),
                preset(object),
                object.property("position").map(Integer::parseInt).orElse(0));
    }

    /** Without the schema where that is {@code public}, or where the type is an extension's: so scripts name it. */
    private String typeName(String type) {
        var dot = type.indexOf('.');
        var isQualified = dot > 0 && NAME.matcher(type.substring(0, dot)).matches();
        if (!isQualified) {
            return type;
        }
        var schema = QuotedNames.bare(type.substring(0, dot));
        var name = QuotedNames.bare(type.substring(dot + 1).replaceFirst("(\\(.*\\))?(\\[\\])*$", ""));
        return schema.equals("public") || snapshot.get(CatalogKind.TYPE, List.of(schema, name)) == null
                ? type.substring(dot + 1)
                : type;
    }

    private static Default preset(CatalogObject object) {
        var always = object.property("identity").map("always"::equals);
        if (always.isPresent()) {
            return new Default.Identity(always.get());
        }
        return object.property("generated as")
                .<Default>map(Default.Generated::new)
                .or(() -> object.property("default").map(Default.Expression::new))
                .orElseGet(Default::none);
    }

    private static SchemaObject.Constraint constraint(CatalogObject object, ObjectKey key) {
        var kind = kind(object.property("kind").orElse(""));
        return new SchemaObject.Constraint(
                key,
                kind,
                names(object, "columns"),
                object.property("referenced table").map(table -> reference(object, table)),
                kind == ConstraintKind.EXCLUSION ? exclusionPredicate(object) : clause(object, "condition"),
                Optional.of(deferral(object.property("deferrable"))),
                true);
    }

    /** {@code EXCLUDE USING gist (during WITH &&) WHERE ((during IS NOT NULL))}. */
    private static Clause exclusionPredicate(CatalogObject object) {
        var match = PREDICATE.matcher(object.property("definition").orElse(""));
        return match.find() ? Clause.of(match.group(1)) : Clause.none();
    }

    private static ConstraintKind kind(String word) {
        return Arrays.stream(ConstraintKind.values())
                .filter(kind -> kind.word().startsWith(word.equals("exclude") ? "exclu" : word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("constraint " + word));
    }

    private static Reference reference(CatalogObject object, String table) {
        return new Reference(
                new ObjectKey(Kind.TABLE, QuotedNames.path(table)),
                names(object, "referenced columns"),
                Optional.of(action(object.property("on delete"))),
                Optional.of(action(object.property("on update"))));
    }

    private static Action action(Optional<String> words) {
        return words.map(text -> Action.valueOf(text.toUpperCase(Locale.ROOT).replace(' ', '_')))
                .orElse(Action.NO_ACTION);
    }

    private static Deferral deferral(Optional<String> words) {
        return words.map(word -> word.equals("yes") ? Deferral.DEFERRABLE : Deferral.DEFERRED)
                .orElse(Deferral.NOT_DEFERRABLE);
    }

    private static SchemaObject.Index index(CatalogObject object, ObjectKey key) {
        var parts = QuotedNames.list(object.property("columns").orElse(""));
        var expressions = parts.stream()
                .filter(part -> !isColumn(part))
                .map(CatalogSchema::bareKey)
                .toList();
        return new SchemaObject.Index(
                key,
                Optional.of(new ObjectKey(Kind.TABLE, object.path().subList(0, 2))),
                parts.stream().map(CatalogSchema::columnName).toList(),
                Optional.of(object.property("unique").isPresent()),
                new IndexDetails(
                        clause(object, "predicate"),
                        expressions.isEmpty() ? Clause.none() : Clause.of(String.join(", ", expressions)),
                        object.property("method"),
                        Optional.of(names(object, "include")),
                        Optional.of(parts.stream()
                                .map(part ->
                                        part.substring(bareKey(part).length()).contains(" DESC"))
                                .toList())),
                true);
    }

    private static boolean isColumn(String part) {
        return NAME.matcher(bareKey(part)).matches();
    }

    private static String columnName(String part) {
        return isColumn(part) ? QuotedNames.bare(bareKey(part)) : "";
    }

    private static String bareKey(String part) {
        return MODIFIERS.matcher(part).replaceFirst("");
    }

    private static SchemaObject.Type type(CatalogObject object, ObjectKey key) {
        var labels = QuotedNames.list(object.property("labels").orElse(""));
        return new SchemaObject.Type(
                key,
                TypeKind.valueOf(object.property("kind").orElse("").toUpperCase(Locale.ROOT)),
                labels.stream()
                        .filter(label -> !label.isEmpty())
                        .map(label -> label.substring(1, label.length() - 1).replace("''", "'"))
                        .toList());
    }

    private static List<String> names(CatalogObject object, String property) {
        return object.property(property).stream()
                .flatMap(text -> QuotedNames.list(text).stream())
                .map(QuotedNames::bare)
                .toList();
    }

    private static Clause clause(CatalogObject object, String property) {
        return object.property(property).map(Clause::of).orElseGet(Clause::none);
    }
}
