package dev.restamp.tracker.alembic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** One file with every turn of ConfigParser's dialect; {@code here} is {@code /shop}. */
class IniFileTest {
    private static final IniFile FILE = IniFile.parse("""
            # a comment
            [DEFAULT]
            root = %(here)s/db
            [alembic]
            Script_Location: %(ROOT)s/scripts   # not a comment
            version_locations =
                a
                ; a comment inside
                b

            url = postgresql://u:p%ss@h/d
            escaped = 100%%
            loop = %(loop)s
            [other]
            url = x
            """);

    @Test
    void keys_are_found_in_any_case_and_after_a_colon() {
        assertThat(get("script_location")).contains("/shop/db/scripts   # not a comment");
    }

    @Test
    void a_value_goes_on_on_indented_lines() {
        assertThat(get("version_locations")).contains("a\nb");
    }

    @Test
    void what_is_not_there_is_empty() {
        assertThat(get("absent")).isEmpty();
        assertThat(FILE.get("nowhere", "url", "/shop")).isEmpty();
    }

    @Test
    void a_default_is_inherited_by_every_section() {
        assertThat(FILE.get("other", "root", "/shop")).contains("/shop/db");
    }

    @Test
    void a_percent_sign_is_escaped_by_another() {
        assertThat(get("escaped")).contains("100%");
    }

    @Test
    void a_single_percent_sign_fails_only_where_it_is_read() {
        assertThatIllegalArgumentException().isThrownBy(() -> get("url")).withMessageContaining("a single %");
    }

    @Test
    void a_value_may_not_refer_to_itself() {
        assertThatIllegalArgumentException().isThrownBy(() -> get("loop")).withMessageContaining("refers to itself");
    }

    private static Optional<String> get(String key) {
        return FILE.get("alembic", key, "/shop");
    }
}
