package dev.restamp.shell.report;

import dev.restamp.tracker.ToolWords;

/** The project's tool in its own words, as an answer gave them. */
record ToolNames(Members words, int heads) {
    private static final ToolWords USUAL = ToolWords.ALEMBIC;

    /** @param answer with the member {@code migration_tool}; Alembic's words where it has none */
    static ToolNames of(Members answer) {
        return new ToolNames(
                answer.object("migration_tool"), answer.texts("heads").size());
    }

    /** {@code liquibase update}. */
    String upgrade() {
        return word("upgrade", USUAL.upgrade(heads));
    }

    /** {@code liquibase changelog-sync}. */
    String stamp() {
        return word("stamp", USUAL.stamp(heads));
    }

    /** {@code change set}. */
    String revision() {
        return word("revision", USUAL.revision());
    }

    /** {@code 3 change sets}. */
    String revisions(long count) {
        return Wording.many(count, revision());
    }

    private String word(String name, String usual) {
        return words.text(name).isEmpty() ? usual : words.text(name);
    }
}
