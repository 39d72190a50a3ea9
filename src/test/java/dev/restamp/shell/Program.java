package dev.restamp.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The built program, run once without a terminal, with a home of its own. */
record Program(Path home, Path folder, Map<String, String> environment) {
    private static final JsonMapper JSON = new JsonMapper();

    /** What one run left behind. */
    record Outcome(int exit, String out, String err) {
        /** Standard output as the one JSON object it must be. */
        JsonNode json() {
            assertThat(out.lines()).as("standard output: " + out + err).hasSize(1);
            return JSON.readTree(out);
        }

        /** Both streams together, for what may be on either. */
        String all() {
            return out + err;
        }
    }

    Program with(String variable, String value) {
        var more = new HashMap<>(environment);
        more.put(variable, value);
        return new Program(home, folder, more);
    }

    Outcome run(String... arguments) throws IOException, InterruptedException {
        return runWithInput("", arguments);
    }

    Outcome runWithInput(String input, String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(PseudoTerminal.PROGRAM.toString()));
        command.addAll(List.of(arguments));
        var out = Files.createTempFile(home, "out", "");
        var err = Files.createTempFile(home, "err", "");
        var builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("PG") || name.equals("DATABASE_URL"));
        builder.environment().put("HOME", home.toString());
        builder.environment().put("XDG_STATE_HOME", home.resolve("state").toString());
        builder.environment().put("XDG_CACHE_HOME", home.resolve("cache").toString());
        builder.environment().putAll(environment);
        var process = builder.start();
        try (var stdin = process.getOutputStream()) {
            stdin.write(input.getBytes(StandardCharsets.UTF_8));
        }
        assertThat(process.waitFor(120, TimeUnit.SECONDS))
                .as("still running: " + command)
                .isTrue();
        return new Outcome(process.exitValue(), Files.readString(out), Files.readString(err));
    }
}
