package dev.restamp.postgres;

import dev.restamp.core.Problem;
import java.util.Optional;

/** Finds a password where none is known, or another one where it was refused: it asks, or reads a file again. */
@FunctionalInterface
public interface Renewal {
    /** Nobody can be asked. */
    Renewal NONE = _ -> Optional.empty();

    /**
     * @param why what the server said
     * @return empty to let the problem stand
     */
    Optional<Secret> password(Problem why);
}
