package dev.restamp.tracker.alembic.python;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Statements as text, without their places: {@code Evaluate(Call(Name(f), []))}. */
final class SyntaxText {
    private SyntaxText() {}

    static String of(String source) {
        return PythonParser.parse(PythonSource.of(source)).body().stream()
                .map(SyntaxText::text)
                .collect(Collectors.joining("; "));
    }

    private static String text(Object part) {
        return switch (part) {
            case Value.Text(var text) -> "'" + text + "'";
            case Value value -> value.toString();
            case Optional<?> optional -> optional.map(SyntaxText::text).orElse("-");
            case List<?> list -> list.stream().map(SyntaxText::text).collect(Collectors.joining(", ", "[", "]"));
            case Statement.Opaque(var at) -> "Opaque<" + at.quote() + ">";
            case Expression.Opaque(var at) -> "Opaque<" + at.quote() + ">";
            case Expression.Constant(var value, var _) -> text(value);
            case Expression.Name(var name, var _) -> name;
            case Record node -> node.getClass().getSimpleName() + components(node);
            default -> part.toString();
        };
    }

    private static String components(Record node) {
        return Stream.of(node.getClass().getRecordComponents())
                .filter(component -> component.getType() != Place.class)
                .map(component -> {
                    try {
                        return text(component.getAccessor().invoke(node));
                    } catch (ReflectiveOperationException inaccessible) {
                        throw new IllegalStateException(inaccessible);
                    }
                })
                .collect(Collectors.joining(", ", "(", ")"));
    }
}
