package dev.restamp.core.restore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RightsTest {
    @Test
    void some_objects_are_named_five_in_the_evidence_and_all_in_the_fix() {
        var lacking =
                new Rights("app", "s", "TABLE", "SELECT", 43, List.of("a", "b", "c", "d", "e", "f", "g")).leftover();
        assertThat(lacking.object()).isEqualTo("s");
        assertThat(lacking.evidence()).isEqualTo("app has no SELECT on 7 of 43 tables: a, b, c, d, e and 2 more");
        assertThat(lacking.fix()).containsExactly("GRANT SELECT ON TABLE a, b, c, d, e, f, g TO app;");
    }

    @Test
    void all_objects_of_a_schema_are_granted_at_once() {
        assertThat(new Rights("app", "s", "SEQUENCE", "USAGE", 2, List.of("a", "b"))
                        .leftover()
                        .fix())
                .containsExactly("GRANT USAGE ON ALL SEQUENCES IN SCHEMA s TO app;");
    }

    @Test
    void a_schema_and_a_database_are_one() {
        var schema = new Rights("app", "s", "SCHEMA", "USAGE", 1, List.of("s")).leftover();
        assertThat(schema.evidence()).isEqualTo("app has no USAGE on the schema");
        assertThat(schema.fix()).containsExactly("GRANT USAGE ON SCHEMA s TO app;");
        var database = new Rights("app", "", "DATABASE", "CONNECT", 1, List.of("shop")).leftover();
        assertThat(database.object()).isEqualTo("shop");
        assertThat(database.fix()).containsExactly("GRANT CONNECT ON DATABASE shop TO app;");
    }
}
