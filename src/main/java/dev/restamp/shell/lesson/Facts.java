package dev.restamp.shell.lesson;

import dev.restamp.shell.Answer;
import dev.restamp.shell.journal.Heard;
import dev.restamp.shell.journal.Journal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What the session has been told since a step began, for the scripts that check it. Never what was typed. */
final class Facts {
    /** The names of the variables, with what they hold. */
    static final Map<String, String> NAMES = Map.of(
            "answer", "what the learner answered; empty where nothing was asked",
            "findings", "the codes of the findings that were shown",
            "receipts", "the receipts of what was written",
            "exits", "the exit codes of the answers",
            "colleague", "at work, gone, or nobody");

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
                "exits", answers.stream().map(one -> one.report().exit().code()).distinct().toList(),
                "colleague", colleague);
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
