extension MapChart {
    /// Words at a place in pixels.
    typealias Mark = (text: String, point: Point)
}

/// Straight lines in pixels.
enum MapLines {
    static func layer(_ lines: [(MapChart.Point, MapChart.Point)], stroke: String, width: Double) -> JSONValue {
        let pieces = lines.map { JSONValue.array([MapPlane.position($0.0), MapPlane.position($0.1)]) }
        let feature: JSONValue = [
            "type": "Feature", "geometry": ["type": "MultiLineString", "coordinates": .array(pieces)],
        ]
        return [
            "data": ["values": lines.isEmpty ? [] : [feature]],
            "mark": [
                "type": "geoshape", "filled": false, "stroke": .text(stroke), "strokeWidth": .number(width),
                "aria": false,
            ],
        ]
    }
}

/// Words in pixels.
enum MapText {
    static func layer(_ marks: [MapChart.Mark], align: String = "left", weight: String = "normal") -> JSONValue {
        let rows = marks.map { mark -> JSONValue in
            ["x": .number(mark.point.x), "y": .number(mark.point.y), "text": .text(mark.text)]
        }
        return [
            "data": ["values": .array(rows)],
            "mark": ["type": "text", "align": .text(align), "baseline": "middle", "fontWeight": .text(weight)],
            "encoding": ["x": pixels("x"), "y": pixels("y"), "text": ["field": "text"]],
        ]
    }

    /// A place that is already in pixels.
    static func pixels(_ field: JSONValue) -> JSONValue {
        ["field": field, "type": "quantitative", "scale": nil, "axis": nil]
    }
}
