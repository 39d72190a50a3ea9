package dev.restamp.shell.report;

import dev.restamp.shell.render.Block;
import dev.restamp.shell.render.Text;
import dev.restamp.tracker.ToolWords;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What was not looked at, or could not be seen: so that nobody believes the report says more than it does. */
final class UncheckedSection {
    private static final List<String> GROUPS = List.of("row", "schema", "counts", "content", "rights", "checks");

    private UncheckedSection() {}

    static List<Block> of(Incident incident) {
        return List.of(
                Wording.title("Not checked"),
                new Block.Bullets(sentences(incident).stream().map(Text::of).toList()));
    }

    static List<String> sentences(Incident incident) {
        Set<String> sentences = new LinkedHashSet<>();
        incident.subjects().forEach(subject -> {
            sentences.addAll(seen(subject));
            sentences.addAll(connection(subject));
        });
        sentences.addAll(verified(incident));
        sentences.addAll(counted(incident));
        sentences.addAll(compared(incident));
        return List.copyOf(sentences);
    }

    private static List<String> seen(Subject subject) {
        var sentences = new ArrayList<String>();
        var name = subject.name();
        var diagnosis = subject.looks().stream().filter(Look::isDiagnosis).toList();
        if (diagnosis.isEmpty()) {
            var word = subject.last().map(look -> look.tool().revision()).orElse(ToolWords.ALEMBIC.revision());
            sentences.add(name + ": the evidence " + word + " by " + word + " (diagnose)");
        }
        diagnosis.stream()
                .reduce((_, last) -> last)
                .ifPresent(last -> last.said().blocks().stream()
                        .filter(Block.Fields.class::isInstance)
                        .flatMap(block -> ((Block.Fields) block).fields().stream())
                        .filter(field -> field.label().equals("not seen")
                                || field.label().equals("not read"))
                        .forEach(field -> sentences.add(name + ", " + field.label() + " by diagnose: "
                                + field.value().plain() + (field.note().isEmpty() ? "" : " (" + field.note() + ")"))));
        subject.last()
                .filter(look -> look.schema().has("candidates"))
                .ifPresent(look -> sentences.add(
                        name + ": which of several " + look.tool().revision() + "s the schema is at leaves no trace"));
        if (subject.lastWrite().isPresent() && subject.after().isEmpty()) {
            sentences.add(name + ": row and schema after the last write");
        }
        subject.last()
                .filter(look -> !look.said().members().objects("leftovers").isEmpty())
                .ifPresent(look -> sentences.add(name + ": what the restore left undone: status counted "
                        + look.said().members().objects("leftovers").stream()
                                .map(one -> one.text("kind").replace('_', ' ') + " " + one.number("count"))
                                .collect(Collectors.joining(", "))));
        return sentences;
    }

    private static List<String> connection(Subject subject) {
        var sentences = new ArrayList<String>();
        subject.last().map(Look::connection).ifPresent(connection -> {
            var tls = connection.text("tls");
            if (tls.equals("unverified") || tls.equals("host-unverified")) {
                sentences.add(subject.name() + ": that the server is the one it says it is (its certificate was not"
                        + " verified" + (tls.equals("unverified") ? ")" : " for its host)"));
            }
            if (connection.text("pooler").equals("transaction")) {
                sentences.add(subject.name() + ": sessions behind the pooler");
            }
            if (connection.text("env").equals("prod") && !connection.is("env_said")) {
                sentences.add(subject.name() + ": whether it is production; its host has no label");
            }
        });
        return sentences;
    }

    private static List<String> verified(Incident incident) {
        var verified = incident.last("verify");
        if (verified.isEmpty()) {
            return List.of("schema and rows against another database, a snapshot or a file (verify)");
        }
        var groups = verified.get().members().objects("groups");
        var names = groups.stream().map(group -> group.text("group")).toList();
        var sentences = new ArrayList<String>();
        var left = GROUPS.stream().filter(group -> !names.contains(group)).toList();
        if (!left.isEmpty()) {
            sentences.add("verify did not look at: " + String.join(", ", left));
        }
        groups.stream()
                .filter(group -> group.text("state").equals("not known"))
                .forEach(group ->
                        sentences.add("verify could not tell: " + group.text("group") + ", " + group.text("summary")));
        return sentences;
    }

    private static List<String> counted(Incident incident) {
        var counted = incident.last("counts");
        if (counted.isEmpty()) {
            var verified = incident.last("verify").stream()
                    .flatMap(said -> said.members().objects("groups").stream())
                    .anyMatch(group -> group.text("group").equals("counts"));
            return verified ? List.of() : List.of("the numbers of rows (counts)");
        }
        var members = counted.get().members();
        var sentences = new ArrayList<String>();
        if (!members.is("complete")) {
            sentences.add("the tables that counts had not come to when it was stopped");
        }
        var unknown = Counted.unknown(members);
        if (unknown > 0) {
            sentences.add("the rows of " + Wording.many(unknown, "table") + " that were not counted");
        }
        return sentences;
    }

    private static List<String> compared(Incident incident) {
        var content = incident.last("verify").stream()
                        .flatMap(said -> said.members().objects("groups").stream())
                        .anyMatch(group -> group.text("group").equals("content"))
                || incident.answers("diff").stream()
                        .anyMatch(said -> said.members().has("differing"));
        var sentences = new ArrayList<String>();
        if (!content) {
            sentences.add("what the rows hold: no fingerprint was taken (verify --content, diff --data)");
        }
        if (incident.answers("who").isEmpty()) {
            sentences.add("who else was on the database (who)");
        }
        return sentences;
    }
}
