package dev.restamp.tracker.alembic.python;

import dev.restamp.tracker.alembic.python.Value.Dict;
import dev.restamp.tracker.alembic.python.Value.Items;
import dev.restamp.tracker.alembic.python.Value.Shape;
import dev.restamp.tracker.alembic.python.Value.Text;
import dev.restamp.tracker.alembic.python.Value.Unknown;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Gives the parameters of a function their values. */
final class Parameters {
    private Parameters() {}

    static void bind(
            Value.Function function, Arguments arguments, Place at, Scope scope, Function<Expression, Value> presets) {
        var position = 0;
        var extra = new LinkedHashMap<Value, Value>();
        arguments.named().forEach((name, value) -> extra.put(new Text(name), value));
        for (var parameter : function.parameters()) {
            var name = parameter.name();
            Optional<Value> given = switch (parameter.kind()) {
                case PLAIN -> arguments.get(position++, name);
                case KEYWORD_ONLY -> arguments.get(name);
                case REST -> Optional.of(Items.of(Shape.TUPLE, rest(arguments.positional(), position)));
                case REST_BY_NAME -> Optional.of(Dict.of(extra));
            };
            extra.remove(new Text(name));
            var known =
                    arguments.complete() ? given.or(() -> parameter.preset().map(presets)) : Optional.<Value>empty();
            scope.put(name, known.orElse(new Unknown(at)));
        }
    }

    private static List<Value> rest(List<Value> positional, int from) {
        return positional.subList(Math.min(from, positional.size()), positional.size());
    }
}
