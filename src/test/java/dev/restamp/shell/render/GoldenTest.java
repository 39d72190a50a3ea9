package dev.restamp.shell.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.restamp.shell.render.OutputFormat.Envelope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every report in every format on every canvas, against {@code src/test/resources/golden/<report>/<format>-<canvas>.txt}.
 *
 * <p>After an intended change: {@code mvn test -Dtest=GoldenTest -Dgolden=update}, then read the diff.
 */
class GoldenTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden");

    private static final Map<String, Canvas> CANVASES = new TreeMap<>(Map.of(
            "80", new Canvas(80, false, false),
            "80-ascii", new Canvas(80, false, true),
            "100", new Canvas(100, false, false),
            "100-ascii", new Canvas(100, false, true)));

    @ParameterizedTest(name = "{0}")
    @MethodSource("outputs")
    void prints_as_recorded(Path golden, String output) throws IOException {
        if ("update".equals(System.getProperty("restamp.golden"))) {
            Files.createDirectories(GOLDEN.resolve(golden).resolveSibling(""));
            Files.writeString(GOLDEN.resolve(golden), output);
        }
        assertThat(GOLDEN.resolve(golden)).exists();
        assertThat(output).isEqualTo(Files.readString(GOLDEN.resolve(golden)));
    }

    /** Whatever a report holds, and in whatever format. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("outputs")
    void holds_nothing_that_a_terminal_obeys(Path golden, String output) {
        var obeyed = output.lines()
                .flatMapToInt(String::codePoints)
                .filter(point -> Character.isISOControl(point) && point != '\t');
        assertThat(obeyed).as(golden.toString()).isEmpty();
        assertThat(output).doesNotContain("\u202e", "\u2066", "\u2028", "\u200b");
    }

    @Test
    void no_recorded_output_is_left_of_a_report_or_a_format_that_is_gone() throws IOException {
        try (var files = Files.walk(GOLDEN)) {
            assertThat(files.filter(Files::isRegularFile).map(GOLDEN::relativize))
                    .containsExactlyInAnyOrderElementsOf(
                            outputs().map(output -> (Path) output.get()[0]).collect(Collectors.toSet()));
        }
    }

    static Stream<Arguments> outputs() {
        return SampleReports.ALL.entrySet().stream()
                .flatMap(report -> OutputFormats.ALL.stream()
                        .filter(format -> !format.isPicture() || hasGraph(report.getValue()))
                        .flatMap(format -> CANVASES.entrySet().stream()
                                .filter(canvas ->
                                        depends(format) || canvas.getKey().equals("100"))
                                .map(canvas -> arguments(
                                        Path.of(report.getKey(), format.name() + "-" + canvas.getKey() + ".txt"),
                                        format.print(
                                                report.getValue(), envelope(report.getKey()), canvas.getValue())))));
    }

    private static boolean hasGraph(Report report) {
        return report.blocks().stream().anyMatch(Block.Graph.class::isInstance);
    }

    /** Whether it matters what is drawn on. */
    private static boolean depends(OutputFormat format) {
        return format.equals(OutputFormats.TABLE);
    }

    private static Envelope envelope(String command) {
        return new Envelope(command, "1.0.0", "2026-11-22T03:12:44Z");
    }
}
