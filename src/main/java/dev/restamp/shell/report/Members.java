package dev.restamp.shell.report;

import dev.restamp.shell.render.Json;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The members of an answer's JSON object. One that is not there is empty: documents grow. */
record Members(Map<String, @Nullable Object> json) {
    boolean has(String name) {
        return json.get(name) != null;
    }

    String text(String name) {
        return json.get(name) instanceof String text ? text : "";
    }

    boolean is(String name) {
        return Boolean.TRUE.equals(json.get(name));
    }

    /** 0 where there is none. */
    long number(String name) {
        return json.get(name) instanceof Number number ? number.longValue() : 0;
    }

    List<String> texts(String name) {
        return list(name).stream().map(String::valueOf).toList();
    }

    Members object(String name) {
        return members(json.get(name));
    }

    List<Members> objects(String name) {
        return list(name).stream().map(Members::members).toList();
    }

    /** Lists in a list. */
    List<List<String>> lists(String name) {
        return list(name).stream()
                .map(one -> one instanceof List<?> inner
                        ? inner.stream().map(String::valueOf).toList()
                        : List.<String>of())
                .toList();
    }

    private List<?> list(String name) {
        return json.get(name) instanceof List<?> list ? list : List.of();
    }

    private static Members members(@Nullable Object value) {
        var members = Json.object();
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, member) -> members.put(String.valueOf(name), member));
        }
        return new Members(members);
    }
}
