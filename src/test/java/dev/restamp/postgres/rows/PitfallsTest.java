package dev.restamp.postgres.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.restamp.core.Both;
import dev.restamp.core.rows.ComparedContent.Verdict;
import dev.restamp.postgres.OlderPostgres;
import dev.restamp.postgres.TestPostgres.TestDatabase;
import dev.restamp.postgres.rows.ContentReader.Choice;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What is equal is found equal and what differs is found to differ, whichever servers hold it: {@code pitfalls.txt}. */
class PitfallsTest {
    private static final String LATIN = "ENCODING 'LATIN1' LOCALE 'C'";

    private static final List<Choice> FAST = List.of(Choice.ALL);

    /** SHA-256 promises the same in every case. */
    private static final List<Choice> BOTH = List.of(Choice.ALL, Comparing.STRONG);

    @TestFactory
    Stream<DynamicContainer> on_one_version() {
        return each(new Both<>(of(18, ""), of(18, "")), BOTH);
    }

    @TestFactory
    Stream<DynamicContainer> on_14_and_18() {
        return each(new Both<>(of(14, ""), of(18, "")), BOTH);
    }

    @TestFactory
    Stream<DynamicContainer> on_17_and_15() {
        return each(new Both<>(of(17, ""), of(15, "")), FAST);
    }

    @TestFactory
    Stream<DynamicContainer> where_servers_keep_text_in_different_encodings() {
        return each(new Both<>(of(16, LATIN), of(18, "")), BOTH);
    }

    private static TestDatabase of(int version, String options) {
        return OlderPostgres.of(version).create(options);
    }

    private static Stream<DynamicContainer> each(Both<TestDatabase> worlds, List<Choice> choices) {
        Pitfall.make(worlds);
        return choices.stream()
                .map(choice -> dynamicContainer(
                        choice.strong() ? "by SHA-256" : "by the chain", tests(Comparing.verdicts(worlds, choice))));
    }

    private static Stream<DynamicTest> tests(Map<String, Verdict> found) {
        return Pitfall.ALL.stream()
                .map(pitfall -> dynamicTest(
                        pitfall.name(),
                        () -> assertThat(found.get(pitfall.name() + ".t"))
                                .as(pitfall.text())
                                .isEqualTo(pitfall.verdict())));
    }
}
