package dev.restamp.shell.command;

import dev.restamp.shell.ReceiptStore;
import dev.restamp.shell.Session;
import dev.restamp.shell.lesson.Learning;
import dev.restamp.shell.script.Recorder;
import dev.restamp.shell.snapshot.SnapshotStore;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Every command. A new one is added here and nowhere else: the parser, completion, help and the pages follow. */
public final class Commands {
    private Commands() {}

    /**
     * @param runner runs other commands from within a command
     * @param leave what {@code quit} does
     */
    public static List<ShellCommand> all(Session session, ReceiptStore receipts, CommandRunner runner, Runnable leave) {
        var commands = new ArrayList<ShellCommand>();
        Supplier<List<Usage>> usages =
                () -> commands.stream().map(ShellCommand::usage).toList();
        var snapshots = new SnapshotStore(() -> session.state().snapshots());
        var recorder = new Recorder(session, receipts, usages);
        commands.addAll(List.of(
                new ConnectCommand(session),
                new ConnectionsCommand(session),
                new UseCommand(session),
                new ReconnectCommand(session),
                new DisconnectCommand(session),
                new ProfileCommand(session),
                new ProjectCommand(session),
                new StatusCommand(session),
                new CurrentCommand(session),
                new HeadsCommand(session),
                new HistoryCommand(session),
                new ShowCommand(session),
                new BranchesCommand(session),
                new DiagnoseCommand(session),
                new EvidenceCommand(session),
                new DiffCommand(session, snapshots),
                new SnapshotCommand(session, snapshots),
                new TablesCommand(session),
                new DescribeCommand(session),
                new CountsCommand(session, snapshots),
                new VerifyCommand(session, snapshots),
                new WhoCommand(session),
                new SqlCommand(session),
                new ExplainCommand(session, System.in),
                new StampCommand(session, receipts),
                new UndoCommand(session, receipts),
                new UpgradeCommand(session),
                new ReceiptsCommand(receipts),
                new LearnCommand(session, new Learning(session, runner, recorder, usages)),
                new PracticeCommand(session),
                new WatchCommand(session, runner),
                new RunCommand(session, runner, usages),
                new ScriptCommand(session, recorder, usages),
                new NoteCommand(session),
                new ReportCommand(session),
                new TranscriptCommand(session),
                new SetCommand(session),
                new RecallCommand(session),
                new GlossaryCommand(),
                new ClearCommand(session),
                new VersionCommand(),
                new QuitCommand(leave)));
        commands.add(new HelpCommand(usages));
        return List.copyOf(commands);
    }
}
