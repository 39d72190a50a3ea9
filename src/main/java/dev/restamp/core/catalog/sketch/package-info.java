/** The statements that would make one database like another, for people to read before they run them. */
@NullMarked
package dev.restamp.core.catalog.sketch;

import org.jspecify.annotations.NullMarked;
