/// How a period's line is drawn: not by colour alone, but by dash and by the shape of its points.
struct LineStroke: Hashable {
    let colour: String
    private let isEarlier: Bool

    static func current(_ accent: Colour) -> LineStroke { LineStroke(colour: accent.onPaper.hex, isEarlier: false) }

    static let earlier = LineStroke(colour: HouseStyle.earlier, isEarlier: true)

    func line(named name: String) -> JSONValue {
        stroke.with(["type": "line", "invalid": "break-paths-show-domains", "description": .text(name)])
    }

    /// A short piece of the line for a key.
    var sample: JSONValue { stroke.with(["type": "rule", "aria": false]) }

    private var stroke: JSONValue {
        [
            "stroke": .text(colour), "strokeWidth": isEarlier ? 1.5 : 2.5, "strokeDash": isEarlier ? [5, 3] : [1, 0],
            "strokeCap": "butt",
        ]
    }

    var point: JSONValue {
        [
            "type": "point", "shape": isEarlier ? "square" : "circle", "size": isEarlier ? 26 : 34,
            "fill": isEarlier ? "white" : .text(colour), "stroke": .text(colour), "strokeWidth": 1.5, "opacity": 1,
        ]
    }

    var name: JSONValue {
        ["type": "text", "color": .text(colour), "fontWeight": isEarlier ? "normal" : "bold", "align": "left"]
    }
}
