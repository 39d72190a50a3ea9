/** Reports, and the formats that print them. */
@NullMarked
package dev.restamp.shell.render;

import org.jspecify.annotations.NullMarked;
