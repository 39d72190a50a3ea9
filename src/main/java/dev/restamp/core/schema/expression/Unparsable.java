package dev.restamp.core.schema.expression;

/** More SQL than this package reads. */
final class Unparsable extends RuntimeException {
    Unparsable(String what) {
        super(what, null, false, false);
    }
}
