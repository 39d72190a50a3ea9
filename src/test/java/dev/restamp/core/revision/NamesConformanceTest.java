package dev.restamp.core.revision;

import static org.assertj.core.api.SoftAssertions.assertSoftly;

import dev.restamp.core.revision.MapCase.Query;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every form of identifier means what it means to {@code alembic show}. */
class NamesConformanceTest {
    @ParameterizedTest(name = "{0}")
    @MethodSource
    void names_resolve_as_in_alembic(MapCase map) {
        assertSoftly(softly -> map.queries("resolve").forEach(query -> {
            var identifier = query.argument("id");
            var answer = Answer.of(() -> query.hasRows()
                    ? map.on(query).show(identifier)
                    : map.on(query).resolve(identifier));
            if (map.failsToLoad()) {
                checkDamaged(softly, map, query, answer);
            } else {
                softly.assertThat(answer).as("%s", query).isEqualTo(expected(map, query));
                checkNamed(softly, map, query, answer);
                checkShown(softly, map, query, answer);
            }
        }));
    }

    static Stream<MapCase> names_resolve_as_in_alembic() {
        return MapCase.asking("resolve");
    }

    /** What {@code show} takes beyond Alembic: counted from a revision or the rows. Everything else stays as it is. */
    private static void checkNamed(SoftAssertions softly, MapCase map, Query query, Answer answer) {
        var identifier = query.argument("id");
        var named = Answer.of(() -> map.on(query).named(identifier));
        if (named.equals(answer) || (answer instanceof Answer.Revisions && !query.hasRows())) {
            return;
        }
        softly.assertThat(answer).as("%s", query).isInstanceOf(Answer.Refused.class);
        softly.assertThat(Identifier.Relative.parse(identifier)).as("%s", query).isPresent();
    }

    private static Answer expected(MapCase map, Query query) {
        if (query.crashed()) {
            // Alembic asserts that an identifier is not empty: "@", "rev@".
            return new Answer.Refused(Reason.UNKNOWN);
        }
        if (map.hasPhantoms() && Set.of("head", "heads").contains(query.argument("id"))) {
            return Answer.ids(map.graph(), map.graph().realHeads());
        }
        if (query.error().isPresent()) {
            return new Answer.Refused(Reason.of(query.error().get()));
        }
        if (map.hasReservedNames() && query.hasRows()) {
            // Alembic reads a row as if it were typed. A row is an id, even that of a revision called "head".
            return Answer.ids(map.graph(), query.rows());
        }
        if (query.argument("id").equals("base@base") && !map.hasReservedNames()) {
            // Alembic never looks at the label before @base. A misspelt one must not pass for "everything".
            return new Answer.Refused(Reason.UNKNOWN);
        }
        if (query.expected().has("show_crashes")) {
            // At base or below it Alembic answers the string "base" or null, and dies when it prints that.
            return new Answer.Refused(Reason.TOO_FAR);
        }
        return Answer.ids(map.graph(), MapCase.strings(query.expected().get("revisions")));
    }

    private static void checkShown(SoftAssertions softly, MapCase map, Query query, Answer answer) {
        if (query.expected().has("show") && !map.hasPhantoms() && answer instanceof Answer.Revisions(var revisions)) {
            var text = RevisionText.of(map.graph());
            softly.assertThat(revisions.stream()
                            .flatMap(revision -> text.block(revision, false).stream())
                            .toList())
                    .as("%s", query)
                    .isEqualTo(MapCase.strings(query.expected().get("show")));
        }
    }

    /** Alembic answers nothing about revisions it cannot load. Restamp finds every id that is typed in full. */
    private static void checkDamaged(SoftAssertions softly, MapCase map, Query query, Answer answer) {
        map.graph()
                .get(query.argument("id"))
                .ifPresent(revision ->
                        softly.assertThat(answer).as("%s", query).isEqualTo(new Answer.Revisions(List.of(revision))));
    }
}
