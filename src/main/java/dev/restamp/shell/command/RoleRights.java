package dev.restamp.shell.command;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import dev.restamp.core.restore.Leftovers;
import dev.restamp.postgres.Reading;
import dev.restamp.postgres.RightsReader;

/** What a role that the user names may not do. */
public final class RoleRights {
    private RoleRights() {}

    /** @throws Problem with {@code Exit.USAGE} where there is no such role */
    public static Leftovers missing(Reading reading, String role) {
        var roles = RightsReader.roles(reading);
        if (!roles.contains(role)) {
            throw new Problem(
                    Exit.USAGE,
                    "there is no role \"" + role + "\""
                            + Nearest.to(role, roles)
                                    .map(near -> ". Did you mean: " + near)
                                    .orElse(""),
                    "sql select rolname from pg_roles");
        }
        return RightsReader.read(reading, role);
    }
}
