package dev.restamp.shell.render;

/**
 * How pictures look, on a light and on a dark page. Plain rules first: what knows no media queries shows a light picture.
 * The names begin alike, for inside a page a style is that of the whole page.
 */
final class SvgStyle {
    static final String ELEMENT = """
            <style>
            .rs-graph text { font: 13px ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace; fill: #1f2328; white-space: pre }
            .rs-graph .rs-page { fill: #ffffff }
            .rs-graph .rs-strong { font-weight: bold }
            .rs-graph .rs-good { fill: #17692c }
            .rs-graph .rs-bad { fill: #b3181f }
            .rs-graph .rs-warn { fill: #8a5a00 }
            .rs-graph .rs-faint, .rs-graph .rs-small { fill: #5c636b }
            .rs-graph .rs-small { font-size: 11px }
            .rs-graph .rs-right { text-anchor: end }
            .rs-row-band { fill: #fff4d6 }
            .rs-schema-band { fill: #e0f5e6 }
            .rs-graph .rs-tag text { font-size: 11px; text-anchor: middle }
            .rs-tag rect { fill: none; stroke: #b4bac1 }
            .rs-graph .rs-point text { fill: #5c636b }
            .rs-label rect { stroke: #8b3fd1 }
            .rs-graph .rs-label text { fill: #7a2fc0 }
            .rs-head rect { fill: #2f5d9e; stroke: none }
            .rs-row rect { fill: #8a5a00; stroke: none }
            .rs-schema rect { fill: #17692c; stroke: none }
            .rs-graph .rs-head text, .rs-graph .rs-row text, .rs-graph .rs-schema text { fill: #ffffff }
            .rs-edge { fill: none; stroke-width: 2 }
            .rs-out { stroke-dasharray: 2 4 }
            .rs-node { stroke-width: 2 }
            .rs-lane0 { stroke: #2563c9 } .rs-node.rs-lane0 { fill: #2563c9 }
            .rs-lane1 { stroke: #c2410c } .rs-node.rs-lane1 { fill: #c2410c }
            .rs-lane2 { stroke: #15803d } .rs-node.rs-lane2 { fill: #15803d }
            .rs-lane3 { stroke: #8b3fd1 } .rs-node.rs-lane3 { fill: #8b3fd1 }
            .rs-lane4 { stroke: #0e7490 } .rs-node.rs-lane4 { fill: #0e7490 }
            .rs-lane5 { stroke: #be185d } .rs-node.rs-lane5 { fill: #be185d }
            .rs-lane6 { stroke: #7c6f00 } .rs-node.rs-lane6 { fill: #7c6f00 }
            .rs-lane7 { stroke: #57606a } .rs-node.rs-lane7 { fill: #57606a }
            .rs-graph .rs-edge { fill: none }
            .rs-graph .rs-run { fill: #ffffff }
            @media (prefers-color-scheme: dark) {
            .rs-graph text { fill: #e6e9ec }
            .rs-graph .rs-page { fill: #14181d }
            .rs-graph .rs-good { fill: #6fcf8a }
            .rs-graph .rs-bad { fill: #ff8a8a }
            .rs-graph .rs-warn { fill: #f0c060 }
            .rs-graph .rs-faint, .rs-graph .rs-small, .rs-graph .rs-point text { fill: #a8b0b8 }
            .rs-row-band { fill: #3a2f12 }
            .rs-schema-band { fill: #14341f }
            .rs-tag rect { stroke: #6a727b }
            .rs-label rect { stroke: #c59bff }
            .rs-graph .rs-label text { fill: #d3b3ff }
            .rs-head rect { fill: #7db2ff; stroke: none }
            .rs-row rect { fill: #f0c060; stroke: none }
            .rs-schema rect { fill: #6fcf8a; stroke: none }
            .rs-graph .rs-head text, .rs-graph .rs-row text, .rs-graph .rs-schema text { fill: #10151a }
            .rs-lane0 { stroke: #6ea8ff } .rs-node.rs-lane0 { fill: #6ea8ff }
            .rs-lane1 { stroke: #ff9566 } .rs-node.rs-lane1 { fill: #ff9566 }
            .rs-lane2 { stroke: #5fd38a } .rs-node.rs-lane2 { fill: #5fd38a }
            .rs-lane3 { stroke: #c59bff } .rs-node.rs-lane3 { fill: #c59bff }
            .rs-lane4 { stroke: #4fd0e6 } .rs-node.rs-lane4 { fill: #4fd0e6 }
            .rs-lane5 { stroke: #ff86b9 } .rs-node.rs-lane5 { fill: #ff86b9 }
            .rs-lane6 { stroke: #d6c64a } .rs-node.rs-lane6 { fill: #d6c64a }
            .rs-lane7 { stroke: #a7b0ba } .rs-node.rs-lane7 { fill: #a7b0ba }
            .rs-graph .rs-edge { fill: none }
            .rs-graph .rs-run { fill: #14181d }
            }
            </style>
            """;

    private SvgStyle() {}
}
