package dev.restamp.shell.render;

import dev.restamp.core.Exit;
import dev.restamp.shell.render.Block.Bullets;
import dev.restamp.shell.render.Block.Caption;
import dev.restamp.shell.render.Block.Code;
import dev.restamp.shell.render.Block.Field;
import dev.restamp.shell.render.Block.Fields;
import dev.restamp.shell.render.Block.Graph;
import dev.restamp.shell.render.Block.Grid;
import dev.restamp.shell.render.Block.Head;
import dev.restamp.shell.render.Block.Heading;
import dev.restamp.shell.render.Block.Mark;
import dev.restamp.shell.render.Block.Node;
import dev.restamp.shell.render.Block.Paragraph;
import dev.restamp.shell.render.Block.Values;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Reports like those of the commands, every kind of block among them. The story: a shop restored from a dump, its version
 * row two revisions behind its schema, its head one above.
 */
final class SampleReports {
    /** By the name of the command they are like. */
    static final Map<String, Report> ALL = new TreeMap<>(Map.of(
            "status",
            status(),
            "diagnose",
            diagnosis(),
            "counts",
            counts(),
            "stamp",
            plan(),
            "history",
            PracticeHistory.report(),
            "report",
            page(),
            "hostile",
            hostile()));

    private SampleReports() {}

    private static Report status() {
        return Report.builder()
                .noted(Text.of("DRIFT  ", Style.BAD).and("the version row is behind the schema"), "VD101")
                .gap()
                .block(new Fields(List.of(
                        new Field(
                                "row",
                                Text.of("3c4d5e6f7081", Style.STRONG).and(" (branchpoint)  add orders.status"),
                                "public.alembic_version, 1 row"),
                        new Field(
                                "schema",
                                Text.of("6f708192a3b4", Style.STRONG)
                                        .and(" (mergepoint)  merge invoices and audit_log"),
                                "5 present, 1 absent, 0 against"),
                        new Field(
                                "project",
                                Text.of("708192a3b4c5", Style.STRONG).and(" (head)  index orders.user_id"),
                                "./migrations"))))
                .gap()
                .block(new Fields(List.of(
                        new Field(
                                "alembic upgrade head",
                                Text.of("would fail:  ", Style.BAD)
                                        .and("3c4d5e6f7081 -> 5e6f708192a3  DuplicateTable \"audit_log\""),
                                ""),
                        new Field(
                                "alembic stamp head",
                                Text.of("would hide:  ", Style.WARN)
                                        .and("index ix_orders_user_id would never be created"),
                                ""))))
                .json("row", List.of("3c4d5e6f7081"))
                .json("schema", Json.object("fits", List.of("6f708192a3b4"), "present", 5, "absent", 1))
                .json(
                        "findings",
                        List.of(Json.object("code", "VD101", "severity", "error", "revision", "3c4d5e6f7081")))
                .next(
                        Next.reads("diagnose", "the evidence, revision by revision"),
                        Next.writes("stamp 6f708192a3b4", "plan the repair (writes nothing until you confirm)"))
                .build(Exit.FINDING);
    }

