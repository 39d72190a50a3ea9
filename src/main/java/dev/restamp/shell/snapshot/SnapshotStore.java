package dev.restamp.shell.snapshot;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import dev.restamp.shell.StateFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The snapshots of an account, a JSON file each, in a folder for each connection. */
public final class SnapshotStore {
    private static final String ENDING = ".json";

    private final Supplier<Path> folder;

    /** @param folder asked each time: a practice keeps its own */
    public SnapshotStore(Supplier<Path> folder) {
        this.folder = folder;
    }

    /**
     * A snapshot in its file.
     *
     * @param place the connection and database it is of: {@code db1-shop}
     */
    public record Kept(String place, String name, Path file) {
        /** @throws Problem where the file cannot be read */
        public Manifest manifest() {
            return Manifests.read(file);
        }
    }

    /**
     * Keeps it and says where.
     *
     * @throws Problem where there is one of that name, or the name is none
     */
    public Kept save(String name, Manifest manifest) {
        var kept = at(place(manifest), check(name));
        if (Files.exists(kept.file())) {
            throw new Problem(
                    Exit.USAGE,
                    "there is a snapshot " + name + " of " + kept.place(),
                    "another name, or: snapshot remove " + kept.place() + "/" + name);
        }
        write(manifest, kept.file());
        return kept;
    }

    /** Writes a copy that a backup can take along. */
    public Path export(Kept kept, Path file) {
        if (Files.exists(file)) {
            throw new Problem(Exit.USAGE, file + " is there already", "another name");
        }
        write(kept.manifest(), file);
        return file;
    }

    /** All, by place and name. */
    public List<Kept> all() {
        if (!Files.isDirectory(folder.get())) {
            return List.of();
        }
        try (var files = Files.walk(folder.get(), 2)) {
            return files.filter(file -> file.toString().endsWith(ENDING))
                    .map(this::kept)
                    .sorted(Comparator.comparing(Kept::place).thenComparing(Kept::name))
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /**
     * By its name, or by place and name where several connections have one of that name.
     *
     * @throws Problem where there is none, or more than one
     */
    public Kept find(String name) {
        var found = all().stream()
                .filter(kept -> kept.name().equals(name) || (kept.place() + "/" + kept.name()).equals(name))
                .toList();
        return switch (found.size()) {
            case 0 -> throw new Problem(Exit.USAGE, "there is no snapshot called \"" + name + "\"", "snapshot list");
            case 1 -> found.getFirst();
            default ->
                throw new Problem(
                        Exit.USAGE,
                        "there are " + found.size() + " snapshots " + name,
                        String.join(
                                " or ",
                                found.stream()
                                        .map(kept -> kept.place() + "/" + kept.name())
                                        .toList()));
        };
    }

    public void remove(Kept kept) {
        try {
            Files.delete(kept.file());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void write(Manifest manifest, Path file) {
        try {
            Manifests.write(manifest, StateFolder.secret(file));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Kept kept(Path file) {
        var name = file.getFileName().toString();
        return at(
                String.valueOf(
                        file.toAbsolutePath().getName(file.toAbsolutePath().getNameCount() - 2)),
                name.substring(0, name.length() - ENDING.length()));
    }

    private Kept at(String place, String name) {
        return new Kept(place, name, folder.get().resolve(place).resolve(name + ENDING));
    }

    /** Names come from a user and from a server: none of them may lead out of the folder. */
    private static String place(Manifest manifest) {
        return Stream.of(manifest.connection(), manifest.database())
                .map(name -> name.replaceAll("[^A-Za-z0-9_.-]", "_").replaceFirst("^\\.+", "_"))
                .distinct()
                .reduce((connection, database) -> connection + "-" + database)
                .orElse("database");
    }

    /**
     * The name, if it can be one.
     *
     * @throws Problem where it cannot
     */
    public static String check(String name) {
        if (!name.matches("[A-Za-z0-9_][A-Za-z0-9_.-]*")) {
            throw new Problem(
                    Exit.USAGE,
                    "\"" + name + "\" cannot name a snapshot",
                    "letters, digits, - _ and . : snapshot save before-restore");
        }
        return name;
    }
}
