package dev.restamp.tracker.liquibase;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import liquibase.change.AbstractChange;
import liquibase.change.DatabaseChange;
import liquibase.database.Database;
import liquibase.exception.ValidationErrors;
import liquibase.parser.core.ParsedNode;
import liquibase.parser.core.ParsedNodeException;
import liquibase.resource.ResourceAccessor;
import liquibase.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/**
 * Stands for {@code customChange}, in the place of Liquibase's own, which loads and constructs the project's class as soon
 * as it is read. This one knows its name. An update with it is refused before it starts.
 *
 * <p>Liquibase finds what a change is made of by reflection, hence public.
 */
@DatabaseChange(name = "customChange", description = "a class of the project", priority = 1000)
public final class CustomCode extends AbstractChange {
    private String className = "";
    private final Map<String, String> parameters = new TreeMap<>();

    /** The class that would run. */
    public String getClassName() {
        return className;
    }

    @Override
    public void load(ParsedNode node, ResourceAccessor files) throws ParsedNodeException {
        className = Objects.requireNonNullElse(node.getChildValue(null, "class", String.class), "");
        var holder = node.getChild(null, "params");
        for (var child : (holder == null ? node : holder).getChildren(null, "param")) {
            var value = child.getValue() == null ? child.getChildValue(null, "value") : child.getValue();
            var name = child.getChildValue(null, "name", String.class);
            if (name != null && value != null) {
                parameters.put(name, value.toString());
            }
        }
        for (var child : node.getChildren()) {
            if (child.getValue() != null && !Set.of("class", "param", "params").contains(child.getName())) {
                parameters.put(child.getName(), child.getValue().toString());
            }
        }
    }

    @Override
    public boolean generateStatementsVolatile(Database database) {
        return true;
    }

    @Override
    public SqlStatement[] generateStatements(Database database) {
        throw new UnsupportedOperationException(className);
    }

    @Override
    public ValidationErrors validate(Database database) {
        return new ValidationErrors()
                .addError("customChange " + className + " is a class of the project, which is not loaded here");
    }

    @Override
    public String getConfirmationMessage() {
        return className;
    }

    @Override
    public Set<String> getSerializableFields() {
        return Set.of("class", "param");
    }

    @Override
    public @Nullable Object getSerializableFieldValue(String field) {
        return field.equals("class") ? className : parameters;
    }

    @Override
    public SerializationType getSerializableFieldType(String field) {
        return SerializationType.NAMED_FIELD;
    }

    @Override
    public String getSerializedObjectNamespace() {
        return STANDARD_CHANGELOG_NAMESPACE;
    }
}
