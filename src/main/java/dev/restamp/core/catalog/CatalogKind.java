package dev.restamp.core.catalog;

import java.util.Locale;

/** The kinds of object that a snapshot has, in the order in which differences are listed. */
public enum CatalogKind {
    SCHEMA("schemas", Place.ALONE),
    EXTENSION("extensions", Place.ALONE),
    LANGUAGE("languages", Place.ALONE),
    ACCESS_METHOD("access methods", Place.ALONE),
    TRANSFORM("transforms", Place.ALONE),
    COLLATION("collations", Place.ALONE),
    TYPE("types", Place.ALONE),
    SEQUENCE("sequences", Place.ALONE),
    TABLE("tables", Place.ALONE),
    COLUMN("columns", Place.ON_TABLE),
    CONSTRAINT("constraints", Place.ON_TABLE),
    INDEX("indexes", Place.ON_TABLE),
    VIEW("views", Place.ALONE),
    FUNCTION("functions", Place.OVERLOADED),
    TRIGGER("triggers", Place.ON_TABLE),
    RULE("rules", Place.ON_TABLE),
    POLICY("policies", Place.ON_TABLE),
    STATISTICS("statistics objects", Place.ALONE),
    TEXT_SEARCH("text search objects", Place.OVERLOADED),
    OPERATOR("operators", Place.OVERLOADED),
    OPERATOR_FAMILY("operator families", Place.OVERLOADED),
    OPERATOR_CLASS("operator classes", Place.OVERLOADED),
    CAST("casts", Place.ALONE),
    EVENT_TRIGGER("event triggers", Place.ALONE),
    PUBLICATION("publications", Place.ALONE),
    SUBSCRIPTION("subscriptions", Place.ALONE),
    FOREIGN_DATA_WRAPPER("foreign data wrappers", Place.ALONE),
    FOREIGN_SERVER("foreign servers", Place.ALONE),
    DEFAULT_PRIVILEGES("default privileges", Place.OVERLOADED);

    private final String plural;
    private final Place place;

    CatalogKind(String plural, Place place) {
        this.plural = plural;
        this.place = place;
    }

    private enum Place {
        /** Its name is its own, in a schema or in the database. */
        ALONE,
        /** It comes and goes with a table or a view, whose name is in its path. */
        ON_TABLE,
        /** Its path ends in what tells it from others of the same name: of a function the arguments. */
        OVERLOADED
    }

    /** For people: {@code event trigger}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** For people: {@code event triggers}. */
    public String plural() {
        return plural;
    }

    boolean isOnTable() {
        return place == Place.ON_TABLE;
    }

    boolean isOverloaded() {
        return place == Place.OVERLOADED;
    }
}
