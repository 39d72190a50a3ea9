/** What Tab proposes. */
@NullMarked
package dev.restamp.shell.completion;

import org.jspecify.annotations.NullMarked;
