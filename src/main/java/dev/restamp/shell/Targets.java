package dev.restamp.shell;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import dev.restamp.postgres.ConnectionCode;
import dev.restamp.shell.profile.Profiles;
import java.util.Map;
import java.util.Optional;

/** Finds out what a user means: by a word that was typed, or by the environment where nothing was. */
final class Targets {
    private final Map<String, String> environment;
    private final Profiles profiles;

    Targets(Map<String, String> environment, Profiles profiles) {
        this.environment = environment;
        this.profiles = profiles;
    }

    /** @throws Problem with {@code Exit.USAGE} where it is the name of no profile */
    Target named(String typed) {
        return typed.contains("://") || typed.contains("=") ? Target.typed(typed) : Target.of(profiles.get(typed));
    }

    /** What the environment says, first {@code $RESTAMP_PROFILE}; empty where it says nothing. */
    Optional<Target> fromEnvironment() {
        var profile = profiles.areRead() ? given("RESTAMP_PROFILE") : Optional.<String>empty();
        return profile.map(name -> Target.of(profiles.get(name)))
                .or(() -> given("DATABASE_URL").map(url -> from(url, "DATABASE_URL")))
                .or(() -> given("PGSERVICE").map(_ -> from("postgresql://", "PGSERVICE")))
                .or(() -> given("PGHOST").map(_ -> from("postgresql://", "PGHOST")));
    }

    private static Target from(String text, String variable) {
        return new Target(text, "from $" + variable, Optional.empty(), Map.of());
    }

    private Optional<String> given(String variable) {
        return Optional.ofNullable(environment.get(variable)).filter(value -> !value.isEmpty());
    }

    static Problem none() {
        return ConnectionCode.NO_TARGET.problem(
                Exit.CONNECTION,
                "no connection: no URL was given and $DATABASE_URL is not set",
                "connect postgresql://user@host/database, or: practice start restored-dump");
    }
}
