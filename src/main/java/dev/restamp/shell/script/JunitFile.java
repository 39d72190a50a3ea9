package dev.restamp.shell.script;

import dev.restamp.core.Exit;
import dev.restamp.core.Problem;
import dev.restamp.shell.Redactor;
import dev.restamp.shell.script.Step.Outcome;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** What came of a script as JUnit's XML, which every CI server shows: a suite a section, a test case a step. */
public final class JunitFile {
    private final Path file;
    private final Redactor redactor;

    private JunitFile(Path file, Redactor redactor) {
        this.file = file;
        this.redactor = redactor;
    }

    /**
     * Empties the file, or makes it: whether it can be written must be known before anything is done.
     *
     * @throws Problem with {@code Exit.USAGE} where it cannot
     */
    public static JunitFile at(Path file, Redactor redactor) {
        var junit = new JunitFile(file, redactor);
        junit.put("");
        return junit;
    }

    public void write(RunResult result) {
        put(redactor.redact(document(xml -> suites(xml, result))));
    }

    /** A script that cannot be run is one test case that fails. */
    public void write(Script script, List<Mistake> mistakes) {
        put(redactor.redact(document(xml -> {
            xml.writeStartElement("testsuites");
            xml.writeStartElement("testsuite");
            counts(xml, script.name(), 1, 0, 1, 0, 0);
            xml.writeStartElement("testcase");
            attribute(xml, "classname", script.name());
            attribute(xml, "name", "check");
            attribute(xml, "time", "0.000");
            xml.writeStartElement("error");
            attribute(xml, "type", "exit " + Exit.USAGE.code());
            attribute(xml, "message", mistakes.getFirst().what());
            text(
                    xml,
                    mistakes.stream()
                            .map(one -> one.place() + ": " + one.what())
                            .collect(Collectors.joining("\n")));
            xml.writeEndDocument();
        })));
    }

    private interface Content {
        void write(XMLStreamWriter xml) throws XMLStreamException;
    }

    private static String document(Content content) {
        var text = new StringWriter();
        try {
            var xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            content.write(xml);
            xml.close();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException(impossible);
        }
        return text + "\n";
    }

    private void put(String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException failure) {
            throw new Problem(
                    Exit.USAGE, "the report cannot be written: " + file, "--junit with another file", failure);
        }
    }

    private static void suites(XMLStreamWriter xml, RunResult result) throws XMLStreamException {
        xml.writeStartElement("testsuites");
        counts(xml, result.script().file(), result.steps());
        for (var suite : bySection(result).entrySet()) {
            xml.writeStartElement("testsuite");
            counts(xml, suite.getKey(), suite.getValue());
            attribute(
                    xml,
                    "timestamp",
                    suite.getValue()
                            .getFirst()
                            .start()
                            .truncatedTo(ChronoUnit.SECONDS)
                            .toString());
            for (var step : suite.getValue()) {
                testcase(xml, suite.getKey(), step);
            }
            xml.writeEndElement();
        }
        xml.writeEndDocument();
    }

    private static Map<String, List<Step>> bySection(RunResult result) {
        var sections = new LinkedHashMap<String, List<Step>>();
        result.steps()
                .forEach(step -> sections.computeIfAbsent(suite(result, step), _ -> new ArrayList<>())
                        .add(step));
        return sections;
    }

    private static String suite(RunResult result, Step step) {
        return result.script().name()
                + (step.section().isEmpty() ? "" : "." + step.section().replace('.', '_'));
    }

    private static void counts(XMLStreamWriter xml, String name, List<Step> steps) throws XMLStreamException {
        counts(
                xml,
                name,
                steps.size(),
                steps.stream().filter(step -> isFailure(step)).count(),
                steps.stream().filter(step -> isError(step)).count(),
                steps.stream().filter(step -> isSkipped(step)).count(),
                steps.stream().mapToDouble(Step::seconds).sum());
    }

    private static void counts(
            XMLStreamWriter xml, String name, long tests, long failures, long errors, long skipped, double seconds)
            throws XMLStreamException {
        attribute(xml, "name", name);
        attribute(xml, "tests", Long.toString(tests));
        attribute(xml, "failures", Long.toString(failures));
        attribute(xml, "errors", Long.toString(errors));
        attribute(xml, "skipped", Long.toString(skipped));
        attribute(xml, "time", seconds(seconds));
    }

    private static void testcase(XMLStreamWriter xml, String suite, Step step) throws XMLStreamException {
        xml.writeStartElement("testcase");
        attribute(xml, "classname", suite);
        attribute(xml, "name", step.line().number() + ": " + step.text());
        attribute(xml, "file", step.line().file());
        attribute(xml, "line", Integer.toString(step.line().number()));
        attribute(xml, "time", seconds(step.seconds()));
        if (isFailure(step) || isError(step)) {
            xml.writeStartElement(isError(step) ? "error" : "failure");
            attribute(xml, "type", "exit " + step.exit().code());
            attribute(xml, "message", step.line().place() + ": " + step.exit().meaning());
            text(xml, step.output());
            xml.writeEndElement();
        } else if (isSkipped(step)) {
            xml.writeStartElement("skipped");
            attribute(xml, "message", step.remark());
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    /** A finding, wanted or not, is what a test is there to show; everything else that goes wrong is an error. */
    private static boolean isFailure(Step step) {
        return step.outcome() == Outcome.FINDING || (step.failed() && !isError(step));
    }

    private static boolean isError(Step step) {
        return step.failed() && step.exit() != Exit.OK && step.exit() != Exit.FINDING;
    }

    private static boolean isSkipped(Step step) {
        return step.outcome() == Outcome.LEFT_OUT || step.outcome() == Outcome.NOT_JUDGED;
    }

    private static String seconds(double seconds) {
        return String.format(Locale.ROOT, "%.3f", seconds);
    }

    private static void attribute(XMLStreamWriter xml, String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, legal(value));
    }

    private static void text(XMLStreamWriter xml, String value) throws XMLStreamException {
        xml.writeCharacters(legal(value));
    }

    /** What XML 1.0 cannot hold, not even escaped, as {@code \\u001B}. */
    private static String legal(String text) {
        return text.codePoints()
                .mapToObj(point ->
                        isLegal(point) ? Character.toString(point) : String.format(Locale.ROOT, "\\u%04X", point))
                .collect(Collectors.joining());
    }

    private static boolean isLegal(int point) {
        return point == '\t'
                || point == '\n'
                || point == '\r'
                || (point >= 0x20 && point <= 0xD7FF)
                || (point >= 0xE000 && point <= 0xFFFD)
                || point >= 0x10000;
    }
}
