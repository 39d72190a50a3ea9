package dev.restamp.core.revision;

import dev.restamp.core.Problem;
import java.util.Arrays;
import java.util.function.Function;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Why a name or a range leads nowhere, as Alembic's exceptions and as Restamp's sentences tell it. */
enum Reason {
    UNKNOWN(
            "No such (revision|branch)",
            "no revision (starts with|is named|on branch)|^no branch|is no revision of this project"),
    AMBIGUOUS("Multiple revisions start", "is not enough"),
    NOT_ON_BRANCH("is not a member of branch", "is not on branch"),
    SEVERAL_HEADS("Multiple heads", "is one of several heads"),
    NOT_BELOW("is not an ancestor of", "does not build on"),
    OVERLAP("overlaps with other", "overlap: .* already implies"),
    SEVERAL_WAYS("Ambiguous walk", "several ways"),
    SEVERAL_ROWS("Ambiguous upgrade", "several rows"),
    TOO_FAR("didn't produce", "leads (beyond the last|below the first|down from)"),
    RING("Cycle is detected", "stand in a ring"),
    NO_RANGE("History range requires|too many values", "^\"[^\"]*\" is no range$");

    private final Pattern alembic;
    private final Pattern restamp;

    Reason(String alembic, String restamp) {
        this.alembic = Pattern.compile(alembic);
        this.restamp = Pattern.compile(restamp);
    }

    /** The underlying exception tells more than the command line. */
    static Reason of(JsonNode error) {
        var message = error.has("cause")
                ? error.get("cause").get("message").asString()
                : error.path("cli").asString(error.path("message").asString(""));
        return only(message, reason -> reason.alembic);
    }

    static Reason of(Problem problem) {
        return only(problem.what(), reason -> reason.restamp);
    }

    private static Reason only(String message, Function<Reason, Pattern> pattern) {
        var found = Arrays.stream(values())
                .filter(reason -> pattern.apply(reason).matcher(message).find())
                .toList();
        if (found.size() != 1) {
            throw new AssertionError("reasons of <" + message + ">: " + found);
        }
        return found.getFirst();
    }
}
