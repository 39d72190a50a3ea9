package dev.restamp.shell.command;

import dev.restamp.core.revision.Revision;
import dev.restamp.core.revision.RevisionGraph;
import dev.restamp.core.revision.RevisionQuery;
import dev.restamp.core.revision.RowChange;
import dev.restamp.core.revision.StampStep;
import dev.restamp.core.revision.TableForm;
import dev.restamp.core.stamp.Proof;
import dev.restamp.core.stamp.StampPlan;
import dev.restamp.postgres.VersionSql;
import dev.restamp.shell.Inspection;
import dev.restamp.shell.render.Block;
import dev.restamp.shell.render.Block.Field;
import dev.restamp.shell.render.Style;
import dev.restamp.shell.render.Text;
import dev.restamp.tracker.ToolWords;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A stamp plan as it is shown before the question. */
final class StampText {
    /** So many rows are shown of a log, and so many statements. */
    private static final int FEW = 12;

    private static final int SHOWN = 3;
    private static final int LONG = 90;

    private final Inspection inspection;
    private final StampPlan plan;
    private final List<String> targets;
    private final RevisionGraph graph;
    private final ToolWords words;
    private final TableForm form;

    /** @param targets as typed */
    StampText(Inspection inspection, StampPlan plan, List<String> targets) {
        this.inspection = inspection;
        this.plan = plan;
        this.targets = targets;
        this.graph = inspection.project().graph();
        this.words = inspection.project().words();
        this.form = inspection.versionTable().form();
    }

    List<Block> plan() {
        var blocks = new ArrayList<Block>();
        blocks.add(new Block.Line(Text.of("PLAN", Style.STRONG).and("   nothing has been written")));
        blocks.add(new Block.Line(Text.EMPTY));
        blocks.add(new Block.Fields(fields()));
        blocks.add(new Block.Line(Text.EMPTY));
        blocks.add(new Block.Line(
                Text.of("PROOF", Style.STRONG).and("  checked now, and again inside the write, under the lock")));
        for (var i = 0; i < plan.proofs().size(); i++) {
            blocks.add(proof(i + 1, plan.proofs().get(i)));
        }
        blocks.add(new Block.Line(Text.EMPTY));
        blocks.add(new Block.Line(Text.of("WRITE", Style.STRONG).and("  each statement must change exactly 1 row")));
        blocks.addAll(statements());
        blocks.add(new Block.Line(Text.of("UNDO", Style.STRONG)
                .and("   puts " + rows(plan.before().ids()) + " back, if the row still is " + rows(plan.after()))));
        blocks.add(new Block.Line(Text.EMPTY));
        return blocks;
    }

    /** Those of a log are long, and there may be hundreds: the first of them, and not the whole of each. */
    private List<Block> statements() {
        var statements = sql(plan);
        if (!graph.isLog()) {
            return statements.stream().map(StampText::statement).toList();
        }
        var blocks = new ArrayList<Block>();
        statements.stream()
                .limit(SHOWN)
                .map(sql -> sql.length() > LONG ? sql.substring(0, LONG) + "…" : sql)
                .map(StampText::statement)
                .forEach(blocks::add);
        var more = statements.size() - SHOWN;
        blocks.add(new Block.Line(Text.of(
                "  " + (more > 0 ? "… and " + more + " more; " : "") + "--sql prints them whole", Style.FAINT)));
        return blocks;
    }

    private static Block statement(String sql) {
        return new Block.Line(Text.of("  " + sql));
    }

    /** Rows as a set: {@code {a, b}}. */
    String rows(List<String> ids) {
        return "{" + String.join(", ", ids) + "}";
    }

    /** Why it is not proved, in one line. */
    String unproved() {
        return plan.proofs().stream()
                .filter(proof -> !proof.holds())
                .map(proof -> proof.detail().isEmpty() ? proof.text() : proof.detail())
                .collect(Collectors.joining(", "));
    }

    /** The statements as they will be run. */
    static List<String> sql(StampPlan plan) {
        var table = plan.before().table();
        var statements = new ArrayList<String>();
        plan.creates().forEach(statement -> statements.add(statement + ";"));
        var sql = VersionSql.shown(table, plan.before().ids());
        plan.steps().forEach(step -> statements.add(sql.of(step) + ";"));
        return statements;
    }

    /** The same to be run by somebody else, all or nothing. */
    static List<String> script(StampPlan plan) {
        var lines = new ArrayList<String>();
        lines.add("-- each INSERT, UPDATE and DELETE must change exactly 1 row");
        lines.add("BEGIN;");
        lines.addAll(sql(plan));
        lines.add("COMMIT;");
        return lines;
    }

