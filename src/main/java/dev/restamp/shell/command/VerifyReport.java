package dev.restamp.shell.command;

import dev.restamp.core.Exit;
import dev.restamp.shell.render.Block.Grid;
import dev.restamp.shell.render.Block.Head;
import dev.restamp.shell.render.Json;
import dev.restamp.shell.render.Next;
import dev.restamp.shell.render.Report;
import dev.restamp.shell.render.Style;
import dev.restamp.shell.render.Text;
import dev.restamp.shell.verify.Against;
import dev.restamp.shell.verify.Verified;
import dev.restamp.shell.verify.Verified.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The answer of {@code verify}: a line for each group, what is not as expected under it, one verdict. */
final class VerifyReport {
    /** Of each group on the screen; JSON has them all. */
    private static final int SHOWN = 20;

    private VerifyReport() {}

    /** @param against empty where nothing was held against anything */
    static Report of(String label, Optional<Against> against, List<Verified> groups) {
        var report = Report.builder()
                .line(against.map(one ->
                                Text.of(label, Style.STRONG).and("  against  ").and(one.label(), Style.STRONG))
                        .orElseGet(() -> Text.of(label, Style.STRONG)))
                .block(new Grid(
                        List.of(Head.left(""), Head.left(""), Head.left("")),
                        groups.stream().flatMap(group -> rows(group).stream()).toList()))
                .line(verdict(groups))
                .json("against", against.map(Against::label).orElse(null))
                .json("verified", groups.stream().allMatch(group -> group.state() == State.EQUAL));
        next(against, groups).ifPresent(report::next);
        return report.listed(
                        "groups",
                        groups.stream()
                                .map(group -> Json.object(
                                        "group", group.name(),
                                        "state", group.state().word().toLowerCase(Locale.ROOT),
                                        "summary", group.summary(),
                                        "details", group.details(),
                                        "items", group.items()))
                                .toList())
                .build(exit(groups));
    }

    /** Where two databases differ, the way to what it is. */
    private static Optional<Next> next(Optional<Against> against, List<Verified> groups) {
        if (!(against.orElse(new Against.Heads()) instanceof Against.Live(var other))) {
            return Optional.empty();
        }
        return groups.stream()
                .filter(group -> group.state() == State.DIFFERENT)
                .flatMap(group -> group.rowsDiffer().stream())
                .map(table ->
                        Next.reads("diff --data " + table + " @" + other.name(), "which rows differ, and in what"))
                .findFirst();
    }

    private static List<List<Text>> rows(Verified group) {
        var rows = new ArrayList<List<Text>>();
        rows.add(List.of(Text.of(group.name()), Text.of(group.state().word(), style(group)), Text.of(group.summary())));
        group.details().stream()
                .limit(SHOWN)
                .forEach(detail -> rows.add(List.of(Text.EMPTY, Text.EMPTY, Text.of("  " + line(detail)))));
        if (group.details().size() > SHOWN) {
            rows.add(List.of(
                    Text.EMPTY,
                    Text.EMPTY,
                    Text.of("  … " + (group.details().size() - SHOWN) + " more; --json has all", Style.FAINT)));
        }
        return rows;
    }

    private static String line(String detail) {
        return detail.strip().replaceAll("\\s+", " ");
    }

    private static Style style(Verified group) {
        return switch (group.state()) {
            case EQUAL -> Style.GOOD;
            case DIFFERENT -> Style.BAD;
            case UNKNOWN -> Style.WARN;
        };
    }

    private static Text verdict(List<Verified> groups) {
        var different = named(groups, State.DIFFERENT);
        var unknown = named(groups, State.UNKNOWN);
        if (different.isEmpty() && unknown.isEmpty()) {
            return Text.of("VERIFIED", Style.GOOD)
                    .and("  " + groups.size() + (groups.size() == 1 ? " group" : " groups"));
        }
        return different.isEmpty()
                ? Text.of("INCONCLUSIVE", Style.WARN).and("  not known: " + unknown)
                : Text.of("NOT VERIFIED", Style.BAD)
                        .and("  differs: " + different + (unknown.isEmpty() ? "" : "; not known: " + unknown));
    }

    private static String named(List<Verified> groups, State state) {
        return groups.stream()
                .filter(group -> group.state() == state)
                .map(Verified::name)
                .collect(Collectors.joining(", "));
    }

    private static Exit exit(List<Verified> groups) {
        if (groups.stream().anyMatch(group -> group.state() == State.DIFFERENT)) {
            return Exit.FINDING;
        }
        return groups.stream().anyMatch(group -> group.state() == State.UNKNOWN) ? Exit.INCONCLUSIVE : Exit.OK;
    }
}
