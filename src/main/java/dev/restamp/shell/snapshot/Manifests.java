package dev.restamp.shell.snapshot;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import dev.restamp.core.catalog.CatalogKind;
import dev.restamp.core.catalog.CatalogObject;
import dev.restamp.core.catalog.CatalogSnapshot;
import dev.restamp.shell.render.Json;
import dev.restamp.shell.snapshot.Manifest.ProjectMark;
import dev.restamp.shell.snapshot.Manifest.TableMark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.jr.ob.JSON;

/** A {@link Manifest} as a JSON document, {@code restamp.manifest/1}. */
public final class Manifests {
    /** What the member {@code schema} says. */
    public static final String SCHEMA = "restamp.manifest/1";

    private Manifests() {}

    static void write(Manifest manifest, Path file) throws IOException {
        try (var out = Files.newBufferedWriter(file)) {
            JSON.std.with(JSON.Feature.PRETTY_PRINT_OUTPUT).write(members(manifest), out);
        }
    }

    /** @throws Problem with {@code Exit.USAGE} that names what is wrong with it */
    public static Manifest read(Path file) {
        try {
            return manifest(new Members(JSON.std.mapFrom(Files.readString(file)), ""));
        } catch (NoSuchFileException missing) {
            throw new Problem(Exit.USAGE, "there is no file " + file, "snapshot list", missing);
        } catch (IOException failure) {
            throw new Problem(Exit.USAGE, "cannot read " + file, "snapshot list", failure);
        } catch (JacksonException failure) {
            var place = Optional.ofNullable(failure.getLocation())
                    .map(at -> "line " + at.getLineNr() + ", column " + at.getColumnNr())
                    .orElse("it is nested too deep, or holds a number that is too long");
            throw new Problem(Exit.USAGE, file + " is no JSON: " + place, "snapshot list", failure);
        } catch (Members.Unfit unfit) {
            throw new Problem(Exit.USAGE, file + ": " + unfit.getMessage(), "snapshot list", unfit);
        }
    }

    /** The whole document but for what is defined. */
    public static Map<String, @Nullable Object> summary(Manifest manifest) {
        var tables = Json.object();
        manifest.tables().forEach((name, table) -> tables.put(name, table(table)));
        return Json.object(
                "taken", manifest.taken().toString(),
                "connection", manifest.connection(),
                "database", manifest.database(),
                "system_identifier", manifest.systemIdentifier().orElse(null),
                "server", manifest.server(),
                "version_table", manifest.versionTable().orElse(null),
                "row", manifest.rows(),
                "project", manifest.project().map(Manifests::project).orElse(null),
                "tables", tables,
                "sha256", manifest.sha256());
    }

    private static Map<String, @Nullable Object> members(Manifest manifest) {
        var members = Json.object("schema", SCHEMA);
        members.putAll(summary(manifest));
        members.put(
                "objects",
                manifest.catalog().objects().stream().map(Manifests::object).toList());
        return members;
    }

    private static Map<String, @Nullable Object> project(ProjectMark project) {
        return Json.object(
                "git", project.git().orElse(null),
                "heads", project.heads(),
                "revisions", project.revisions(),
                "sha256", project.sha256());
    }

    private static Map<String, @Nullable Object> table(TableMark table) {
        return Json.object(
                "rows", table.rows().isPresent() ? table.rows().getAsLong() : null,
                "exact", table.exact(),
                "content", table.content().orElse(null),
                "columns_sha256", table.columnsSha256(),
                "indexes", table.indexes());
    }

    private static Map<String, @Nullable Object> object(CatalogObject object) {
        return Json.object("kind", object.kind().word(), "path", object.path(), "properties", object.properties());
    }

