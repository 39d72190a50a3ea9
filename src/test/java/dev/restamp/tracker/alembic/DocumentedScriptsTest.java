package dev.restamp.tracker.alembic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restamp.core.evidence.Effect;
import dev.restamp.tracker.EffectText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples of {@code docs/scripts.md} do what the page says. */
class DocumentedScriptsTest {
    private static final Pattern EXAMPLE = Pattern.compile("(?s)```python\n(.*?)```");

    @TempDir
    Path project;

    @Test
    void a_question_is_kept() throws IOException {
        assertThat(EffectText.of(effects(example(0))))
                .containsExactly(
                        "create table orders, if absent",
                        "create column orders.id integer not null default nextval('orders_id_seq'::regclass), if absent",
                        "create constraint orders.orders_pkey primary key [id] (unnamed), if absent",
                        "create sequence orders_id_seq, if absent",
                        "drop column orders.note, if present");
    }

    @Test
    void a_condition_that_the_schema_does_not_answer_is_a_doubt() throws IOException {
        assertThat(effects("import os\ndef upgrade():\n" + example(1)))
                .isNotEmpty()
                .allSatisfy(effect -> assertThat(effect.doubt()).isPresent());
    }

    private List<Effect> effects(String script) throws IOException {
        var versions = Files.createDirectories(project.resolve("migrations/versions"));
        Files.writeString(project.resolve("alembic.ini"), "[alembic]\nscript_location = %(here)s/migrations\n");
        Files.writeString(versions.resolve("a.py"), """
                from alembic import op
                import sqlalchemy as sa
                revision = "a"
                down_revision = None
                """ + script);
        return new AlembicTracker().open(project).effects("public").getOrDefault("a", List.of());
    }

    private static String example(int number) throws IOException {
        return EXAMPLE.matcher(Files.readString(Path.of("docs/scripts.md")))
                .results()
                .map(found -> found.group(1))
                .toList()
                .get(number);
    }
}
