package dev.restamp.core.schema;

/** When a constraint is checked. */
public enum Deferral {
    NOT_DEFERRABLE("not deferrable"),
    DEFERRABLE("deferrable"),
    DEFERRED("initially deferred");

    private final String words;

    Deferral(String words) {
        this.words = words;
    }

    @Override
    public String toString() {
        return words;
    }
}
