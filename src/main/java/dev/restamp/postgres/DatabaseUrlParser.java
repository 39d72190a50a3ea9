package dev.restamp.postgres;

import dev.restamp.core.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Collects keywords in libpq's order: connection string, service file, environment, defaults. */
final class DatabaseUrlParser {
    private final Map<String, String> environment;
    private final List<String> notes = new ArrayList<>();

    DatabaseUrlParser(Map<String, String> environment) {
        this.environment = environment;
    }

    /** @throws Problem with {@code Exit.USAGE} */
    DatabaseUrl parse(String text, Map<String, String> over) {
        var keywords = Dialect.translate(read(text.strip()), notes);
        keywords.putAll(over);
        fillFromService(keywords);
        EnvironmentKeywords.fill(keywords, environment, notes);
        return new Keywords(Dialect.translate(keywords, notes), environment, notes).read();
    }

    private Map<String, String> read(String text) {
        return Conninfo.isOne(text) ? Conninfo.read(text) : UrlReader.read(text, notes);
    }

    private void fillFromService(Map<String, String> keywords) {
        Optional.ofNullable(keywords.remove("service"))
                .or(() -> Optional.ofNullable(environment.get("PGSERVICE")))
                .filter(name -> !name.isEmpty())
                .ifPresent(name -> {
                    var service = new ServiceFile(environment).find(name);
                    Dialect.translate(service.keywords(), notes).forEach(keywords::putIfAbsent);
                    notes.add("service " + name + " of " + service.file());
                });
    }
}
