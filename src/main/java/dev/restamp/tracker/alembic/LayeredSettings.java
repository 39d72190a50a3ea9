package dev.restamp.tracker.alembic;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** An ini file over a {@code pyproject.toml}: key by key the ini goes first, as since Alembic 1.16. */
record LayeredSettings(IniSettings ini, Settings toml) implements Settings {
    /** The one that says where the scripts are. */
    @Override
    public Path file() {
        return ini.has("script_location") ? ini.file() : toml.file();
    }

    @Override
    public boolean has(String key) {
        return ini.has(key) || toml.has(key);
    }

    @Override
    public Optional<String> text(String key) {
        return ini.text(key).or(() -> toml.text(key));
    }

    @Override
    public List<String> list(String key) {
        return ini.text(key).isPresent() ? ini.list(key) : toml.list(key);
    }

    @Override
    public boolean flag(String key) {
        return ini.has(key) ? ini.flag(key) : toml.flag(key);
    }
}
