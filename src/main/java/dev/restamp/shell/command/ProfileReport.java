package dev.restamp.shell.command;

import dev.restamp.core.Exit;
import dev.restamp.shell.OpenConnection.Environment;
import dev.restamp.shell.TimeLimit;
import dev.restamp.shell.profile.Profile;
import dev.restamp.shell.render.Block;
import dev.restamp.shell.render.Block.Field;
import dev.restamp.shell.render.Block.Grid;
import dev.restamp.shell.render.Block.Head;
import dev.restamp.shell.render.Json;
import dev.restamp.shell.render.Report;
import dev.restamp.shell.render.Style;
import dev.restamp.shell.render.Text;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Profiles as they are printed. */
final class ProfileReport {
    private ProfileReport() {}

    static Report list(Path file, List<Profile> profiles) {
        var report = Report.builder()
                .json("file", file.toString())
                .json("profiles", profiles.stream().map(ProfileReport::json).toList());
        if (profiles.isEmpty()) {
            return report.line("no profiles in " + file + "; profile add NAME URL makes one")
                    .build(Exit.OK);
        }
        var heads = List.of(Head.left("name"), Head.left("env"), Head.left("target"), Head.left("role"));
        return report.block(new Grid(
                        heads, profiles.stream().map(ProfileReport::row).toList()))
                .line(Text.of("in " + file, Style.FAINT))
                .build(Exit.OK);
    }

    private static List<Text> row(Profile profile) {
        return List.of(
                Text.of(profile.name(), Style.STRONG),
                Text.of(label(profile)),
                Text.of(profile.target()),
                Text.of(profile.role().orElse("")));
    }

    private static String label(Profile profile) {
        return profile.label().map(Environment::word).orElse("");
    }

    static Report show(Profile profile) {
        var fields = new ArrayList<Field>();
        json(profile).forEach((key, value) -> {
            if (value != null) {
                fields.add(new Field(key, Text.of(String.valueOf(value)), ""));
            }
        });
        return Report.builder()
                .block(new Block.Fields(fields))
                .json("profile", json(profile))
                .build(Exit.OK);
    }

    /** The variables by name only: nobody knows what a migration tool is told. */
    private static Map<String, @Nullable Object> json(Profile profile) {
        return Json.object(
                "name", profile.name(),
                "target", profile.target(),
                "label", profile.label().map(Environment::word).orElse(null),
                "role", profile.role().orElse(null),
                "ssl_root", profile.sslRoot().orElse(null),
                "schema", profile.table().schema().orElse(null),
                "version_table", profile.table().name().orElse(null),
                "timeout", profile.timeout().map(TimeLimit::text).orElse(null),
                "url_variable", profile.urlVariable(),
                "env",
                        String.join(
                                ", ", profile.env().keySet().stream().sorted().toList()));
    }
}
