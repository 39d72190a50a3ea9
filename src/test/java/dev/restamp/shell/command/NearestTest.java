package dev.restamp.shell.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NearestTest {
    private static final List<String> COMMANDS =
            List.of("status", "stamp", "heads", "history", "use", "undo", "-n", "-r");

    @ParameterizedTest
    @CsvSource({
        "stauts, status",
        "satus, status",
        "statuss, status",
        "stmap, stamp",
        "head, heads",
        "histroy, history",
        "udno, undo"
    })
    void a_slip_of_the_fingers_is_understood(String typed, String meant) {
        assertThat(Nearest.to(typed, COMMANDS)).contains(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "foo", "deploy", "-x", "upgrade", "drop table users"})
    void what_is_like_nothing_is_not_guessed(String typed) {
        assertThat(Nearest.to(typed, COMMANDS)).isEmpty();
    }

    @Test
    void of_two_the_closer_one_is_meant_and_of_equals_the_first() {
        assertThat(Nearest.to("stampp", List.of("stomp", "stamp"))).contains("stamp");
        assertThat(Nearest.to("cat", List.of("cut", "car"))).contains("cut");
    }

    @ParameterizedTest
    @CsvSource({
        "'', '', 0",
        "a, '', 1",
        "'', ab, 2",
        "ab, ba, 1",
        "kitten, sitting, 3",
        "stauts, status, 1",
        "ca, abc, 3"
    })
    void edits_are_counted_and_swapped_neighbours_are_one(String a, String b, int edits) {
        assertThat(Nearest.distance(a, b)).isEqualTo(edits);
        assertThat(Nearest.distance(b, a)).isEqualTo(edits);
    }
}
