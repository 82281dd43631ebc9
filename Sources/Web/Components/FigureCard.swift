/// One figure, large, with what it means and where it comes from. Nothing prints a bare number that came from data.
public struct FigureCard: Sendable {
    public let name: String
    public let value: String
    public let unit: String?
    public let interval: String?
    public let sentence: String
    public let trend: Trend?
    let line: MonthLine?
    let citation: HTML

    /// - Parameters:
    ///   - trend: which way it went, and whether by more than chance.
    ///   - interval: how sure it is.
    ///   - line: the same month by month.
    public init(
        _ name: String, value: String, unit: String? = nil, trend: Trend? = nil, interval: String? = nil,
        sentence: String, line: MonthLine? = nil, citation: HTML
    ) {
        self.name = name
        self.value = value
        self.unit = unit
        self.trend = trend
        self.interval = interval
        self.sentence = sentence
        self.line = line
        self.citation = citation
    }

    public var html: HTML {
        """
        <section class="figure-card">
        <h3 class="figure-card__name">\(name)</h3>
        <p class="figure-card__value"><span class="figure-card__number">\(value)</span>\(unit.map { " <span class=\"figure-card__unit\">\($0)</span>" })</p>
        \(trend.map { "<p class=\"figure-card__trend\">\($0.html)</p>" })
        \(line?.html)
        <p class="figure-card__sentence">\(sentence)\(interval.map { " <span class=\"figure-card__interval\">\($0)</span>" })</p>
        <p class="citation">\(citation)</p>
        </section>
        """
    }
}
