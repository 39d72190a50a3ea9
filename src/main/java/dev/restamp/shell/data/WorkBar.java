package dev.restamp.shell.data;

import dev.restamp.shell.Progress;
import dev.restamp.shell.Session;
import java.util.ArrayList;
import java.util.List;

/** One line that shows how far work on one database is, or on two at once. Ctrl-C ends that work. */
final class WorkBar {
    private final Session session;
    private final String unit;
    private final Progress bar;
    private final List<Side> sides = new ArrayList<>();

    /** @param unit what there are several of: {@code tables} */
    WorkBar(Session session, String unit) {
        this.session = session;
        this.unit = unit;
        this.bar = new Progress(session.console().clock());
    }

    /** Another database that is worked on. */
    synchronized Side side() {
        var side = new Side();
        sides.add(side);
        return side;
    }

    /** How far one database is. */
    final class Side {
        private int done;
        private int tables;
        private long rows;
        private double fraction;

        /**
         * @param table that is complete now, or empty
         * @param more rows since the last time
         * @param part of the work done, from 0 to 1
         */
        void heard(String table, long more, int complete, int all, double part) {
            session.interrupts().check();
            synchronized (WorkBar.this) {
                done = complete;
                tables = all;
                rows += more;
                fraction = part;
                draw(table);
            }
        }
    }

    private void draw(String table) {
        var fraction =
                sides.stream().mapToDouble(side -> side.fraction).average().orElse(0);
        var done = sides.stream().mapToInt(side -> side.done).sum();
        var tables = sides.stream().mapToInt(side -> side.tables).sum();
        var rows = sides.stream().mapToLong(side -> side.rows).sum();
        session.console()
                .progress(bar.line(fraction, done + " of " + tables + " " + unit, rows, "rows") + "  " + table);
    }
}