    static Report diagnosis() {
        var heads = List.of(
                Head.left("revision"), Head.left("row"), Head.left("schema"), Head.left("what the database shows"));
        var nodes = List.of(
                new Node(
                        "708192a3b4c5",
                        List.of("6f708192a3b4"),
                        Set.of(Mark.HEAD),
                        Caption.of("708192a3b4c5", "index orders.user_id"),
                        evidence(
                                "708192a3b4c5 (head) index orders.user_id",
                                "·",
                                "✗",
                                "index ix_orders_user_id  ABSENT")),
                new Node(
                        "6f708192a3b4",
                        List.of("4d5e6f708192", "5e6f708192a3"),
                        Set.of(Mark.MERGE, Mark.SCHEMA),
                        Caption.of("6f708192a3b4", "merge"),
                        evidence("6f708192a3b4 (mergepoint) merge", "·", "–", "no effect of its own")),
                new Node(
                        "5e6f708192a3",
                        List.of("3c4d5e6f7081"),
                        Set.of(),
                        Caption.of("5e6f708192a3", "create audit_log"),
                        evidence(
                                "5e6f708192a3 create audit_log",
                                "·",
                                "✓",
                                "table audit_log  5 columns, 1 index, 1 foreign key")),
                new Node(
                        "4d5e6f708192",
                        List.of("3c4d5e6f7081"),
                        Set.of(),
                        Caption.of("4d5e6f708192", "create invoices"),
                        evidence("4d5e6f708192 create invoices", "·", "✓", "table invoices  4 columns")),
                new Node(
                        "3c4d5e6f7081",
                        List.of("2b3c4d5e6f70"),
                        Set.of(Mark.BRANCH, Mark.ROW),
                        Caption.of("3c4d5e6f7081", "add orders.status"),
                        evidence("3c4d5e6f7081 (branchpoint) add orders.status", "ROW", "✓", "column orders.status")),
                new Node(
                        "2b3c4d5e6f70",
                        List.of(),
                        Set.of(Mark.RUN),
                        Caption.of("… 2 revisions, all present …", ""),
                        evidence("… 2 revisions, all present …", "✓", "✓", "(diagnose --all)")));
        return Report.builder()
                .block(new Graph(heads, 1, nodes))
                .gap()
                .block(new Fields(List.of(
                        new Field(
                                "fits",
                                Text.of("6f708192a3b4", Style.STRONG).and(": 5 revisions present, 1 absent"),
                                ""),
                        new Field(
                                "breaks",
                                Text.of("alembic upgrade: 3c4d5e6f7081 -> 5e6f708192a3: DuplicateTable, "
                                        + "relation \"audit_log\" already exists"),
                                "versions/5e6f708192a3_audit.py:14"),
                        new Field(
                                "not seen",
                                Text.of("rows changed by data migrations (0 statements), view and function bodies, "
                                        + "grants, comments, storage"),
                                ""))))
                .json(
                        "revisions",
                        nodes.stream()
                                .map(node -> Json.object("revision", node.id(), "down_revisions", node.parents()))
                                .toList())
                .build(Exit.FINDING);
    }

    private static List<Text> evidence(String revision, String row, String schema, String shows) {
        return List.of(Text.of(revision), Text.of(row), Text.of(schema), Text.of(shows));
    }

    private static Report counts() {
        var heads = List.of(Head.left("table"), Head.right("rows"), Head.left(""));
        return Report.builder()
                .block(new Grid(
                        heads,
                        List.of(
                                count("alembic_version", "1", ""),
                                count("audit_log", "1,204,311", ""),
                                count(
                                        "billing.invoices",
                                        "?",
                                        "permission denied for table invoices: ask its owner for SELECT"),
                                count("日本語", "12", ""))))
                .line("4 tables, 1,204,324 rows, one snapshot")
                .json(
                        "tables",
                        Json.object(
                                "public.alembic_version",
                                1,
                                "public.audit_log",
                                1_204_311L,
                                "billing.invoices",
                                null,
                                "public.日本語",
                                12))
                .json("complete", true)
                .build(Exit.INCONCLUSIVE);
    }

    private static List<Text> count(String table, String rows, String why) {
        return List.of(Text.of(table), Text.of(rows), Text.of(why, Style.WARN));
    }

