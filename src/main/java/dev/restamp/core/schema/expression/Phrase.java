package dev.restamp.core.schema.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A word of a statement, or what stands between brackets. */
sealed interface Phrase {
    record Word(Words words) implements Phrase {}

    /** @param open the bracket: {@code (} or {@code [} */
    record Group(String open, List<Phrase> inside) implements Phrase {
        public Group {
            inside = List.copyOf(inside);
        }
    }

    /**
     * The words with what PostgreSQL changes when it reads what it wrote put into one form: conditions that are nested in
     * conditions of the same kind are one list, and a cast of an array is a cast of each of its elements.
     */
    static List<Words> settled(List<Words> words) {
        var phrases = new ArrayList<Phrase>();
        read(words, 0, phrases);
        return settled(phrases.stream()).flatMap(Phrase::words).toList();
    }

    private boolean is(String text) {
        return this instanceof Word(var word) && word.text().equals(text);
    }

    private Stream<Words> words() {
        return switch (this) {
            case Word(var word) -> Stream.of(word);
            case Group(var open, var inside) ->
                Stream.of(
                                Stream.of(new Words("", open)),
                                inside.stream().flatMap(Phrase::words),
                                Stream.of(new Words("", open.equals("(") ? ")" : "]")))
                        .flatMap(part -> part);
        };
    }

    /** Reads up to the bracket that closes, and says where it goes on. */
    private static int read(List<Words> words, int from, List<Phrase> into) {
        var at = from;
        while (at < words.size()) {
            var text = words.get(at).text();
            if (text.equals(")") || text.equals("]")) {
                return at + 1;
            }
            if (text.equals("(") || text.equals("[")) {
                var inside = new ArrayList<Phrase>();
                at = read(words, at + 1, inside);
                into.add(new Group(text, inside));
            } else {
                into.add(new Word(words.get(at)));
                at++;
            }
        }
        return at;
    }

    private static Stream<Phrase> settled(Stream<Phrase> phrases) {
        var settled = phrases.map(phrase -> phrase instanceof Group(var open, var inside)
                        ? new Group(open, junction(settled(inside.stream()).toList()))
                        : phrase)
                .toList();
        return castElements(settled).stream();
    }

    private static List<Phrase> junction(List<Phrase> inside) {
        for (var word : List.of("and", "or")) {
            if (inside.stream().anyMatch(phrase -> phrase.is(word))) {
                return flat(inside, word);
            }
        }
        return inside;
    }

    /** Takes off the parentheses of what is one of several conditions, and a list of such itself. */
    private static List<Phrase> flat(List<Phrase> inside, String word) {
        var flat = new ArrayList<Phrase>();
        for (var at = 0; at < inside.size(); at++) {
            var isTerm = (at == 0 || inside.get(at - 1).is(word))
                    && (at == inside.size() - 1 || inside.get(at + 1).is(word));
            if (isTerm
                    && inside.get(at) instanceof Group(var open, var terms)
                    && open.equals("(")
                    && terms.stream().anyMatch(term -> term.is(word))
                    && isPure(terms)) {
                flat.addAll(terms);
            } else {
                flat.add(inside.get(at));
            }
        }
        return flat;
    }

    /** Conditions, and no subquery. */
    private static boolean isPure(List<Phrase> terms) {
        return terms.stream().noneMatch(term -> term.is("select"));
    }

    /** {@code (ARRAY[a, b])::text[]} becomes {@code ARRAY[(a)::text, (b)::text]}. */
    private static List<Phrase> castElements(List<Phrase> phrases) {
        var cast = new ArrayList<Phrase>();
        for (var at = 0; at < phrases.size(); at++) {
            var type = arrayType(phrases, at + 1);
            if (!type.isEmpty()
                    && phrases.get(at) instanceof Group(var open, var inside)
                    && open.equals("(")
                    && inside.size() == 2
                    && inside.getFirst().is("array")
                    && inside.getLast() instanceof Group(var bracket, var elements)) {
                cast.add(inside.getFirst());
                cast.add(new Group(bracket, each(elements, type)));
                at += type.size() + 1;
            } else {
                cast.add(phrases.get(at));
            }
        }
        return cast;
    }

    /** The cast and the type of the elements; empty where no cast to an array stands here. */
    private static List<Phrase> arrayType(List<Phrase> phrases, int from) {
        if (from >= phrases.size() || !phrases.get(from).is("::")) {
            return List.of();
        }
        var end = from + 1;
        while (end < phrases.size()
                && phrases.get(end) instanceof Word
                && !phrases.get(end).is("::")) {
            end++;
        }
        return end < phrases.size()
                        && phrases.get(end) instanceof Group(var open, var inside)
                        && open.equals("[")
                        && inside.isEmpty()
                ? phrases.subList(from, end)
                : List.of();
    }

    private static List<Phrase> each(List<Phrase> elements, List<Phrase> cast) {
        var each = new ArrayList<Phrase>();
        var element = new ArrayList<Phrase>();
        for (var phrase : elements) {
            if (phrase.is(",")) {
                each.add(new Group("(", element));
                each.addAll(cast);
                each.add(phrase);
                element.clear();
            } else {
                element.add(phrase);
            }
        }
        each.add(new Group("(", element));
        each.addAll(cast);
        return each;
    }
}
