package dev.restamp.core.catalog.sketch;

import dev.restamp.core.catalog.CatalogKind;
import dev.restamp.core.catalog.CatalogObject;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The statements that drop objects. */
final class Removal {
    private final Set<String> owners;

    /** @param dropped all that is */
    Removal(Collection<CatalogObject> dropped) {
        owners = dropped.stream()
                .filter(one -> one.kind() == CatalogKind.TABLE || one.kind() == CatalogKind.COLUMN)
                .map(one -> SqlText.name(one.path()))
                .collect(Collectors.toSet());
    }

    /** Whether an object of this kind can be dropped by a statement that is known here. */
    static boolean canDrop(CatalogObject object) {
        return name(object).isPresent();
    }

    /** Empty for a sequence that is dropped with the column that owns it. */
    Optional<Step> of(CatalogObject object) {
        return owned(object) ? Optional.empty() : name(object).map(sql -> new Step(sql, Hazards.ofDropping(object)));
    }

    private boolean owned(CatalogObject object) {
        var owner = object.property("owned by").orElse("");
        return owners.contains(owner) || owners.contains(owner.substring(0, Math.max(0, owner.lastIndexOf('.'))));
    }

    private static Optional<String> name(CatalogObject object) {
        return switch (object.kind()) {
            case COLUMN -> Optional.of("ALTER TABLE " + SqlText.table(object) + " DROP COLUMN " + SqlText.last(object));
            case CONSTRAINT ->
                Optional.of("ALTER TABLE " + SqlText.table(object) + " DROP CONSTRAINT " + SqlText.last(object));
            default -> Naming.altered(object).map(what -> "DROP " + what);
        };
    }
}
