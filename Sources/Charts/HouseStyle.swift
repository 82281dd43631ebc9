/// What all pictures share: type, ink and paper.
enum HouseStyle {
    /// The face that pictures are laid out in, and set in on paper; then those a page asks for, so that a picture
    /// beside its words is in the same type.
    static let fonts =
        "'Frankpledge Sans', -apple-system, 'Segoe UI', Roboto, 'Noto Sans', Ubuntu, Cantarell, 'Helvetica Neue', Arial, "
        + "sans-serif"
    static let ink = "#1d2a35"
    static let muted = "#5c6468"
    static let grid = "#e3e0d8"
    static let axis = "#8f8b82"
    /// Behind what is missing, and the class of zero on maps.
    static let paper = "#efece5"
    /// The range that is to be expected.
    static let usual = "#dfe7ea"
    /// The earlier period.
    static let earlier = "#7d7467"

    /// Behind letters that lines may cross.
    static func light(width: Double) -> JSONValue {
        ["stroke": "#ffffff", "strokeWidth": .number(width), "strokeJoin": "round", "opacity": 0.85]
    }

    /// A whole specification around its layers.
    ///
    /// - Parameters:
    ///   - fit: whether room for what is written at the sides is taken from the width.
    ///   - names: what is written at the left and at the right; see ``spare(for:fontSize:)``.
    static func specification(
        of chart: some Chart, size: (width: Double, height: Double), fontSize: Double, fit: Bool = true,
        names: (left: [String], right: [String]) = ([], []), layers: [JSONValue]
    ) -> JSONValue {
        let edge = fit ? 4.0 : 0
        return [
            "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
            "description": .text(chart.title + ". " + chart.sentence),
            "width": .number(size.width),
            "height": .number(size.height),
            "autosize": ["type": fit ? "fit-x" : "none", "contains": "padding"],
            "padding": [
                "left": .number(edge + spare(for: names.left, fontSize: fontSize)),
                "right": .number(edge + spare(for: names.right, fontSize: fontSize)),
                "top": .number(edge), "bottom": .number(edge),
            ],
            "background": "transparent",
            "config": configuration(fontSize: fontSize),
            "layer": .array(layers),
        ]
    }

    private static func configuration(fontSize: Double) -> JSONValue {
        let text: JSONValue = ["color": .text(ink), "fontSize": .number(fontSize)]
        let axes: JSONValue = [
            "labelColor": .text(ink), "labelFontSize": .number(fontSize), "labelFontWeight": "normal",
            "titleColor": .text(muted), "titleFontSize": .number(fontSize), "titleFontWeight": "normal",
            "domainColor": .text(axis), "tickColor": .text(axis), "gridColor": .text(grid), "gridWidth": 1,
        ]
        return ["font": .text(fonts), "view": ["stroke": nil], "text": text, "axis": axes]
    }

    /// Room left over beside names. A picture is laid out in our own face, and a reader’s browser sets it in theirs,
    /// which can be a fifth wider: without this the longest name would lose its first letters.
    private static func spare(for names: [String], fontSize: Double) -> Double {
        ((names.map { width(of: $0, fontSize: fontSize) }.max() ?? 0) * 0.2).rounded(.up)
    }

    /// How wide text is set, roughly: good enough to decide what fits.
    static func width(of text: String, fontSize: Double) -> Double { Double(text.count) * fontSize * 0.54 }
}
