package dev.restamp.shell;

import dev.restamp.postgres.DatabaseUrl;
import dev.restamp.postgres.TargetText;
import dev.restamp.shell.profile.Profile;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a connection leads to.
 *
 * @param text a URL or libpq's keywords; it may hold a password
 * @param origin for people: {@code from $DATABASE_URL}, {@code profile prod}; empty where it was typed
 * @param profile the profile it is from
 * @param keywords those that go before what the text says
 */
public record Target(String text, String origin, Optional<Profile> profile, Map<String, String> keywords) {
    public Target {
        keywords = Map.copyOf(keywords);
    }

    static Target typed(String text) {
        return new Target(text, "", Optional.empty(), Map.of());
    }

    static Target of(Profile profile) {
        return new Target(profile.target(), "profile " + profile.name(), Optional.of(profile), profile.keywords());
    }

    /** The same with more keywords, which go before those there are. */
    Target with(Map<String, String> more) {
        var all = new HashMap<>(keywords);
        all.putAll(more);
        return new Target(text, origin, profile, all);
    }

    Target withText(String other) {
        return new Target(other, origin, profile, keywords);
    }

    /** Reads it, and what it leaves out from files and environment as they are now. */
    DatabaseUrl url(Map<String, String> environment) {
        return DatabaseUrl.parse(text, keywords, environment);
    }

    /** Whether the text itself holds a password. */
    public boolean holdsPassword() {
        return !TargetText.withoutPassword(text).equals(text);
    }

    /** The profile or the service that names it, if one does. */
    Optional<String> name() {
        return profile.map(Profile::name)
                .or(() -> text.matches("service=[\\w-]+")
                        ? Optional.of(text.substring("service=".length()))
                        : Optional.empty());
    }

    /** Not the text: it may hold a password. */
    @Override
    public String toString() {
        return origin;
    }
}
