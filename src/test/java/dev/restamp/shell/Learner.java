package dev.restamp.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The built program with somebody who types into it line by line, and reads each answer before going on. */
final class Learner implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();

    private final Process process;
    private final BufferedReader answers;
    private final Path errors;

    private Learner(Process process, Path errors) {
        this.process = process;
        this.errors = errors;
        this.answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** @param home where the program keeps its things, and where the learner is */
    static Learner of(Path home) throws IOException {
        var errors = Files.createTempFile(home, "errors", "");
        var builder = new ProcessBuilder(PseudoTerminal.PROGRAM.toString(), "--json", "-")
                .directory(home.toFile())
                .redirectError(Redirect.to(errors.toFile()));
        builder.environment().keySet().removeIf(name -> name.startsWith("PG") || name.equals("DATABASE_URL"));
        builder.environment().put("HOME", home.toString());
        builder.environment().put("XDG_STATE_HOME", home.resolve("state").toString());
        // One unpacked PostgreSQL for all: that takes longer than a lesson.
        builder.environment()
                .put(
                        "XDG_CACHE_HOME",
                        Path.of("target", "practice cache").toAbsolutePath().toString());
        return new Learner(builder.start(), errors);
    }

    /** Types a line; each has one answer. */
    JsonNode type(String line) throws IOException {
        var input = process.getOutputStream();
        input.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        input.flush();
        var answer = answers.readLine();
        assertThat(answer)
                .as("the answer to " + line + "; errors: " + Files.readString(errors))
                .isNotNull();
        return JSON.readTree(Objects.requireNonNull(answer));
    }

    /** Types every line, and gives the last answer; what is for another terminal is done there. */
    JsonNode play(String lines) throws IOException {
        JsonNode last = JSON.createObjectNode();
        for (var line : lines.lines()
                .map(String::strip)
                .filter(one -> !one.isEmpty() && !one.startsWith("#"))
                .toList()) {
            if (line.startsWith("$ ")) {
                elsewhere(Words.split(line.substring(2)));
            } else {
                last = type(line);
            }
        }
        return last;
    }

    /** {@code psql shop -c "UPDATE …"}, with the address and the password that practice gives to other programs. */
    private void elsewhere(List<String> words) throws IOException {
        assertThat(words).as("psql DATABASE -c STATEMENT").hasSize(4);
        var practice = type("practice status");
        var passfile = Files.readString(Path.of(practice.get("passfile").asString()));
        var password = passfile.lines().findFirst().orElseThrow().split(":", 5)[4];
        var url = practice.get("databases").findValues("url").stream()
                .map(JsonNode::asString)
                .filter(one -> one.endsWith("/" + words.get(1)))
                .findFirst()
                .orElseThrow()
                .replace("postgres@", "");
        try (var connection = DriverManager.getConnection("jdbc:" + url, "postgres", password);
                var statement = connection.createStatement()) {
            statement.execute(words.get(3));
        } catch (SQLException failure) {
            throw new IOException(String.join(" ", words), failure);
        }
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        process.onExit().orTimeout(30, TimeUnit.SECONDS).join();
    }
}