    private List<Field> fields() {
        var connection = inspection.connection();
        var server = connection.database().server();
        var fields = new ArrayList<Field>();
        fields.add(new Field(
                "where",
                Text.of(connection.name() + " = " + connection.database().url().display()),
                "PostgreSQL " + server.version()
                        + server.systemIdentifier().map(id -> ", system " + id).orElse("")));
        fields.add(new Field(
                "table",
                Text.of(plan.before().table()),
                "your rights: " + inspection.table().rights()));
        change(fields);
        means(fields);
        fields.add(new Field("after", after(), ""));
        AlembicWords.of(plan, targets)
                .forEach(sentence -> fields.add(new Field("differs", Text.of(sentence, Style.WARN), "")));
        return fields;
    }

    private void change(List<Field> fields) {
        if (graph.isLog()) {
            rowChanges(fields);
            return;
        }
        var label = "change";
        for (var id : plan.before().ids()) {
            if (!plan.after().contains(id)) {
                fields.add(new Field(label, Text.of("- ", Style.BAD).and(RevisionWords.line(graph, id)), ""));
                label = "";
            }
        }
        for (var id : plan.after()) {
            var stays = plan.before().ids().contains(id);
            fields.add(new Field(
                    label,
                    Text.of(stays ? "  " : "+ ", Style.GOOD).and(RevisionWords.line(graph, id)),
                    stays ? "stays" : ""));
            label = "";
        }
    }

    /** Of a log the rows that change; those that stay are too many to be read. */
    private void rowChanges(List<Field> fields) {
        var changes = plan.steps().stream()
                .filter(StampStep.Row.class::isInstance)
                .map(step -> ((StampStep.Row) step).change())
                .toList();
        var label = "change";
        for (var change : changes.subList(0, Math.min(changes.size(), FEW))) {
            fields.add(new Field(label, rowChange(change), ""));
            label = "";
        }
        if (changes.size() > FEW) {
            fields.add(new Field("", Text.of("  … and " + (changes.size() - FEW) + " more rows"), ""));
        }
        var stay = plan.before().rows().size()
                - changes.stream().filter(one -> one.from().isPresent()).count();
        fields.add(new Field("", Text.of("  " + stay + " rows stay as they are", Style.FAINT), ""));
    }

    private Text rowChange(RowChange change) {
        var row = change.to().or(change::from).orElseThrow();
        var line = RevisionWords.line(graph, form.about(row));
        if (change.from().isEmpty()) {
            return Text.of("+ ", Style.GOOD).and(line);
        }
        return change.to().isEmpty()
                ? Text.of("- ", Style.BAD).and(line)
                : Text.of("~ ", Style.WARN).and(line);
    }

    private void means(List<Field> fields) {
        if (!plan.believed().isEmpty()) {
            fields.add(new Field("means", Text.of(many(plan.believed()) + " will be believed without being run:"), ""));
            plan.believed().forEach(one -> fields.add(new Field("", Text.of("  " + named(one)), "")));
        }
        if (!plan.forgotten().isEmpty()) {
            fields.add(new Field("means", Text.of(many(plan.forgotten()) + " will no longer be believed:"), ""));
            plan.forgotten().forEach(one -> fields.add(new Field("", Text.of("  " + named(one)), "")));
        }
    }

    private Text after() {
        if (plan.obstacle().isPresent()) {
            var why = plan.obstacle().get().replaceFirst("; .*", "");
            return Text.of(words.upgrade(graph.heads().size()) + " will not start: " + why + removal(), Style.BAD);
        }
        var upgrade = words.upgrade(graph.heads().size());
        if (plan.remaining().isEmpty()) {
            return Text.of(upgrade + " will have nothing to run");
        }
        var first = plan.remaining().stream().limit(5).map(Revision::id).collect(Collectors.joining(", "));
        return Text.of(upgrade + " will run " + many(plan.remaining()) + ": " + first
                + (plan.remaining().size() > 5 ? ", …" : ""));
    }

    private String removal() {
        var unknown = RevisionQuery.of(graph, plan.after()).unknownRows();
        return unknown.isEmpty() ? "" : "; add --remove " + RevisionWords.value(unknown);
    }

    private String many(List<Revision> revisions) {
        return words.revisions(revisions.size());
    }

    private static String named(Revision revision) {
        return revision.id() + "  " + RevisionWords.message(revision);
    }

    private static Block proof(int number, Proof proof) {
        var mark = switch (proof.outcome()) {
            case HOLDS -> Text.of("  ✓", Style.GOOD);
            case FAILS -> Text.of("  ✗", Style.BAD);
            case NOTHING_TO_PROVE -> Text.of("  –");
            case NOT_READABLE -> Text.of("  ?", Style.WARN);
        };
        return new Block.Noted(mark.and("  p" + number + "  " + proof.text()), proof.detail());
    }
}
