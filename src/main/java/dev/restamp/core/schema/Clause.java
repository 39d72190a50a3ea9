package dev.restamp.core.schema;

import java.util.function.Predicate;

/** A part of a definition that is written in SQL: the predicate of an index, the condition of a check. */
public sealed interface Clause {
    /** It is not known whether there is one. */
    record Unknown() implements Clause {}

    /** There is none. */
    record None() implements Clause {}

    /** There is one, and its text is not known. */
    record Some() implements Clause {}

    /** @param text without the parentheses that the statement puts around it */
    record Sql(String text) implements Clause {}

    static Clause of(String text) {
        return new Sql(text);
    }

    /** Whether there is a text, and it is like this. */
    default boolean has(Predicate<String> test) {
        return this instanceof Sql(var text) && test.test(text);
    }

    static Clause unknown() {
        return new Unknown();
    }

    static Clause none() {
        return new None();
    }

    static Clause some() {
        return new Some();
    }
}
