/** What a migration tool printed when it failed, understood. */
@NullMarked
package dev.restamp.core.failure;

import org.jspecify.annotations.NullMarked;
