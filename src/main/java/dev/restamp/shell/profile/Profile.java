package dev.restamp.shell.profile;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import dev.restamp.shell.OpenConnection.Environment;
import dev.restamp.shell.TableChoice;
import dev.restamp.shell.TimeLimit;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A connection that has a name.
 *
 * @param target a URL without a password, {@code service=NAME}, or libpq's keywords
 * @param label what kind of database it is; empty where that is not said
 * @param role what to {@code SET ROLE} to
 * @param sslRoot the file with the authority that the server's certificate must be signed by
 * @param table where its version rows are
 * @param timeout for one statement
 * @param urlVariable the variable in which {@code upgrade} gives the URL to the migration tool
 * @param env more variables for that
 */
public record Profile(
        String name,
        String target,
        Optional<Environment> label,
        Optional<String> role,
        Optional<String> sslRoot,
        TableChoice table,
        Optional<Duration> timeout,
        String urlVariable,
        Map<String, String> env) {
    public static final String URL_VARIABLE = "DATABASE_URL";

    public Profile {
        env = Map.copyOf(env);
    }

    /** libpq's keywords that go before what the target says. */
    public Map<String, String> keywords() {
        var keywords = new LinkedHashMap<String, String>();
        role.ifPresent(name -> keywords.put("role", name));
        sslRoot.ifPresent(file -> keywords.putAll(verifying(file)));
        return keywords;
    }

    /** What {@code --ssl-root FILE} means. */
    public static Map<String, String> verifying(String root) {
        return Map.of("sslrootcert", root, "sslmode", "verify-full");
    }

    /**
     * Reads one table of the file. What it does not know it leaves alone.
     *
     * @throws Problem with {@code Exit.USAGE} where something is missing or not what it has to be
     */
    static Profile read(String name, Map<?, ?> table, String file) {
        var reader = new TomlTable(file + ": profile " + name, table);
        var url = reader.text("url");
        var service = reader.text("service").map(text -> "service=" + text);
        if (url.isPresent() == service.isPresent()) {
            throw new Problem(
                    Exit.USAGE, file + ": profile " + name + " needs either url or service", "profile show " + name);
        }
        return new Profile(
                name,
                url.or(() -> service).orElseThrow(),
                reader.text("label").map(Environment::named),
                reader.text("role"),
                reader.text("ssl_root"),
                new TableChoice(reader.text("schema"), reader.text("version_table")),
                reader.text("timeout").map(TimeLimit::parse),
                reader.text("url_variable").orElse(URL_VARIABLE),
                reader.texts("env"));
    }

    /** As it stands in the file: keys and texts, in order. */
    Map<String, String> keys() {
        var keys = new LinkedHashMap<String, String>();
        var service = target.matches("service=[\\w-]+");
        keys.put(service ? "service" : "url", service ? target.substring("service=".length()) : target);
        label.ifPresent(kind -> keys.put("label", kind.word()));
        role.ifPresent(text -> keys.put("role", text));
        sslRoot.ifPresent(text -> keys.put("ssl_root", text));
        table.schema().ifPresent(text -> keys.put("schema", text));
        table.name().ifPresent(text -> keys.put("version_table", text));
        timeout.ifPresent(time -> keys.put("timeout", TimeLimit.text(time)));
        return keys;
    }
}
