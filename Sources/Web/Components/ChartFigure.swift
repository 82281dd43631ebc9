/// A chart with its title, the sentence that says what it shows, and its table. Where charts cannot be drawn the
/// table stands open in its place.
public struct ChartFigure: Sendable {
    let id: String
    let title: String
    let sentence: String
    let pictures: (wide: Address, narrow: Address)?
    let alternative: String
    let table: DataTable
    let citation: HTML

    /// - Parameters:
    ///   - sentence: what it says, under the title.
    ///   - alternative: what is to be seen in the picture, for those who cannot.
    ///   - pictures: the drawing for a screen and for a telephone; nil where none can be drawn.
    public init(
        id: String, _ title: String, sentence: String, alternative: String,
        pictures: (wide: Address, narrow: Address)?, table: DataTable, citation: HTML
    ) {
        self.id = id
        self.title = title
        self.sentence = sentence
        self.pictures = pictures
        self.alternative = alternative
        self.table = table
        self.citation = citation
    }

    public var html: HTML {
        """
        <figure class="chart-figure" id="\(id)">
        <figcaption>
        <h3 class="chart-figure__title">\(title)</h3>
        <p class="chart-figure__sentence">\(sentence)</p>
        </figcaption>
        \(picture)
        <details class="chart-figure__table"\(pictures == nil ? " open" : "")>
        <summary>The figures as a table<span class="visually-hidden">: \(title)</span></summary>
        \(table.html)
        </details>
        <p class="citation">\(citation)</p>
        </figure>
        """
    }

    private var picture: HTML? {
        pictures.map { pictures in
            """
            <picture>
            <source media="(max-width: 40rem)" srcset="\(pictures.narrow)">
            <img class="chart-figure__picture" src="\(pictures.wide)" alt="\(alternative)" loading="lazy" decoding="async">
            </picture>
            """
        }
    }
}
