package dev.restamp.shell.diff;

import dev.restamp.core.catalog.CatalogSnapshot;

/** Both sides of a comparison, property by property. */
public record Catalogs(CatalogSnapshot left, CatalogSnapshot right) {}
