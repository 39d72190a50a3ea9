package dev.restamp.tracker.alembic.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Python's own library, where a Python is installed: what it compiles must be read. Every fifth file, for time. */
class PythonLibraryTest {
    /** Prints files of the library that this Python can compile; those of its tests may be meant to be wrong. */
    private static final String COMPILING = """
            import ast, pathlib, sysconfig
            for file in sorted(pathlib.Path(sysconfig.get_path("stdlib")).rglob("*.py"))[::5]:
                if "-packages" not in str(file) and file.stat().st_size < 100_000:
                    try:
                        ast.parse(file.read_bytes())
                    except Exception:
                        continue
                    print(file)
            """;

    @Test
    void is_read_without_a_gap() throws IOException, InterruptedException {
        var files = compiling();
        assumeTrue(!files.isEmpty(), "no python3 with a library is installed");
        assertThat(files).allSatisfy(file -> {
            var source = PythonSource.decode(Files.readAllBytes(Path.of(file)));
            assertThat(PythonParser.parse(source).broken().map(Place::quote)).isEmpty();
        });
    }

    private static List<String> compiling() throws IOException, InterruptedException {
        try {
            var python = new ProcessBuilder("python3", "-W", "ignore", "-c", COMPILING)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            var files = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return python.waitFor() == 0 ? files : List.of();
        } catch (IOException notInstalled) {
            return List.of();
        }
    }
}
