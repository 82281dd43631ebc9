import DataRegister
import Storage
import Web
import Wording

/// `/figures?at=…`: one figure opened: what it is, what it is worked out from, and where that came from.
struct FigurePage {
    let figure: Figure

    init(_ figure: Figure) {
        self.figure = figure
    }

    var page: Page {
        Page(
            "\(figure.subject), \(figure.place)",
            crumbs: [Mention(at: "/home", titled: "Home"), Mention(at: "/assessment", titled: "Assessment")],
            body: """
                <p class="eyebrow">\(figure.address.kind.title)</p>
                <h1>\(figure.subject), \(figure.place), \(figure.address.period.description)</h1>
                <h2>What it says</h2>
                \(FigureCard(
                    figure.subject, value: figure.value, unit: nil, interval: figure.interval.map { "\($0)." },
                    sentence: figure.sentence, citation: HTML(text: figure.citation.words)
                ).html)
                \(notes)
                <h2>What it is worked out from</h2>
                \(SummaryList(figure.parts.map { ($0.name, HTML(text: $0.value)) }).html)
                \(figure.comparison.map { comparison in
                    """
                    <p class="actions">\(Button(
                        "See all \(comparison.members.count) districts", to: comparison.address, weight: .secondary
                    ).html)</p>
                    """
                })
                \(figure.signals.flatMap { signals in
                    signals.page.map { page in
                        "<p class=\"actions\">\(Button("See every type", to: page, weight: .secondary).html)</p>"
                    }
                })
                \(sources)
                \(inText)
                """)
    }

    private var notes: HTML? {
        let all = figure.notes + [figure.shortfall?.remedy].compactMap(\.self)
        guard !all.isEmpty else { return nil }
        return Notice(.information, "Read with care", all.html { "<p>\($0)</p>" }).html
    }

    private var sources: HTML {
        """
        <h2>Where it comes from</h2>
        <p class="measure">\(figure.citation.words). Counts are revised: this is what the files said on the day \
        they were received.</p>
        \(Disclosure(
            figure.citation.allReleases.count.counted("file", "files"),
            """
            <ul>\(figure.citation.allReleases.html { release in
                """
                <li><a href="/data/releases/\("\(release.id)")">\(release.title)</a>, \(release.publisher), received \
                \(release.receivedAt.day), SHA-256 begins <code>\(String(release.sha256.description.prefix(12)))</code></li>

                """
            })</ul>
            """
        ).html)
        """
    }

    private var inText: HTML {
        """
        <h2>In a text</h2>
        <p class="measure">Put one of these lines where the figure belongs. It is worked out anew each time the text is \
        read, and stands still once the text is published.</p>
        \(FigureLines(figure: figure).html)
        """
    }
}

/// The lines by which a text names a figure, each with what will stand there.
struct FigureLines {
    let figure: Figure

    var html: HTML {
        let address = figure.address
        let number = (
            "‘\(figure.value)’, where your sentence says what is counted",
            "<code data-figure-line=\"Put the number in\">\(address.numberInText)</code>" as HTML
        )
        return SummaryList(
            [("‘\(figure.words)’", "<code data-figure-line=\"Put the figure in\">\(address.inText)</code>")]
                + (address.kind.isNumber && figure.value != figure.words ? [number] : [])
                + [
                    (
                        "The whole sentence",
                        "<code data-figure-line=\"Put the sentence in\">\(address.sentenceInText)</code>"
                    )
                ]
        ).html
    }
}

/// The same where it cannot be told.
struct RefusedFigurePage {
    let address: FigureAddress
    let refusal: FigureRefusal

    var page: Page {
        Page(
            "No figure",
            crumbs: [Mention(at: "/home", titled: "Home"), Mention(at: "/assessment", titled: "Assessment")],
            hasErrors: true,
            body: """
                <h1>This figure cannot be told</h1>
                \(Notice(.warning, "Why", "<p>\(refusal.description)</p>").html)
                <p class="actions">\(Button("Choose another", to: "/figures/new", weight: .secondary).html)</p>
                """)
    }
}

extension FigureAddress {
    /// As it stands in a text.
    public var inText: String { "{{figure \(description)}}" }

    /// As its number stands alone in one.
    public var numberInText: String { "{{number \(description)}}" }

    /// As its whole sentence stands in one.
    public var sentenceInText: String { "{{sentence \(description)}}" }
}

extension FigureAddress.Kind {
    /// Whether it is a number that a sentence can go on from; a change says which way, and a place among whom.
    fileprivate var isNumber: Bool {
        switch self {
        case .count, .rate, .share: true
        case .change, .rank, .signal: false
        }
    }

    /// "How many there were".
    var title: String {
        switch self {
        case .count: "How many there were"
        case .rate: "How many for each 1,000 people"
        case .share: "What part of recorded crime"
        case .change: "By how much it changed"
        case .rank: "Which place among other districts"
        case .signal: "Which months were out of the ordinary"
        }
    }
}
