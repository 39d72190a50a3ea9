package dev.restamp.shell.report;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** What {@code status} or {@code diagnose} saw. */
record Look(Said said) {
    /** Whether the answer is one: {@code diagnose --restore} is about something else. An upgrade looks when it has run. */
    static boolean is(Said said) {
        return (said.command().equals("status") || said.command().equals("diagnose") || Ran.isDone(said))
                && said.members().has("row")
                && said.members().has("findings");
    }

    int order() {
        return said.order();
    }

    Instant at() {
        return said.at();
    }

    boolean isDiagnosis() {
        return said.command().equals("diagnose");
    }

    boolean isUpgrade() {
        return Ran.is(said);
    }

    ToolNames tool() {
        return ToolNames.of(said.members());
    }

    List<String> row() {
        return said.members().texts("row");
    }

    String table() {
        return said.members().text("version_table");
    }

    Members schema() {
        return said.members().object("schema");
    }

    List<String> heads() {
        return said.members().texts("heads");
    }

    List<Members> findings() {
        return said.members().objects("findings");
    }

    Members connection() {
        return said.members().object("connection");
    }

    Members upgrade() {
        return said.members().object("upgrade");
    }

    /** What a stamp of the head would hide, a name each. */
    List<String> hidden() {
        return said.members().objects("hidden_by_stamp_head").stream()
                .map(Look::hidden)
                .toList();
    }

    private static String hidden(Members one) {
        var of = one.text("revision").isEmpty() ? "" : " of " + one.text("revision");
        var differs = String.join(", ", one.texts("differences"));
        return one.text("kind") + " " + one.text("name") + of + (differs.isEmpty() ? "" : ": " + differs);
    }

    boolean isDrift() {
        return !findings().isEmpty();
    }

    /** Each finding with its code; else what agrees. */
    String verdict() {
        return isDrift()
                ? findings().stream()
                        .map(finding -> finding.text("code") + " " + finding.text("text"))
                        .collect(Collectors.joining("; "))
                : said.lines()
                        .filter(line -> line.startsWith("OK "))
                        .findFirst()
                        .orElseGet(said::firstLine)
                        .replaceFirst("^OK +", "");
    }

    /** What an upgrade would do, as a sentence without a full stop. */
    String upgradeWould() {
        var message =
                upgrade().text("outcome").equals("fails") ? ", " + upgrade().text("message") : "";
        return tool().upgrade() + " " + shortUpgrade() + message;
    }

    /** The same without its subject. */
    String shortUpgrade() {
        var upgrade = upgrade();
        return switch (upgrade.text("outcome")) {
            case "fails" -> "would fail in " + upgrade.text("revision") + ": " + upgrade.text("error");
            case "does not start" -> "would not start: " + upgrade.text("message");
            case "runs" -> {
                var left = upgrade.texts("revisions");
                yield left.isEmpty()
                        ? "has nothing left to run"
                        : "still to run (" + tool().revisions(left.size()) + ": " + String.join(", ", left) + ")";
            }
            default -> "was not foretold";
        };
    }
}
