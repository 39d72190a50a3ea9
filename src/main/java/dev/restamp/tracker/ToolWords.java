package dev.restamp.tracker;

/**
 * A migration tool in its own words, for sentences about what it would do.
 *
 * @param name as its people write it: {@code Liquibase}
 * @param upgrade what runs everything that is to be run: {@code liquibase update}
 * @param upgradeAll the same where the project has several heads
 * @param stamp what believes everything without running it: {@code liquibase changelog-sync}
 * @param stampAll the same where the project has several heads
 * @param current what shows the rows: {@code liquibase history}
 * @param revision one step of its history, without an article: {@code change set}
 */
public record ToolWords(
        String name,
        String upgrade,
        String upgradeAll,
        String stamp,
        String stampAll,
        String current,
        String revision) {
    public static final ToolWords ALEMBIC = new ToolWords(
            "Alembic",
            "alembic upgrade head",
            "alembic upgrade heads",
            "alembic stamp head",
            "alembic stamp heads",
            "alembic current",
            "revision");

    /** {@link #upgrade} for that many heads. */
    public String upgrade(int heads) {
        return heads > 1 ? upgradeAll : upgrade;
    }

    /** {@link #stamp} for that many heads. */
    public String stamp(int heads) {
        return heads > 1 ? stampAll : stamp;
    }

    /** So many steps: {@code 1 change set}, {@code 2 change sets}. */
    public String revisions(int count) {
        return count + " " + revision + (count == 1 ? "" : "s");
    }
}
