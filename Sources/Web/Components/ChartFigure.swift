/// A chart with its title, the sentence that says what it shows, and its table. Where charts cannot be drawn the
/// table stands open in its place, but for a map's, which has a row for every small area.
public struct ChartFigure: Sendable {
    public enum Size: String, Sendable {
        /// Words beside the picture where there is room.
        case beside
        /// As wide as the page, for a map.
        case wide
        /// One of many in a grid.
        case small
    }

    let id: String
    let title: String
    let level: Int
    let subtitle: String?
    let sentence: String
    let pictures: (wide: Address, narrow: Address)?
    let alternative: String
    let table: DataTable
    let notes: HTML?
    let citation: HTML?
    let size: Size
    let trend: Trend?
    let opensTable: Bool

    /// - Parameters:
    ///   - level: of the heading that its title is.
    ///   - subtitle: what is shown, where the title says what is found.
    ///   - sentence: what it says, under the title.
    ///   - alternative: what is to be seen in the picture, for those who cannot.
    ///   - pictures: the drawing for a screen and for a telephone; nil where none can be drawn.
    ///   - notes: what must be said beside it, as paragraphs.
    ///   - citation: where it comes from; nil where one citation stands under a grid of charts.
    ///   - opensTable: whether the table stands open beside its picture.
    public init(
        id: String, _ title: String, level: Int = 3, subtitle: String? = nil, sentence: String, alternative: String,
        pictures: (wide: Address, narrow: Address)?, table: DataTable, notes: HTML? = nil, citation: HTML?,
        size: Size = .beside, trend: Trend? = nil, opensTable: Bool = false
    ) {
        self.id = id
        self.title = title
        self.level = level
        self.subtitle = subtitle
        self.sentence = sentence
        self.pictures = pictures
        self.alternative = alternative
        self.table = table
        self.notes = notes
        self.citation = citation
        self.size = size
        self.trend = trend
        self.opensTable = opensTable
    }

    public var html: HTML {
        """
        <figure class="chart-figure chart-figure--\(size.rawValue)" id="\(id)">
        <figcaption class="chart-figure__words">
        <h\(level) class="chart-figure__title">\(title)</h\(level)>
        \(subtitle.map { "<p class=\"chart-figure__subtitle\">\($0)</p>" as HTML })
        <p class="chart-figure__sentence">\(sentence)\(trend.map { " \($0.html)" })</p>
        \(notes)
        \(citation.map { "<p class=\"citation\">\($0)</p>" })
        </figcaption>
        \(picture)
        <details class="disclosure chart-figure__table"\(opensTable || pictures == nil && size != .wide ? " open" : "")>
        <summary>The figures as a table<span class="visually-hidden">: \(title)</span></summary>
        \(table.html)
        </details>
        </figure>
        """
    }

    private var picture: HTML? {
        pictures.map { pictures in
            let isSmall = size == .small
            let source: HTML = "<source media=\"(max-width: 40rem)\" srcset=\"\(pictures.narrow)\">"
            return """
                <picture>
                \(isSmall ? nil : source)
                <img class="chart-figure__picture" src="\(isSmall ? pictures.narrow : pictures.wide)" alt="\(alternative)" decoding="async">
                </picture>
                """
        }
    }
}
