/**
 * Scripts: files of commands, with variables, conditions and expectations. {@link dev.restamp.shell.script.ScriptLoader}
 * reads them, {@link dev.restamp.shell.script.Checker} finds what is wrong without running anything, {@link
 * dev.restamp.shell.script.ScriptRun} carries them out.
 */
@NullMarked
package dev.restamp.shell.script;

import org.jspecify.annotations.NullMarked;