    private static Report plan() {
        return Report.builder()
                .line(Text.of("PLAN", Style.STRONG).and("   nothing has been written"))
                .gap()
                .block(new Fields(List.of(
                        new Field(
                                "where",
                                Text.of("db1 = shop_app@db1.internal:5432/shop"),
                                "PostgreSQL 15.18, system 7710879488491200765"),
                        new Field(
                                "change",
                                Text.of("- ", Style.BAD).and("3c4d5e6f7081 (branchpoint)  add orders.status"),
                                ""),
                        new Field("", Text.of("+ ", Style.GOOD).and("6f708192a3b4 (mergepoint)  merge"), ""))))
                .gap()
                .line(Text.of("PROOF", Style.STRONG).and("  checked now, and again inside the write, under the lock"))
                .noted(Text.of("  ✓", Style.GOOD).and("  p1  the row is {3c4d5e6f7081}"), "")
                .noted(
                        Text.of("  ✗", Style.BAD).and("  p2  every effect of what is stamped is there"),
                        "table invoices ABSENT, column orders.status is text")
                .noted(Text.of("  –").and("  p3  nothing of what is above it is there"), "nothing to prove")
                .gap()
                .line(
                        "  UPDATE public.alembic_version SET version_num = '6f708192a3b4' WHERE version_num = '3c4d5e6f7081';")
                .json("before", List.of("3c4d5e6f7081"))
                .json("after", List.of("6f708192a3b4"))
                .json(
                        "proofs",
                        List.of(Json.object("outcome", "HOLDS", "detail", null), Json.object("outcome", "FAILS")))
                .build(Exit.REFUSED);
    }

    /** One with a title of its own. */
    private static Report page() {
        return Report.builder()
                .block(new Heading(1, "Incident: the version row is behind the schema on db1:shop"))
                .block(new Bullets(List.of(
                        Text.of("Date:", Style.STRONG).and(" 2026-11-22 03:11–03:16 UTC"),
                        Text.of("Result:", Style.STRONG)
                                .and(" repaired: public.alembic_version 3c4d5e6f7081 → 6f708192a3b4; status at 03:15:10"
                                        + " says: row and schema agree"))))
                .block(new Heading(2, "Change"))
                .block(new Paragraph(Text.of("Run in one transaction, each had to change exactly 1 row:")))
                .block(new Code(
                        List.of(
                                "UPDATE public.alembic_version SET version_num = '6f708192a3b4' WHERE version_num = '3c4d5e6f7081';",
                                "-- ```"),
                        "sql"))
                .block(new Paragraph(Text.of("1. is no list, # is no heading.")))
                .block(new Grid(
                        List.of(Head.left("UTC"), Head.right("exit"), Head.left("what")),
                        List.of(List.of(Text.of("03:12:02"), Text.of("1"), Text.of("status: VD101")))))
                .json("title", "Incident")
                .build(Exit.OK);
    }

    /** Every text in it comes from an enemy. */
    private static Report hostile() {
        var evil = Text.of(Hostile.TEXT, Style.BAD);
        var heads = List.of(new Head(Hostile.TEXT, false), new Head(Hostile.TEXT, true));
        return Report.builder()
                .line(evil)
                .noted(evil, Hostile.TEXT)
                .block(new Fields(List.of(new Field(Hostile.TEXT, evil, Hostile.TEXT))))
                .block(new Values(List.of(Hostile.TEXT)))
                .block(new Grid(heads, List.of(List.of(evil, evil))))
                .block(new Graph(
                        heads,
                        1,
                        List.of(new Node(
                                Hostile.TEXT,
                                List.of(Hostile.TEXT),
                                EnumSet.allOf(Mark.class),
                                new Caption(Hostile.TEXT, List.of(Hostile.TEXT), Hostile.TEXT, Hostile.TEXT),
                                List.of(evil, evil)))))
                .block(new Heading(2, Hostile.TEXT))
                .block(new Paragraph(evil))
                .block(new Bullets(List.of(evil, Text.of(Hostile.TEXT, Style.STRONG))))
                .block(new Code(List.of(Hostile.TEXT, "```"), "sh"))
                .json(Hostile.TEXT, Hostile.PAYLOADS)
                .json("object", Json.object(Hostile.TEXT, Hostile.TEXT))
                .next(Next.reads(Hostile.TEXT, Hostile.TEXT))
                .build(Exit.FINDING);
    }
}
