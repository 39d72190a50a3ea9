package dev.restamp.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restamp.postgres.TestPostgres;
import dev.restamp.postgres.TestPostgres.TestDatabase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A small shop, healthy until a test leaves something undone in it, and a role that owns nothing. */
final class RestoredShop implements AutoCloseable {
    private final TestDatabase database = TestPostgres.database();
    private final AskedShell shell;

    RestoredShop(Path home) {
        database.run(
                "CREATE ROLE " + app(),
                "CREATE TABLE users (id serial PRIMARY KEY, name text)",
                "CREATE INDEX ix_name ON users (name)",
                "CREATE TABLE orders (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, user_id int REFERENCES users)",
                "CREATE TABLE a (id int)",
                "CREATE TABLE b (id int)",
                "CREATE TABLE c (id int)",
                "INSERT INTO users (name) SELECT 'u' || i FROM generate_series(1, 20) i",
                "INSERT INTO orders (user_id) SELECT id FROM users",
                "CREATE FUNCTION note() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'",
                "CREATE TRIGGER noted BEFORE INSERT ON users FOR EACH ROW EXECUTE FUNCTION note()");
        shell = new AskedShell(home, home, database);
    }

    TestDatabase database() {
        return database;
    }

    String app() {
        return database.name() + "_app";
    }

    AskedShell.Said ask(String... words) {
        return shell.ask(new ArrayList<>(List.of(words)));
    }

    /** What {@code diagnose --restore} lists, where everything could be looked at. */
    List<JsonNode> leftovers(String... options) {
        return leftovers(shell, options);
    }

    static List<JsonNode> leftovers(AskedShell shell, String... options) {
        var words = new ArrayList<>(List.of("diagnose", "--restore", "--json"));
        words.addAll(List.of(options));
        var said = shell.ask(words);
        assertThat(said.problem()).isEmpty();
        var json = new JsonMapper().readTree(said.out());
        assertThat(json.get("not_looked_at")).isEmpty();
        return json.get("leftovers").valueStream().toList();
    }

    /** The statements that are to put it right. */
    static String[] fixes(List<JsonNode> found) {
        return found.stream()
                .flatMap(one -> one.get("fix").valueStream())
                .map(JsonNode::stringValue)
                .toArray(String[]::new);
    }

    @Override
    public void close() {
        shell.close();
    }
}
