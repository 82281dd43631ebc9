/// A year at a glance: counts month by month as a small line from zero, over the same months of another year. It is
/// drawn without the document worker, so a first page always has it; the whole chart and its table are elsewhere.
public struct MonthLine: Sendable {
    public struct Year: Sendable {
        let name: String
        let values: [Double?]

        /// - Parameter values: one for each month; nil where the month is missing, which breaks the line.
        public init(_ name: String, _ values: [Double?]) {
            self.name = name
            self.values = values
        }
    }

    let current: Year
    let earlier: Year?
    let ends: (first: String, last: String)
    let sentence: String

    /// - Parameters:
    ///   - ends: the names of the first and the last month, "January", "December".
    ///   - sentence: what is to be seen, for those who cannot.
    public init(_ current: Year, over earlier: Year?, ends: (first: String, last: String), sentence: String) {
        self.current = current
        self.earlier = earlier
        self.ends = ends
        self.sentence = sentence
    }

    private static let width = 320.0
    private static let height = 88.0
    private static let margin = 4.0

    public var html: HTML {
        """
        <div class="month-line">
        <svg class="month-line__picture" viewBox="0 0 320 88" role="img" aria-label="\(sentence)">
        <path class="month-line__base" d="M0 87.5H320"/>
        \(earlier.map { "<path class=\"month-line__earlier\" d=\"\(path($0))\"/>" })
        <path class="month-line__current" d="\(path(current))"/>
        </svg>
        <p class="month-line__key" aria-hidden="true"><span>\(ends.first)</span>\
        <span class="month-line__names">\(earlier.map { "<span class=\"month-line__name month-line__name--earlier\">\($0.name)</span>" })\
        <span class="month-line__name">\(current.name)</span></span><span>\(ends.last)</span></p>
        </div>
        """
    }

    /// Both lines share one scale, from zero to the highest month of either.
    private var top: Double {
        max((current.values + (earlier?.values ?? [])).compactMap(\.self).max() ?? 0, 1)
    }

    private func path(_ year: Year) -> String {
        let step = (Self.width - 2 * Self.margin) / Double(max(year.values.count - 1, 1))
        var path = ""
        var isDrawing = false
        for (index, value) in year.values.enumerated() {
            guard let value else {
                isDrawing = false
                continue
            }
            let x = Self.margin + Double(index) * step
            let y = Self.height - Self.margin - (Self.height - 2 * Self.margin) * value / top
            // A month between two gaps is a dot: a line of no length with round ends.
            path += isDrawing ? "L\(tenths(x)) \(tenths(y))" : "M\(tenths(x)) \(tenths(y))h0"
            isDrawing = true
        }
        return path
    }

    private func tenths(_ value: Double) -> String { "\((value * 10).rounded() / 10)" }
}
