package dev.restamp.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restamp.practice.Scenario;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The shop, whole and broken in every way: each break is there for the sake of one finding. */
class PracticeFindingsTest {
    @TempDir
    private static Path home;

    private static AskedShell shell;

    @BeforeAll
    static void start() {
        shell = new AskedShell(
                home,
                Map.of(
                        "HOME",
                        home.toString(),
                        "XDG_CACHE_HOME",
                        Path.of("target", "practice cache").toAbsolutePath().toString()));
        shell.ask(List.of("practice", "start", "shop"));
    }

    @AfterAll
    static void stop() {
        shell.ask(List.of("practice", "stop"));
        shell.close();
    }

    @ParameterizedTest
    @MethodSource("breaks")
    void every_break_of_the_shop_is_found(String name) {
        shell.ask(List.of("practice", "reset"));
        shell.ask(List.of("practice", "break", name));
        for (var command : List.of("status", "diagnose")) {
            assertThat(codes(json(command)))
                    .as(command)
                    .containsExactlyElementsOf(
                            switch (name) {
                                case "behind" -> List.of("VD101");
                                case "changed-by-hand" -> List.of("VD109");
                                case "ghost-revision" -> List.of("VD103");
                                case "one-parent" -> List.of("VD110");
                                case "stamped-head" -> List.of("VD102");
                                case "two-rows" -> List.of("VD104", "VD101");
                                default -> throw new AssertionError("no finding for " + name);
                            });
        }
    }

    static List<String> breaks() {
        return List.copyOf(Scenario.named("shop").breaks().keySet());
    }

    @Test
    void at_first_one_revision_is_to_run_and_nothing_has_drifted() {
        shell.ask(List.of("practice", "reset"));
        var shop = json("status");
        assertThat(codes(shop)).isEmpty();
        assertThat(shop.at("/connection/name").stringValue()).isEqualTo("shop");
        assertThat(shop.get("row").valueStream().map(JsonNode::stringValue)).containsExactly("6f708192a3b4");
        assertThat(shop.get("heads").valueStream().map(JsonNode::stringValue)).containsExactly("708192a3b4c5");
        shell.ask(List.of("use", "stage"));
        var stage = json("status");
        assertThat(codes(stage)).isEmpty();
        assertThat(stage.get("row")).isEqualTo(stage.get("heads"));
    }

    private static List<String> codes(JsonNode answer) {
        return answer.get("findings")
                .valueStream()
                .map(one -> one.get("code").stringValue())
                .toList();
    }

    private static JsonNode json(String... words) {
        var all = new ArrayList<>(Stream.of(words).toList());
        all.add("--json");
        return new JsonMapper().readTree(shell.ask(all).out());
    }
}
