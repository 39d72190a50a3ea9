package dev.restamp.shell.command;

import dev.restamp.core.Both;
import dev.restamp.core.Exit;
import dev.restamp.core.rows.ComparedCount;
import dev.restamp.core.rows.ComparedCount.Verdict;
import dev.restamp.core.rows.RowCount;
import dev.restamp.shell.Numbers;
import dev.restamp.shell.data.Counting.Counted;
import dev.restamp.shell.data.TableNames;
import dev.restamp.shell.diff.Side;
import dev.restamp.shell.render.Block.Grid;
import dev.restamp.shell.render.Block.Head;
import dev.restamp.shell.render.Json;
import dev.restamp.shell.render.Report;
import dev.restamp.shell.render.Style;
import dev.restamp.shell.render.Text;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The answer of {@code counts}. */
final class CountsReport {
    private CountsReport() {}

    /** Of one database. */
    static Report of(Counted counted) {
        var counts = counted.tables().stream()
                .sorted(Comparator.comparing(RowCount::table))
                .toList();
        var failed = counts.stream().filter(CountsReport::isFailed).toList();
        var report = Report.builder()
                .block(new Grid(
                        List.of(Head.left("table"), Head.right("rows"), Head.left("")),
                        counts.stream().map(CountsReport::row).toList()))
                .line(counted.whole() ? summary(counted) : stopped(counts.size()))
                .json("tables", json(counts))
                .json("complete", counted.whole())
                .records(counts.stream().map(CountsReport::record).toList());
        if (!failed.isEmpty()) {
            report.json("failed", failed.stream().map(CountsReport::failure).toList());
        }
        return report.build(exit(counted.whole(), failed.isEmpty() ? Exit.OK : Exit.INCONCLUSIVE));
    }

    /** Of two sides. */
    static Report of(Both<Side> sides, Both<Counted> counted) {
        var compared = ComparedCount.of(counted.left().tables(), counted.right().tables());
        var whole = counted.left().whole() && counted.right().whole();
        var report = Report.builder()
                .block(new Grid(
                        List.of(
                                Head.left("table"),
                                Head.right(sides.left().label()),
                                Head.right(sides.right().label()),
                                Head.left("")),
                        compared.stream().map(CountsReport::row).toList()))
                .line(whole ? summary(compared) + moments(sides) : stopped(compared.size()))
                .json("left", sides.left().label())
                .json("right", sides.right().label())
                .json("complete", whole);
        if (sides.left() instanceof Side.Live
                && sides.right() instanceof Side.Live
                && compared.stream().anyMatch(one -> one.verdict() == Verdict.DIFFERENT)) {
            report.line(Text.of(
                    "which rows: diff --data TABLE @" + sides.left().label() + " @"
                            + sides.right().label(),
                    Style.FAINT));
        }
        return report.listed("counts", compared.stream().map(CountsReport::json).toList())
                .build(exit(whole, verdict(compared)));
    }

    private static Exit exit(boolean whole, Exit verdict) {
        return whole ? verdict : Exit.INTERRUPTED;
    }

    private static Exit verdict(List<ComparedCount> compared) {
        if (compared.stream().allMatch(one -> one.verdict() == Verdict.EQUAL)) {
            return Exit.OK;
        }
        return compared.stream().allMatch(one -> one.verdict() == Verdict.EQUAL || one.verdict() == Verdict.UNKNOWN)
                ? Exit.INCONCLUSIVE
                : Exit.FINDING;
    }

    private static String stopped(int tables) {
        return "stopped: " + tables + " tables counted, one snapshot";
    }

    private static String summary(Counted counted) {
        var tables = counted.tables().size();
        var estimated =
                counted.tables().stream().filter(CountsReport::isEstimated).count();
        return tables
                + (tables == 1 ? " table, " : " tables, ")
                + (estimated == tables && tables > 0
                        ? "nothing counted"
                        : Numbers.grouped(counted.rows()) + " rows, one snapshot"
                                + (estimated > 0 ? "; " + estimated + " not counted" : ""));
    }

