package dev.restamp.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import dev.restamp.core.stamp.Receipt;
import dev.restamp.shell.command.ShellCommand;
import dev.restamp.shell.command.Usage;
import dev.restamp.shell.script.Recorder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecorderTest {
    private static final List<Usage> USAGES =
            TestShell.commands().stream().map(ShellCommand::usage).toList();

    @TempDir
    private Path folder;

    @Test
    void what_is_typed_becomes_a_script_that_can_be_run() throws IOException {
        var receipts = new ReceiptStore(folder.resolve("receipts"));
        var recorder = new Recorder(TestShell.session(folder), receipts, () -> USAGES);
        var file = folder.resolve("tonight.restamp");
        recorder.start(file);
        assertThat(recorder.unfinished()).isPresent();
        recorder.ran(List.of("status"), Exit.FINDING);
        recorder.ran(List.of("stauts"), Exit.USAGE);
        recorder.ran(List.of("connect", "postgresql://jo:c4nary-word@db/shop"), Exit.OK);
        recorder.ran(List.of("@stage", "current"), Exit.OK);
        recorder.ran(List.of("show", "a b"), Exit.PROJECT);
        receipts.keep(receipt());
        recorder.ran(List.of("stamp", "head", "--remove", "dead00000001"), Exit.OK);
        recorder.ran(List.of("undo"), Exit.REFUSED);
        recorder.ran(List.of("quit"), Exit.OK);
        var recorded = recorder.stop();

        assertThat(recorder.unfinished()).isEmpty();
        assertThat(recorded.lines()).isEqualTo(5);
        assertThat(Files.readString(file)).isEqualTo("""
                #!/usr/bin/env -S restamp run
                # recorded with restamp %s, 2026-11-22T03:12:44Z
                expect 1 status
                @stage current
                expect 4 show 'a b'
                require set database "the name of the database, to confirm what is written"
                stamp bbbb00000002 --remove dead00000001 --expect aaaa00000001,dead00000001 --confirm ${database}
                expect 5 undo
                """.formatted(Version.TEXT));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void nothing_is_overwritten_and_nothing_recorded_twice() throws IOException {
        var recorder =
                new Recorder(TestShell.session(folder), new ReceiptStore(folder.resolve("receipts")), () -> USAGES);
        var file = Files.writeString(folder.resolve("mine.restamp"), "heads\n");
        assertThatThrownBy(() -> recorder.start(file)).isInstanceOf(Problem.class);
        assertThatThrownBy(recorder::stop).isInstanceOf(Problem.class);
        recorder.start(folder.resolve("other.restamp"));
        assertThatThrownBy(() -> recorder.start(folder.resolve("third.restamp")))
                .isInstanceOf(Problem.class);
        assertThat(Files.readString(file)).isEqualTo("heads\n");
    }

    private static Receipt receipt() {
        return new Receipt(
                "r-20261122-031244",
                TestShell.CLOCK.instant(),
                "1.0.0",
                "jo@db:5432/shop",
                "shop",
                "1",
                "public.alembic_version",
                List.of("aaaa00000001", "dead00000001"),
                List.of("bbbb00000002"),
                List.of(),
                "877",
                List.of(),
                "",
                "",
                "");
    }
}
