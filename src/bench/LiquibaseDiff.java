import java.sql.DriverManager;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.diff.DiffGeneratorFactory;
import liquibase.diff.compare.CompareControl;

/**
 * Liquibase's own comparison of two databases, as a whole process beside {@code restamp diff}: diff.sh runs both.
 *
 * <pre>java -cp LIQUIBASE src/bench/LiquibaseDiff.java jdbc:postgresql://host/one jdbc:postgresql://host/two USER</pre>
 */
public final class LiquibaseDiff {
    public static void main(String[] arguments) throws Exception {
        var factory = DatabaseFactory.getInstance();
        var one = factory.findCorrectDatabaseImplementation(
                new JdbcConnection(DriverManager.getConnection(arguments[0], arguments[2], "")));
        var two = factory.findCorrectDatabaseImplementation(
                new JdbcConnection(DriverManager.getConnection(arguments[1], arguments[2], "")));
        var result = DiffGeneratorFactory.getInstance().compare(one, two, CompareControl.STANDARD);
        System.out.println(result.areEqual() ? "no difference" : "different");
    }
}
