package dev.restamp.shell.recording;

import dev.restamp.core.catalog.CatalogObject;
import dev.restamp.core.catalog.CatalogSnapshot;
import dev.restamp.shell.Redactor;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Takes secrets out of what is recorded, and remembers out of what. */
final class Cleaner {
    /** {@code SECRET_KEY = "…"}, alone on a line: what settings have and scripts have not. */
    private static final Pattern SETTING = Pattern.compile(
            "(?im)^(\\s*\\w*(?:secret|token|api_?key|private_?key|credential)\\w*\\s*(?::\\s*\\w+\\s*)?=\\s*)"
                    + "(['\"])(?:(?!\\2).){1,1000}\\2");

    private final Redactor redactor;
    private final Set<String> cleaned = new LinkedHashSet<>();

    Cleaner(Redactor redactor) {
        this.redactor = redactor;
    }

    /** What was not recorded as it is: {@code function public.send()}, {@code alembic/versions/1a2b.py}. */
    List<String> cleaned() {
        return List.copyOf(cleaned);
    }

    /** Defaults, comments, bodies, options: whatever is said of an object, but not what it is called. */
    CatalogSnapshot clean(CatalogSnapshot catalog) {
        return CatalogSnapshot.of(catalog.objects().stream().map(this::clean).toList());
    }

    private CatalogObject clean(CatalogObject object) {
        var properties = new LinkedHashMap<String, String>();
        object.properties().forEach((name, value) -> properties.put(name, redactor.redactCode(value)));
        if (properties.equals(object.properties())) {
            return object;
        }
        cleaned.add(object.kind().word() + " " + object.name());
        return new CatalogObject(object.kind(), object.path(), properties);
    }

    /**
     * A script, byte for byte where no secret is in it. What is not UTF-8 is looked at byte by byte.
     *
     * @param place what to call it
     */
    byte[] script(String place, byte[] file) {
        return clean(place, file, redactor::redactCode);
    }

    /** The same for a module of the application, which may have settings in it. */
    byte[] module(String place, byte[] file) {
        return clean(
                place, file, text -> SETTING.matcher(redactor.redactCode(text)).replaceAll("$1'***'"));
    }

    private byte[] clean(String place, byte[] file, UnaryOperator<String> cleaning) {
        var charset = isUtf8(file) ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1;
        var text = new String(file, charset);
        var clean = cleaning.apply(text);
        if (clean.equals(text)) {
            return file;
        }
        cleaned.add(place);
        return clean.getBytes(charset);
    }

    private static boolean isUtf8(byte[] file) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file));
            return true;
        } catch (CharacterCodingException other) {
            return false;
        }
    }
}
