package dev.restamp.shell;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Where typed lines are kept: a file for each project, one for practising, one for where no project is. */
public final class Histories {
    private final Session session;

    public Histories(Session session) {
        this.session = session;
    }

    /** The file for what is open now. */
    public Path file() {
        return session.state().history().resolve(name());
    }

    /** The lines in it, the oldest first. */
    public List<String> lines() {
        try {
            return Files.exists(file())
                    ? Files.readAllLines(file()).stream().map(Histories::line).toList()
                    : List.of();
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    /** JLine writes {@code milliseconds:line}, with the line breaks of a pasted line escaped. */
    private static String line(String kept) {
        return kept.replaceFirst("^\\d+:", "").replace("\\n", " ");
    }

    private String name() {
        if (session.practice().isPresent()) {
            return "practice";
        }
        return session.projectPlace().map(Histories::name).orElse("no-project");
    }

    /** For people the name of the folder, for certainty a hash of its whole path. */
    private static String name(Path project) {
        var folder =
                Optional.ofNullable(project.getFileName()).map(Path::toString).orElse("");
        return folder.replaceAll("[^\\w.-]", "_") + "-" + hash(project).substring(0, 8);
    }

    private static String hash(Path project) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(project.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
