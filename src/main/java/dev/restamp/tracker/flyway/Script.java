package dev.restamp.tracker.flyway;

/**
 * The text of a script.
 *
 * @param text as written
 * @param placeholders how they are replaced in it
 */
record Script(String text, Placeholders placeholders) {
    /** What is sent to the database, but for parts that only a run knows. */
    String sql(String defaultSchema) {
        return CopyData.removed(placeholders.replace(text, defaultSchema).text());
    }
}
