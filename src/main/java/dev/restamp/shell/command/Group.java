package dev.restamp.shell.command;

/** Where a command stands in the list that {@code help} prints. */
public enum Group {
    CONNECT("Connect"),
    LOOK("Look"),
    REPAIR("Repair"),
    RECORD("Record"),
    LEARN("Learn"),
    SHELL("Shell");

    private final String title;

    Group(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
