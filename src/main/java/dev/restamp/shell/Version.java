package dev.restamp.shell;

import java.util.Optional;

/** The version of this program. */
public final class Version {
    /** From the manifest of the jar; {@code dev} where it runs from classes. */
    public static final String TEXT = Optional.ofNullable(
                    Version.class.getPackage().getImplementationVersion())
            .orElse("dev");

    private Version() {}
}
