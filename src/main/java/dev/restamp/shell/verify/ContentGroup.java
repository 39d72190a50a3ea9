package dev.restamp.shell.verify;

import dev.restamp.core.rows.ComparedContent;
import dev.restamp.core.rows.ComparedContent.Verdict;
import dev.restamp.core.rows.Fingerprint;
import dev.restamp.shell.Numbers;
import dev.restamp.shell.data.TableNames;
import dev.restamp.shell.render.Json;
import dev.restamp.shell.verify.Verified.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What tables hold, by their fingerprints. */
final class ContentGroup {
    private ContentGroup() {}

    /** @param how a remark on what was compared: {@code a sample of 1 %}; empty for all rows */
    static Verified of(List<ComparedContent> all, String how) {
        var compared =
                all.stream().filter(one -> one.verdict() != Verdict.LEFT_OUT).toList();
        var details = new ArrayList<String>();
        all.stream()
                .filter(one -> one.verdict() != Verdict.EQUAL)
                .map(ContentGroup::detail)
                .forEach(details::add);
        compared.stream()
                .flatMap(one -> one.notes().stream().map(note -> TableNames.name(one.table()) + ": note, " + note))
                .forEach(details::add);
        var equal =
                compared.stream().filter(one -> one.verdict() == Verdict.EQUAL).toList();
        var rows = equal.stream()
                .flatMap(one -> one.left().stream())
                .mapToLong(Fingerprint::rows)
                .sum();
        return new Verified(
                        "content",
                        state(compared),
                        equal.size() + " of " + compared.size() + (compared.size() == 1 ? " table" : " tables")
                                + " equal, " + Numbers.grouped(rows) + " rows" + (how.isEmpty() ? "" : ", " + how),
                        details,
                        all.stream().map(ContentGroup::json).toList())
                .withRows(compared.stream()
                        .filter(one -> one.verdict() == Verdict.DIFFERENT)
                        .map(one -> TableNames.name(one.table()))
                        .findFirst());
    }

    private static State state(List<ComparedContent> compared) {
        if (compared.stream().allMatch(one -> one.verdict() == Verdict.EQUAL)) {
            return State.EQUAL;
        }
        return compared.stream().allMatch(one -> one.verdict() == Verdict.EQUAL || one.verdict() == Verdict.UNKNOWN)
                ? State.UNKNOWN
                : State.DIFFERENT;
    }

    private static String detail(ComparedContent one) {
        var name = TableNames.name(one.table());
        if (one.verdict() != Verdict.DIFFERENT) {
            return name + ": " + one.why();
        }
        var left = one.left().map(Fingerprint::rows).orElse(0L);
        var right = one.right().map(Fingerprint::rows).orElse(0L);
        return name + ": "
                + (left.equals(right)
                        ? "other content in " + Numbers.grouped(left) + (left == 1 ? " row" : " rows")
                        : Numbers.grouped(left) + " rows, expected " + Numbers.grouped(right));
    }

    private static Map<String, @Nullable Object> json(ComparedContent one) {
        return Json.object(
                "table", TableNames.qualified(one.table()),
                "verdict", one.verdict().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                "rows", one.left().map(Fingerprint::rows).orElse(null),
                "fingerprint", one.left().map(Fingerprint::text).orElse(null),
                "expected", one.right().map(Fingerprint::text).orElse(null),
                "notes", one.notes(),
                "why", one.why());
    }
}
