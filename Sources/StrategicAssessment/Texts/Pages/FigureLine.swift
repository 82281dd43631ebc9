import Web

/// A figure in full: its sentence, what must be said beside it, where it comes from, and the way to open it.
struct FigureLine {
    let figure: Evidence.Figure
    /// Nil where it leads nowhere, as on paper and in what is published.
    let address: String?
    /// What is said beside it, and what was said before it.
    let said: DocumentNotes.Said

    var html: HTML {
        "<li class=\"figure-list__figure\">\(content)</li>\n"
    }

    var content: HTML {
        """
        <p class="figure-list__sentence">\(figure.sentence)</p>
        \(said.html)
        <p class="citation">\(figure.source)\(address.map { address in
            " · <a href=\"\(Address("/figures").asking(["at": address]))\">open the figure</a>" as HTML
        })</p>
        """
    }
}
