package dev.restamp.postgres;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.SequencedMap;

/** Texts and properties that a snapshot has already: most columns of ten thousand tables are alike, and one of each is kept. */
final class Seen {
    private final Map<String, String> texts = new HashMap<>();
    private final Map<SequencedMap<String, String>, SequencedMap<String, String>> properties = new HashMap<>();

    String text(String text) {
        return texts.computeIfAbsent(text, same -> same);
    }

    SequencedMap<String, String> properties(SequencedMap<String, String> map) {
        return properties.computeIfAbsent(map, Collections::unmodifiableSequencedMap);
    }
}
