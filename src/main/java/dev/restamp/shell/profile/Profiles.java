package dev.restamp.shell.profile;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import dev.restamp.postgres.ConnectionCode;
import dev.restamp.postgres.DatabaseUrl;
import dev.restamp.shell.OpenConnection.Environment;
import dev.restamp.shell.command.Nearest;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The profiles of {@code config.toml}, read anew each time: it is a small file, and people edit it. */
public final class Profiles {
    private final Path file;
    private final boolean read;

    /** @param read whether the file may be read; {@code --no-config} says not */
    public Profiles(Path file, boolean read) {
        this.file = file;
        this.read = read;
    }

    public Path file() {
        return file;
    }

    public boolean areRead() {
        return read;
    }

    /** @throws Problem with {@code Exit.USAGE} where the file cannot be read, is not right, or holds a password */
    public List<Profile> all() {
        return read ? ConfigFile.read(file).profiles() : List.of();
    }

    public Optional<Profile> find(String name) {
        return all().stream().filter(profile -> profile.name().equals(name)).findFirst();
    }

    /** @throws Problem with {@code Exit.USAGE} where there is none of that name */
    public Profile get(String name) {
        return find(name).orElseThrow(() -> unknown(name));
    }

    private Problem unknown(String name) {
        var names = all().stream().map(Profile::name).toList();
        var meant =
                Nearest.to(name, names).map(near -> ". Did you mean: " + near).orElse("");
        return ConnectionCode.NO_TARGET.problem(
                Exit.USAGE,
                read
                        ? "no profile is called \"" + name + "\"" + meant
                        : "profile \"" + name + "\" cannot be read: --no-config",
                names.isEmpty()
                        ? "name a URL (postgresql://…) or service=NAME; profile add " + name + " URL makes a profile"
                        : "profile list; or a URL (postgresql://…), or service=NAME");
    }

    /** What kind of database this is, if a profile says so of its host and name. */
    public Optional<Environment> label(DatabaseUrl where, Map<String, String> environment) {
        return all().stream()
                .filter(profile -> profile.label().isPresent())
                .filter(profile -> leadsTo(profile, where, environment))
                .findFirst()
                .flatMap(Profile::label);
    }

    private static boolean leadsTo(Profile profile, DatabaseUrl where, Map<String, String> environment) {
        try {
            var there = DatabaseUrl.parse(profile.target(), environment);
            return there.hosts().equals(where.hosts()) && there.database().equals(where.database());
        } catch (Problem _) {
            // A profile that is broken is told of when it is used.
            return false;
        }
    }

    /**
     * Adds one to the file, and leaves the rest of it as it is.
     *
     * @throws Problem with {@code Exit.USAGE} where there is one of that name
     */
    public void add(Profile profile) {
        ConfigFile.read(file).with(profile).write();
    }

    /** @throws Problem with {@code Exit.USAGE} where there is none of that name, or it cannot be cut out of the file */
    public void remove(String name) {
        get(name);
        ConfigFile.read(file).without(name).write();
    }
}
