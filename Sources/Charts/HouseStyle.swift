/// What all pictures share: type, ink and paper.
enum HouseStyle {
    static let fonts = "'Frankpledge Sans', 'Source Sans 3', 'Source Sans Pro', 'Segoe UI', system-ui, sans-serif"
    static let ink = "#1d2a35"
    static let muted = "#5c6468"
    static let grid = "#e3e0d8"
    static let axis = "#8f8b82"
    /// Behind what is missing, and the class of zero on maps.
    static let paper = "#efece5"
    /// The earlier period.
    static let earlier = "#7d7467"

    /// A whole specification around its layers.
    static func specification(
        of chart: some Chart, size: (width: Double, height: Double), fontSize: Double, fit: Bool = true,
        layers: [JSONValue]
    ) -> JSONValue {
        [
            "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
            "description": .text(chart.title + ". " + chart.sentence),
            "width": .number(size.width),
            "height": .number(size.height),
            "autosize": ["type": fit ? "fit-x" : "none", "contains": "padding"],
            "padding": .number(fit ? 4 : 0),
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

    /// How wide text is set, roughly: good enough to decide what fits.
    static func width(of text: String, fontSize: Double) -> Double { Double(text.count) * fontSize * 0.54 }
}
