package dev.restamp.core.catalog.sketch;

import java.util.List;

/**
 * A statement of a sketch.
 *
 * @param sql without its semicolon
 */
public record Step(String sql, List<Hazard> hazards) {
    public Step {
        hazards = List.copyOf(hazards);
    }

    static Step of(String sql, Hazard... hazards) {
        return new Step(sql, List.of(hazards));
    }
}
