package dev.restamp.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restamp.core.stamp.Receipt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiptStoreTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00.123456Z");

    @TempDir
    private Path home;

    @Test
    void there_are_none_before_the_first() {
        assertThat(store().all()).isEmpty();
    }

    @Test
    void what_was_kept_is_read_back_whole() {
        var receipt = receipt("r-1", NOON);
        store().keep(receipt);
        assertThat(store().all()).containsExactly(receipt);
    }

    @Test
    void the_newest_comes_first_whatever_they_are_called() {
        store().keep(receipt("r-b", NOON.plusMillis(1)));
        store().keep(receipt("r-c", NOON));
        store().keep(receipt("r-a", NOON.plusMillis(2)));
        assertThat(store().all()).extracting(Receipt::id).containsExactly("r-a", "r-b", "r-c");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "{\"id\":\"r-2\"}", "{\"id\":7}", "\u0000"})
    void a_broken_one_is_left_out_and_hides_no_other(String content) throws IOException {
        store().keep(receipt("r-1", NOON));
        Files.writeString(folder().resolve("r-2.json"), content);
        assertThat(store().all()).extracting(Receipt::id).containsExactly("r-1");
    }

    @Test
    void one_that_lacks_a_member_is_broken_and_one_with_more_is_not() throws IOException {
        var file = store().keep(receipt("r-1", NOON));
        var text = Files.readString(file);
        Files.writeString(folder().resolve("lacks.json"), text.replaceFirst("\"transaction\"", "\"other\""));
        assertThat(store().all()).hasSize(1);
        Files.writeString(folder().resolve("more.json"), text.replaceFirst("\\{", "{\"added\":true,"));
        assertThat(store().all()).hasSize(2);
    }

    @Test
    void one_from_before_there_were_scripts_was_written_by_a_person() throws IOException {
        var file = store().keep(receipt("r-1", NOON));
        var text = Files.readString(file);
        assertThat(text).contains("\"script\" : \"x.restamp sha256:");
        Files.writeString(file, text.replaceFirst(",\\s*\"script\" : \"[^\"]*\"", ""));
        assertThat(store().all())
                .singleElement()
                .satisfies(old -> assertThat(old.script()).isEmpty());
    }

    @Test
    void other_files_are_no_receipts() throws IOException {
        var file = store().keep(receipt("r-1", NOON));
        Files.copy(file, folder().resolve("r-1.json.bak"));
        assertThat(store().all()).hasSize(1);
    }

    @Test
    void they_are_for_the_user_alone() throws IOException {
        var file = store().keep(receipt("r-1", NOON));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder())))
                .isEqualTo("rwx------");
    }

    private Path folder() {
        return home.resolve("receipts");
    }

    private ReceiptStore store() {
        return new ReceiptStore(folder());
    }

    private static Receipt receipt(String id, Instant at) {
        return new Receipt(
                id,
                at,
                "1.0.0",
                "jo@db1:5432/shop",
                "shop",
                "7710879488491200765",
                "public.alembic_version",
                List.of("3c4d5e6f7081"),
                List.of(),
                List.of(),
                "4711",
                List.of("HOLDS  the row is {3c4d5e6f7081}", "HOLDS  \"quoted\" \u001b[2J"),
                "",
                "r-0",
                "x.restamp sha256:e3b0c44298fc");
    }
}
