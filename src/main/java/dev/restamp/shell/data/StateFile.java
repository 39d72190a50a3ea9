package dev.restamp.shell.data;

import dev.restamp.core.Both;
import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import dev.restamp.core.rows.Fingerprint;
import dev.restamp.postgres.rows.ContentPieces.Table;
import dev.restamp.shell.render.Json;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.jr.ob.JSON;

/**
 * How far a comparison is, so that it can go on: a JSON object a line, added as pieces are done. Holds numbers of rows and
 * sums, no row.
 */
final class StateFile {
    private static final String SCHEMA = "restamp.verify-state/1";

    private final Path file;
    private final Map<String, List<Long>> starts = new HashMap<>();
    private final Map<String, Both<Fingerprint>> sums = new HashMap<>();

    private StateFile(Path file) {
        this.file = file;
    }

    /**
     * Goes on with a file, or begins it.
     *
     * @param comparison what is compared; a file of something else is refused
     * @throws Problem with {@code Exit.USAGE} where it is none of this, or cannot be read or written
     */
    static StateFile open(Path file, String comparison) {
        var state = new StateFile(file);
        try {
            if (!Files.exists(file)) {
                create(file);
                state.add(Json.object("schema", SCHEMA, "comparison", comparison));
                return state;
            }
            var text = Files.readString(file);
            var lines = text.lines().toList();
            var head = lines.isEmpty() ? Map.of() : JSON.std.mapFrom(lines.getFirst());
            if (!SCHEMA.equals(head.get("schema"))) {
                throw new Problem(Exit.USAGE, file + " is no state of verify", "--state with a new FILE");
            }
            if (!comparison.equals(head.get("comparison"))) {
                throw new Problem(
                        Exit.USAGE,
                        file + " is the state of another comparison: " + head.get("comparison"),
                        "--state with a new FILE");
            }
            for (var line : lines.subList(1, lines.size())) {
                state.take(line);
            }
            if (!text.endsWith("\n")) {
                // Stopped in the middle of a line: what comes next has one of its own.
                Files.writeString(file, "\n", StandardOpenOption.APPEND);
            }
            return state;
        } catch (IOException | JacksonException failure) {
            throw unusable(file, failure);
        }
    }

    /** For the user alone, where the file system knows who may read. */
    private static void create(Path file) throws IOException {
        try {
            Files.createFile(
                    file,
                    PosixFilePermissions.asFileAttribute(
                            Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE)));
        } catch (UnsupportedOperationException unknown) {
            Files.createFile(file);
        }
    }

    /** What a stop in the middle of a line has left is done again. */
    private void take(String line) {
        try {
            var members = JSON.std.mapFrom(line);
            var table = String.valueOf(members.get("table"));
            if (members.get("starts") instanceof List<?> list) {
                starts.put(
                        table,
                        list.stream().map(one -> ((Number) one).longValue()).toList());
            } else {
                sums.put(
                        table + " " + members.get("piece"),
                        new Both<>(/* left= */ sum(members, "left"), /* right= */ sum(members, "right")));
            }
        } catch (JacksonException | IllegalArgumentException cut) {
            // Its piece is not known, and that is all that follows from it.
        }
    }

    private static Fingerprint sum(Map<?, ?> members, String side) {
        return new Fingerprint(
                Long.parseLong(String.valueOf(members.get(side + "_rows"))),
                new BigInteger(String.valueOf(members.get(side + "_sum"))));
    }

    /** The table in the pieces in which it was begun; now, if it has not been. */
    Table begun(Table table) {
        var known = starts.get(id(table));
        if (known != null) {
            return table.begun(known);
        }
        add(Json.object("table", id(table), "starts", table.starts()));
        return table;
    }

    /** What is known of a piece. Only where both sides were equal: what differed is looked at again. */
    Optional<Both<Fingerprint>> equal(Table table, int piece) {
        return Optional.ofNullable(sums.get(id(table) + " " + piece))
                .filter(both -> both.left().equals(both.right()));
    }

    void add(Table table, int piece, Both<Fingerprint> found) {
        add(Json.object(
                "table", id(table),
                "piece", piece,
                "left_rows", found.left().rows(),
                "left_sum", found.left().sum().toString(),
                "right_rows", found.right().rows(),
                "right_sum", found.right().sum().toString()));
    }

    /** Its name, and what is summed: after a change of its columns nothing that was known holds. */
    private static String id(Table table) {
        return TableNames.qualified(table.key()) + "/"
                + Integer.toHexString(table.sum().hashCode());
    }

    private void add(Map<String, @Nullable Object> line) {
        try {
            Files.writeString(
                    file, JSON.std.asString(line) + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException failure) {
            throw unusable(file, failure);
        }
    }

    private static Problem unusable(Path file, Exception failure) {
        return new Problem(Exit.USAGE, "cannot use " + file + " to keep the state", "--state with a new FILE", failure);
    }
}
