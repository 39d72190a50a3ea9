package dev.restamp.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restamp.core.Exit;
import dev.restamp.shell.render.Canvas;
import dev.restamp.shell.render.OutputFormat.Envelope;
import dev.restamp.shell.render.OutputFormats;
import dev.restamp.shell.render.Report;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class RedactorTest {
    @ParameterizedTest
    @CsvSource(delimiterString = " => ", quoteCharacter = '~', textBlock = """
                    postgresql://jo:hunter2@db1/shop => postgresql://jo:***@db1/shop
                    postgres://jo:hunter2@db1:5432/shop?sslmode=require => postgres://jo:***@db1:5432/shop?sslmode=require
                    postgresql+asyncpg://jo:hunter2@db1/shop => postgresql+asyncpg://jo:***@db1/shop
                    https://jo:hunter2@example.org/x => https://jo:***@example.org/x
                    postgresql://:hunter2@db1/shop => postgresql://:***@db1/shop
                    postgresql://jo:@db1/shop => postgresql://jo:***@db1/shop
                    postgresql://jo:hun@ter2@db1/shop => postgresql://jo:***@db1/shop
                    postgresql://jo:hun/ter:2@db1/shop => postgresql://jo:***@db1/shop
                    postgresql://jo:hun"ter2@db1/shop => postgresql://jo:***@db1/shop
                    postgresql://jo:hun\\ter2@db1/shop => postgresql://jo:***@db1/shop
                    postgresql://jo:12345/67@db1/shop => postgresql://jo:***@db1/shop
                    postgresql://jo@corp:hunter2@db1/shop => postgresql://jo@corp:***@db1/shop
                    postgresql://jo:hunter2@[::1]:5432/shop => postgresql://jo:***@[::1]:5432/shop
                    postgresql://a:one1@db1/x and postgresql://b:two2@db2/y => postgresql://a:***@db1/x and postgresql://b:***@db2/y
                    jdbc:postgresql://db1/shop?user=jo&password=hunter2&ssl=true => jdbc:postgresql://db1/shop?user=jo&password=***&ssl=true
                    """)
    void the_password_of_a_url_is_taken_out_and_nothing_else(String text, String clean) {
        assertThat(new Redactor().redact(text)).isEqualTo(clean);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " => ", quoteCharacter = '~', textBlock = """
                    host=db1 password=hunter2 user=jo => host=db1 password=*** user=jo
                    host=db1 password='hunter 2' user=jo => host=db1 password=*** user=jo
                    password = 'hunter 2' => password = ***
                    password="hunter 2" => password=***
                    PGPASSWORD=hunter2 psql => PGPASSWORD=*** psql
                    export DB_PASSWD="hunter2" => export DB_PASSWD=***
                    pwd=hun'ter2 x => pwd=*** x
                    sslpassword=a,b)c => sslpassword=***
                    CREATE ROLE jo LOGIN PASSWORD 'hunter2' => CREATE ROLE jo LOGIN PASSWORD ***
                    ALTER ROLE jo ENCRYPTED PASSWORD 'it''s' VALID => ALTER ROLE jo ENCRYPTED PASSWORD *** VALID
                    """)
    void the_value_of_a_password_is_taken_out_and_nothing_else(String text, String clean) {
        assertThat(new Redactor().redact(text)).isEqualTo(clean);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "add password_reset table",
                "password_resets  13 columns",
                "password = optional",
                "make password = NULL the default of users",
                "password needed for shop_app@db1.internal:5432/shop and this is not a terminal",
                "password authentication failed for user \"jo\"",
                "users.password: text, not varchar(60)",
                "pwd column dropped",
                "postgresql://db1.internal:5432/shop",
                "postgresql://jo@db1.internal:5432/shop",
                "postgresql://jo@db1:5432/shop?application_name=me@example.org",
                "postgresql://jo@[::1]:5432/shop",
                "jo@example.org wrote: see https://example.org:8080/docs",
                "see https://example.org/a@b, or mail jo@example.org",
                "Create Date: 2026-07-07 10:11:12, by jo@example.org",
                "a = b, c == d, x => y",
                "",
            })
    void prose_names_addresses_and_urls_without_a_password_stay(String text) {
        assertThat(new Redactor().redact(text)).isEqualTo(text);
    }

    @Test
    void what_was_learned_is_taken_out_wherever_it_stands() {
        var redactor = new Redactor();
        redactor.learn("s3cr$t");
        assertThat(redactor.redact("FATAL: s3cr$t; xs3cr$tx")).isEqualTo("FATAL: ***; x***x");
    }

    @Test
    void of_two_secrets_in_one_another_the_longer_goes_first() {
        var redactor = new Redactor();
        redactor.learn("hunter");
        redactor.learn("hunter2secret");
        redactor.learn("secret");
        assertThat(redactor.redact("hunter2secret")).isEqualTo("***");
    }

    @Test
    void a_secret_is_found_as_json_writes_it_too() {
        var redactor = new Redactor();
        redactor.learn("a\"b\\c");
        assertThat(redactor.redact("{\"x\":\"a\\\"b\\\\c\"}")).isEqualTo("{\"x\":\"***\"}");
    }

    @Test
    void a_very_short_secret_does_not_blot_out_the_screen() {
        var redactor = new Redactor();
        redactor.learn("");
        redactor.learn("abc");
        assertThat(redactor.redact("abcdef")).isEqualTo("abcdef");
    }

    /** The gap in the name would tell the password; in the URL it still is one. */
    @Test
    void a_password_that_is_a_name_on_the_screen_hides_no_name() {
        var redactor = new Redactor();
        redactor.learn("shop");
        redactor.spare("shop");
        assertThat(redactor.redact("shop@db1/shop")).isEqualTo("shop@db1/shop");
        assertThat(redactor.redact("postgresql://shop:shop@db1/shop")).isEqualTo("postgresql://shop:***@db1/shop");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgresql://jo:hunter2@db1/shop",
                "postgresql://jo:hunter2\"x@db1/shop",
                "password=hunter2",
                "password=hunter2\"x",
                "password=\"hunter2 x\"",
                "password='hunter2",
                "PASSWORD 'hunter2'",
                "password=hunter2\\",
                "https://example.org:8080/x",
                "set password=",
                "password='",
                "PASSWORD '",
            })
    void json_stays_json_and_keeps_its_other_members(String hostile) {
        var report = Report.builder()
                .json("a", hostile)
                .json("b", "jo@example.org")
                .json("c", "it's")
                .build(Exit.OK);
        var printed = OutputFormats.JSON.print(report, new Envelope("x", "1", "now"), new Canvas(80, false, false));
        var clean = new JsonMapper().readTree(new Redactor().redact(printed));
        assertThat(clean.path("a").asString()).doesNotContain("hunter2");
        assertThat(clean.path("b").asString()).isEqualTo("jo@example.org");
        assertThat(clean.path("c").asString()).isEqualTo("it's");
        assertThat(clean.path("next").isArray()).isTrue();
    }

    @Test
    void a_long_text_without_a_blank_is_no_trouble() {
        var text = "://jo:" + "x".repeat(200_000) + "://jo:" + "password=".repeat(10_000);
        assertThat(new Redactor().redact(text)).startsWith("://jo:xxx");
    }

    @Test
    void what_is_taken_out_is_counted_once() {
        var redactor = new Redactor();
        redactor.learn("hunter2");
        var removed = new int[1];
        var clean = redactor.redact(
                "hunter2 postgresql://jo:pw1@db1/x password=pw2 PASSWORD 'pw3' hunter2", () -> removed[0]++);
        assertThat(removed[0]).isEqualTo(5);
        assertThat(redactor.redact(clean, () -> removed[0]++)).isEqualTo(clean);
        assertThat(removed[0]).isEqualTo(5);
    }
}