    private static Manifest manifest(Members members) {
        if (!members.optional("schema").equals(Optional.of(SCHEMA))) {
            throw new Members.Unfit("it is no " + SCHEMA + ", or of a newer version of Restamp");
        }
        var catalog = CatalogSnapshot.of(
                members.objects("objects").stream().map(Manifests::object).toList());
        var sha256 = members.text("sha256");
        if (!sha256.equals(SchemaSum.of(catalog))) {
            throw new Members.Unfit("its objects are not those that were saved: the sum sha256 does not fit them");
        }
        return new Manifest(
                instant(members.text("taken")),
                members.text("connection"),
                members.text("database"),
                members.optional("system_identifier"),
                members.text("server"),
                members.optional("version_table"),
                members.texts("row"),
                members.object("project").map(Manifests::project),
                tables(members),
                sha256,
                catalog);
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException unfit) {
            throw new Members.Unfit("\"taken\" is no time: " + text);
        }
    }

    private static ProjectMark project(Members project) {
        return new ProjectMark(
                project.optional("git"),
                project.texts("heads"),
                (int) project.number("revisions").orElse(0),
                project.text("sha256"));
    }

    private static SequencedMap<String, TableMark> tables(Members members) {
        var tables = new LinkedHashMap<String, TableMark>();
        members.object("tables")
                .ifPresent(all -> all.names().forEach(name -> {
                    var table = all.object(name).orElseThrow(() -> new Members.Unfit("\"" + name + "\" is no object"));
                    tables.put(
                            name,
                            new TableMark(
                                    table.number("rows"),
                                    table.flag("exact"),
                                    table.optional("content"),
                                    table.text("columns_sha256"),
                                    table.texts("indexes")));
                }));
        return tables;
    }

    private static CatalogObject object(Members object) {
        var properties = new LinkedHashMap<String, String>();
        object.object("properties").ifPresent(all -> all.names().forEach(name -> properties.put(name, all.text(name))));
        return new CatalogObject(kind(object.text("kind")), List.copyOf(object.texts("path")), properties);
    }

    private static CatalogKind kind(String word) {
        try {
            return CatalogKind.valueOf(word.toUpperCase(Locale.ROOT).replace(' ', '_'));
        } catch (IllegalArgumentException unknown) {
            throw new Members.Unfit("there is no kind \"" + word + "\"");
        }
    }

    /** The members of an object in such a document. */
    private record Members(Map<?, ?> map, String where) {
        /** What is wrong with the document. */
        static final class Unfit extends RuntimeException {
            Unfit(String what) {
                super(what);
            }
        }

        List<String> names() {
            return map.keySet().stream().map(String::valueOf).toList();
        }

        String text(String name) {
            return optional(name).orElseThrow(() -> unfit(name, "is missing"));
        }

        Optional<String> optional(String name) {
            return switch (map.get(name)) {
                case null -> Optional.empty();
                case String text -> Optional.of(text);
                default -> throw unfit(name, "is no text");
            };
        }

        OptionalLong number(String name) {
            return switch (map.get(name)) {
                case null -> OptionalLong.empty();
                case Number number -> OptionalLong.of(number.longValue());
                default -> throw unfit(name, "is no number");
            };
        }

        boolean flag(String name) {
            return Boolean.TRUE.equals(map.get(name));
        }

        List<String> texts(String name) {
            var texts = new ArrayList<String>();
            for (var element : list(name)) {
                if (!(element instanceof String text)) {
                    throw unfit(name, "is no list of texts");
                }
                texts.add(text);
            }
            return texts;
        }

        List<Members> objects(String name) {
            var objects = new ArrayList<Members>();
            for (var element : list(name)) {
                objects.add(members(element, name));
            }
            return objects;
        }

        Optional<Members> object(String name) {
            return map.get(name) == null ? Optional.empty() : Optional.of(members(map.get(name), name));
        }

        private List<?> list(String name) {
            return map.get(name) instanceof List<?> list ? list : List.of();
        }

        private Members members(@Nullable Object element, String name) {
            if (!(element instanceof Map<?, ?> object)) {
                throw unfit(name, "is no object");
            }
            return new Members(object, where + name + ".");
        }

        private Unfit unfit(String name, String what) {
            return new Unfit("\"" + where + name + "\" " + what);
        }
    }
}
