/// One figure, large, with what it means and where it comes from. Nothing prints a bare number that came from data.
public struct FigureCard: Sendable {
    public let name: String
    public let value: String
    public let unit: String?
    public let interval: String?
    public let sentence: String
    let citation: HTML

    public init(
        _ name: String, value: String, unit: String? = nil, interval: String? = nil, sentence: String, citation: HTML
    ) {
        self.name = name
        self.value = value
        self.unit = unit
        self.interval = interval
        self.sentence = sentence
        self.citation = citation
    }

    public var html: HTML {
        """
        <section class="figure-card">
        <h3 class="figure-card__name">\(name)</h3>
        <p class="figure-card__value"><span class="figure-card__number">\(value)</span>\(unit.map { " <span class=\"figure-card__unit\">\($0)</span>" })</p>
        \(interval.map { "<p class=\"figure-card__interval\">\($0)</p>" })
        <p class="figure-card__sentence">\(sentence)</p>
        <p class="citation">\(citation)</p>
        </section>
        """
    }
}
