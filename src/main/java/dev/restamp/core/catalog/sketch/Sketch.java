package dev.restamp.core.catalog.sketch;

import dev.restamp.core.catalog.CatalogSnapshot;
import dev.restamp.core.catalog.Difference;
import java.util.List;

/**
 * What would make one database like another: a sketch for people, to be read before it is run. Names are qualified, so it
 * does not matter which search path it runs with.
 *
 * @param steps in the order in which they can be run
 * @param unsaid the differences of which nothing safe can be said: {@code cast (text AS point)}
 */
public record Sketch(List<Step> steps, List<String> unsaid) {
    public Sketch {
        steps = List.copyOf(steps);
        unsaid = List.copyOf(unsaid);
    }

    /**
     * @param target what is to be changed
     * @param wished what it should be like
     * @param differences between the two, the target on the left
     */
    public static Sketch of(CatalogSnapshot target, CatalogSnapshot wished, List<Difference> differences) {
        return new Drawing(target, wished).draw(differences);
    }
}