    private static boolean isEstimated(RowCount count) {
        return count.why().equals(RowCount.NOT_COUNTED) || count.why().equals(RowCount.TIME_LIMIT);
    }

    private static String summary(List<ComparedCount> compared) {
        var equal =
                compared.stream().filter(one -> one.verdict() == Verdict.EQUAL).count();
        var unknown = compared.stream()
                .filter(one -> one.verdict() == Verdict.UNKNOWN)
                .count();
        var different = compared.size() - equal - unknown;
        var rows = compared.stream()
                .flatMap(one -> one.left().stream())
                .mapToLong(count -> count.rows().orElse(0))
                .sum();
        return (different == 0 && unknown == 0 ? "all equal: " : equal + " equal, " + different + " different, ")
                + (unknown == 0 ? "" : unknown + " not known, ")
                + compared.size() + (compared.size() == 1 ? " table, " : " tables, ") + Numbers.grouped(rows)
                + " rows on the left";
    }

    /** Both sides are counted at once, and are not the same moment all the same. */
    private static String moments(Both<Side> sides) {
        return sides.left() instanceof Side.Live && sides.right() instanceof Side.Live
                ? "; one snapshot of each side"
                : "";
    }

    private static List<Text> row(RowCount count) {
        return List.of(Text.of(TableNames.name(count.table())), number(Optional.of(count)), why(count.why()));
    }

    private static List<Text> row(ComparedCount one) {
        return List.of(Text.of(TableNames.name(one.table())), number(one.left()), number(one.right()), difference(one));
    }

    /** {@code ~} before what is an estimate. */
    private static Text number(Optional<RowCount> count) {
        if (count.isEmpty()) {
            return Text.of("–", Style.BAD);
        }
        var rows = count.get().rows();
        var estimate = count.get().estimate();
        if (rows.isPresent()) {
            return Text.of(Numbers.grouped(rows.getAsLong()));
        }
        return estimate.isPresent()
                ? Text.of("~" + Numbers.grouped(estimate.getAsLong()), Style.WARN)
                : Text.of("?", Style.BAD);
    }

    private static Text difference(ComparedCount one) {
        return switch (one.verdict()) {
            case EQUAL -> Text.EMPTY;
            case ONLY_LEFT -> Text.of("not there on the right", Style.BAD);
            case ONLY_RIGHT -> Text.of("not there on the left", Style.BAD);
            case UNKNOWN -> why(one.why());
            case DIFFERENT -> Text.of(signed(one.surplus().orElse(0)), Style.BAD);
        };
    }

    private static Text why(String reason) {
        return Text.of(reason.equals(RowCount.NOT_COUNTED) ? "" : reason, Style.WARN);
    }

    private static String signed(long number) {
        return (number > 0 ? "+" : "") + Numbers.grouped(number);
    }

    private static boolean isFailed(RowCount count) {
        return count.rows().isEmpty() && !count.why().equals(RowCount.NOT_COUNTED);
    }

    private static Map<String, @Nullable Object> json(List<RowCount> counts) {
        var tables = Json.object();
        counts.forEach(count -> tables.put(TableNames.qualified(count.table()), value(count.rows())));
        return tables;
    }

    private static Map<String, @Nullable Object> record(RowCount count) {
        return Json.object(
                "table", TableNames.qualified(count.table()),
                "rows", value(count.rows()),
                "estimate", value(count.estimate()),
                "why", count.why());
    }

    private static Map<String, @Nullable Object> failure(RowCount count) {
        return Json.object("table", TableNames.qualified(count.table()), "why", count.why());
    }

    private static Map<String, @Nullable Object> json(ComparedCount one) {
        return Json.object(
                "table", TableNames.qualified(one.table()),
                "left", value(one.left().map(RowCount::rows).orElse(OptionalLong.empty())),
                "right", value(one.right().map(RowCount::rows).orElse(OptionalLong.empty())),
                "difference", one.verdict().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                "why", one.why());
    }

    private static @Nullable Long value(OptionalLong number) {
        return number.isPresent() ? number.getAsLong() : null;
    }
}
