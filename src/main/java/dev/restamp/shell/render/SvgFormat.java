package dev.restamp.shell.render;

/** For a ticket or a page: the graph as a picture that stands alone, runs nothing and fetches nothing. */
final class SvgFormat implements OutputFormat {
    @Override
    public String name() {
        return "svg";
    }

    @Override
    public Kind kind() {
        return Kind.DOCUMENT;
    }

    @Override
    public boolean isPicture() {
        return true;
    }

    @Override
    public String print(Report report, Envelope envelope, Canvas canvas) {
        var graph = Pictures.graph(report, this);
        return new SvgPicture(graph).document("restamp " + envelope.command(), Pictures.headings(report));
    }
}
