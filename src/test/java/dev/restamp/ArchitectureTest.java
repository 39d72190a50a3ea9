package dev.restamp;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.net.URL;
import org.junit.jupiter.api.Test;

/** The arrows in docs/architecture.md, checked. */
class ArchitectureTest {
    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.restamp");

    /** Every tool's scripts come to SQL in the end. */
    private static final DescribedPredicate<JavaClass> WHAT_SQL_MAKES =
            JavaClass.Predicates.resideInAnyPackage("dev.restamp.tracker.sql..", "dev.restamp.tracker.ddl..");

    @Test
    void core_is_pure() {
        classes()
                .that()
                .resideInAPackage("dev.restamp.core..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "dev.restamp.core..",
                        "java.lang..",
                        "java.math..",
                        "java.time..",
                        "java.util..",
                        "org.jspecify.annotations..")
                .because("decisions must be testable without a database, a terminal or a disk")
                .check(CODE);
    }

    @Test
    void the_topics_of_core_form_no_cycle() {
        slices().matching("dev.restamp.core.(*)..").should().beFreeOfCycles().check(CODE);
    }

    @Test
    void revision_and_schema_know_no_other_topic() {
        noClasses()
                .that()
                .resideInAnyPackage("dev.restamp.core.revision..", "dev.restamp.core.schema..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.restamp.core.evidence..", "dev.restamp.core.stamp..", "dev.restamp.core.rows..")
                .check(CODE);
    }

    @Test
    void only_postgres_speaks_jdbc() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.restamp.postgres..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.postgresql..")
                .check(CODE);
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "dev.restamp.postgres..", "dev.restamp.tracker.liquibase..", "dev.restamp.tracker.flyway..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..")
                .because("postgres opens every connection, and gives those two libraries what they need")
                .check(CODE);
    }

    @Test
    void only_the_shell_knows_spring_and_jline() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.restamp.shell..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "org.jline..")
                .check(CODE);
    }

    @Test
    void nothing_is_asked_of_the_network_but_by_the_driver() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.net.http..", "java.nio.channels..", "javax.net..", "com.sun.net..")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.net.Socket")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.net.URLConnection")
                .orShould()
                .callMethod(URL.class, "openStream")
                .because("there is no telemetry and no check for updates")
                .check(CODE);
    }

    @Test
    void the_layers_point_one_way() {
        mayNotUse("dev.restamp.postgres..", "tracker", "practice", "shell");
        mayNotUse("dev.restamp.tracker..", "practice", "shell");
        mayNotUse("dev.restamp.practice..", "shell");
    }

    @Test
    void trackers_do_not_know_each_other() {
        slices().matching("dev.restamp.tracker.(*)..")
                .should()
                .notDependOnEachOther()
                .ignoreDependency(DescribedPredicate.alwaysTrue(), WHAT_SQL_MAKES)
                .check(CODE);
    }

    private static void mayNotUse(String layer, String... others) {
        for (var other : others) {
            noClasses()
                    .that()
                    .resideInAPackage(layer)
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("dev.restamp." + other + "..")
                    .check(CODE);
        }
    }
}
