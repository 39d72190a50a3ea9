package dev.restamp.shell.lesson;

import dev.restamp.shell.Answer;
import dev.restamp.shell.journal.Heard;
import dev.restamp.shell.journal.Journal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the session has been told since a step began, for the scripts that check it. Never what was typed. */
final class Facts {
    /** The names of the variables, with what they hold. */
    static final Map<String, String> NAMES = Map.of(
            "answer", "what the learner answered; empty where nothing was asked",
            "findings", "the codes of the findings that were shown",
            "receipts", "the receipts of what was written",
            "exits", "the exit codes of the answers",
            "colleague", "at work, gone, or nobody",
            "recorded", "the scripts that were recorded",
            "sound", "the scripts that script check had nothing to say against",
            "rehearsed", "the scripts that came to their end in a dry run",
            "ran", "the scripts that came to their end",
            "reports", "the files that report wrote");

    private Facts() {}

    static Map<String, Object> since(Instant begun, Journal journal, String answer, String colleague) {
        var answers = journal.heard()
                .filter(heard -> !heard.at().isBefore(begun))
                .map(Heard::answer)
                .filter(one -> !one.command().equals("learn"))
                .toList();
        return Map.of(
                "answer", answer,
                "findings", answers.stream().flatMap(Facts::codes).distinct().toList(),
                "receipts", answers.stream().flatMap(Facts::receipt).distinct().toList(),
                "exits",
                        answers.stream()
                                .map(one -> one.report().exit().code())
                                .distinct()
                                .toList(),
                "colleague", colleague,
                "recorded", files(answers, "script", json -> json.containsKey("commands") && json.containsKey("file")),
                "sound", files(answers, "script", json -> List.of().equals(json.get("mistakes"))),
                "rehearsed", files(answers, "run", json -> isTrue(json, "passed") && isTrue(json, "dry_run")),
                "ran", files(answers, "run", json -> isTrue(json, "passed") && !isTrue(json, "dry_run")),
                "reports", files(answers, "report", json -> json.containsKey("file")));
    }

    /** What an answer of this command names as its file, where it is of the wanted kind. */
    private static List<Object> files(
            List<Answer> answers, String command, Predicate<Map<String, @Nullable Object>> wanted) {
        return answers.stream()
                .filter(one -> one.command().equals(command))
                .map(one -> one.report().json())
                .filter(wanted)
                .map(json -> json.get("script") instanceof Map<?, ?> script ? script.get("file") : json.get("file"))
                .filter(String.class::isInstance)
                .map(Object.class::cast)
                .distinct()
                .toList();
    }

    private static boolean isTrue(Map<String, @Nullable Object> json, String member) {
        return Boolean.TRUE.equals(json.get(member));
    }

    private static Stream<Object> codes(Answer answer) {
        return answer.report().json().get("findings") instanceof List<?> findings
                ? findings.stream()
                        .filter(Map.class::isInstance)
                        .map(finding -> ((Map<?, ?>) finding).get("code"))
                        .filter(String.class::isInstance)
                        .map(Object.class::cast)
                : Stream.of();
    }

    private static Stream<String> receipt(Answer answer) {
        return answer.report().json().get("receipt") instanceof String id ? Stream.of(id) : Stream.of();
    }
}
