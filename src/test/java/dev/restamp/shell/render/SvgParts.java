package dev.restamp.shell.render;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** A picture as an XML parser reads it. */
record SvgParts(String source, List<Element> elements) {
    /** What a letter takes at 13 and at 11 pixels in the widest of the usual monospaced fonts. */
    private static final double LETTER = 0.618;

    static SvgParts of(String source) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
            var all = factory.newDocumentBuilder()
                    .parse(new InputSource(new StringReader(source)))
                    .getElementsByTagName("*");
            return new SvgParts(
                    source,
                    IntStream.range(0, all.getLength())
                            .mapToObj(i -> (Element) all.item(i))
                            .toList());
        } catch (IOException | SAXException | ParserConfigurationException failure) {
            throw new AssertionError(source, failure);
        }
    }

    /** How many elements are of a class. */
    long count(String name) {
        return ofClass(name).count();
    }

    List<String> paths(String name) {
        return ofClass(name).map(element -> element.getAttribute("d")).toList();
    }

    List<String> tags() {
        return ofClass("rs-tag")
                .map(element -> element.getTextContent().strip())
                .toList();
    }

    /** All texts, one a line. */
    String text() {
        return String.join("\n", texts().map(Element::getTextContent).toList());
    }

    /** Pairs of texts and frames on one line of which one reaches into the other. */
    List<String> overlapping() {
        var found = new ArrayList<String>();
        var boxes = texts().map(SvgParts::box).toList();
        for (var i = 0; i < boxes.size(); i++) {
            for (var j = i + 1; j < boxes.size(); j++) {
                if (boxes.get(i).touches(boxes.get(j))) {
                    found.add(boxes.get(i) + " and " + boxes.get(j));
                }
            }
        }
        return found;
    }

    /** Texts that are not wholly in the picture. */
    List<Box> outside() {
        var width = Integer.parseInt(elements.getFirst().getAttribute("width"));
        var height = Integer.parseInt(elements.getFirst().getAttribute("height"));
        return texts().map(SvgParts::box)
                .filter(box -> box.left() < 0 || box.right() > width || box.y() < 10 || box.y() > height)
                .toList();
    }

    /** Where a text of ASCII stands: from left to right on a line. */
    record Box(String text, double left, double right, int y) {
        boolean touches(Box other) {
            return Math.abs(y - other.y) < 12 && left < other.right && other.left < right;
        }
    }

    private static Box box(Element text) {
        var parent = (Element) text.getParentNode();
        var framed = parent.getAttribute("class").contains("rs-tag");
        var small = framed || text.getAttribute("class").contains("rs-small");
        var shown = shown(text);
        var width = shown.length() * LETTER * (small ? 11 : 13);
        var x = Integer.parseInt(text.getAttribute("x"));
        var left = framed ? x - width / 2 : text.getAttribute("class").contains("rs-right") ? x - width : x;
        return new Box(shown, left, left + width, Integer.parseInt(text.getAttribute("y")));
    }

    /** Without what is only said to those who point at it. */
    private static String shown(Element text) {
        var first = text.getFirstChild();
        return first instanceof Element title && title.getTagName().equals("title")
                ? text.getTextContent().substring(title.getTextContent().length())
                : text.getTextContent();
    }

    private Stream<Element> texts() {
        return elements.stream().filter(element -> element.getTagName().equals("text"));
    }

    private Stream<Element> ofClass(String name) {
        return elements.stream()
                .filter(element ->
                        List.of(element.getAttribute("class").split(" ", -1)).contains(name));
    }
}
