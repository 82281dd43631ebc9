import Web
import Wording

/// `/strategic-assessments/{year}/document`: the whole of it as it stands now.
struct DocumentPage {
    let document: YearDocument
    /// Nil where papers can be made; otherwise why they cannot.
    let pressAdvice: String?

    private var assessment: AnnualAssessment { document.assessment }

    var page: Page {
        Page(
            "\(assessment.title), the document", crumbs: assessment.crumbs, width: .wide,
            body: DocumentBody(document: document, reader: .members, canDraw: pressAdvice == nil, opening: opening).html
        )
    }

    private var opening: HTML {
        """
        <p class="measure">This is how it stands now: figures are worked out anew each time it is read, and stand still once it is \
        published.</p>
        \(refused)
        \(take)
        """
    }

    private var take: HTML {
        let paper: Address = "/strategic-assessments/\(assessment.year.slug)/document.pdf"
        return pressAdvice == nil
            ? "<p class=\"actions\">\(Button("Paper (PDF)", to: paper, weight: .secondary).html)</p>"
            : Notice(.warning, "The PDF cannot be made", "<p>\(pressAdvice ?? "")</p>").html
    }

    private var refused: HTML? {
        RefusedFigures(figures: document.figures.refused).html
    }
}

/// The figures that cannot be told, with the texts that name them.
struct RefusedFigures {
    let figures: [FigureList.Refused]

    var html: HTML? {
        guard !figures.isEmpty else { return nil }
        return Notice(
            .warning,
            figures.count == 1 ? "A figure cannot be told" : "\(figures.count.grouped) figures cannot be told",
            """
            <ul>\(figures.html { figure in
                "<li><code>\(figure.address)</code>, in \(figure.places.map { "‘\($0)’" }.inWords): \(figure.reason)</li>"
            })</ul>
            """
        ).html
    }
}

/// What stands where the PDF is not there yet.
enum DocumentPaperPages {
    static func making(_ assessment: AnnualAssessment) -> Page {
        let source: Address = "/strategic-assessments/\(assessment.year.slug)/document.pdf/progress"
        return Page(
            "Making the PDF", crumbs: crumbs(assessment), reloadsAfter: 2,
            body: """
                <h1>Making the PDF</h1>
                <p class="lead">It opens here by itself in a few seconds.</p>
                \(Progress("Setting the pages", fraction: nil, detail: "Working out the figures and setting type", source: source).html)
                """)
    }

    static func failed(_ assessment: AnnualAssessment, _ reason: String) -> Page {
        MissingPaper(
            "The PDF could not be made", because: reason,
            instead: Mention(at: assessment.document, titled: "The same document"), crumbs: crumbs(assessment)
        ).page
    }

    static func undrawn(_ assessment: AnnualAssessment, _ reason: String) -> Page {
        MissingPaper(
            "The picture could not be drawn", because: reason,
            instead: Mention(at: assessment.document, titled: "The document, with its tables"),
            crumbs: crumbs(assessment)
        ).page
    }

    private static func crumbs(_ assessment: AnnualAssessment) -> [Mention] {
        assessment.crumbs + [Mention(at: assessment.document, titled: "The document")]
    }
}
