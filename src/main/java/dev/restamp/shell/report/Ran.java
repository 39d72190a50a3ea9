package dev.restamp.shell.report;

import java.time.Instant;
import java.util.List;

/** An {@code upgrade} that started the project's own tool, however that ended. */
record Ran(Said said) {
    static boolean is(Said said) {
        return said.command().equals("upgrade") && said.members().is("ran");
    }

    /** Whether it also got through. */
    static boolean isDone(Said said) {
        return is(said) && !said.members().has("error");
    }

    Instant at() {
        return said.at();
    }

    /** What it was by hand: {@code alembic upgrade head}. */
    String typed() {
        return said.members().text("command");
    }

    boolean failed() {
        return said.members().has("error");
    }

    List<String> before() {
        return said.members().texts("before");
    }

    List<String> after() {
        return said.members().texts("after");
    }

    /** Why it failed, in the tool's last words; empty where it did not. */
    String why() {
        return said.members().object("error").text("what");
    }

    /** In a line. */
    String result() {
        return typed() + (failed() ? " failed, row " : " ran, row ") + Wording.rows(before()) + " → "
                + Wording.rows(after()) + (failed() ? "; " + why() : "");
    }
}
