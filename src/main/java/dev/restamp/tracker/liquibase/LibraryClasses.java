package dev.restamp.tracker.liquibase;

import java.io.IOException;
import java.net.URL;
import java.util.Enumeration;
import org.jspecify.annotations.Nullable;

/**
 * What a changelog may name by class: Liquibase's own. A changelog can make Liquibase load and construct classes, filters
 * and custom changes for example; neither the project's nor ours are for it.
 */
final class LibraryClasses extends ClassLoader {
    private final ClassLoader all;

    LibraryClasses(ClassLoader all) {
        super(all);
        this.all = all;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (name.startsWith("liquibase.") || name.startsWith("java.")) {
            return super.loadClass(name, resolve);
        }
        throw new ClassNotFoundException(name);
    }

    @Override
    public @Nullable URL getResource(String name) {
        return all.getResource(name);
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        return all.getResources(name);
    }
}
