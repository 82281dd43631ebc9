import DataRegister
import Web
import Wording

/// What is gathered about a place besides its recorded crime: who lives there, how it stands, what partners count, and who
/// speaks of it.
struct GatheredSections {
    let place: PlaceAssessment
    let gathered: PlaceGathered

    /// What is told first.
    var opening: HTML? {
        let lines: [(String, HTML)?] = [
            gathered.residents.map { ("Residents", HTML(text: $0)) },
            gathered.standing.map { ("Among the wards", HTML(text: $0.sentence)) },
            gathered.deprivation.map { ("Deprivation", deprivation($0)) },
        ]
        let told = lines.compactMap(\.self)
        return told.isEmpty ? nil : SummaryList(told).html
    }

    private func deprivation(_ found: PlaceDeprivation) -> HTML {
        "\(found.sentence) <span class=\"citation\">\(found.citation.words)</span>"
    }

    var html: HTML { partners + mentions }

    private var partners: HTML {
        guard let counted = gathered.partners else { return .empty }
        guard !counted.lines.isEmpty else {
            guard !counted.silent.isEmpty else { return .empty }
            return """
                <h2 id="partners">What partners count here</h2>
                <p class="measure">Nothing of \(place.place.name) in \(counted.period.description) is here from \(counted.silent.inWords).</p>
                """
        }
        return """
            <h2 id="partners">What partners count here</h2>
            \(DataTable(
                "What partners count in \(place.place.name)",
                columns: [.text("What"), .number("\(counted.comparison)"), .number("\(counted.period)")],
                rows: counted.lines.map { line in
                    [
                        "<a href=\"\(Address("/figures").asking(["at": "\(line.now)"]))\">\(line.what)</a>",
                        HTML(text: line.before), HTML(text: line.count),
                    ]
                }
            ).html)
            <p class="citation measure">\(counted.sentence) \(counted.citation?.words ?? "").</p>
            """
    }

    private var mentions: HTML {
        guard !gathered.mentions.isEmpty else { return .empty }
        return """
            <h2 id="mentions">In the strategic assessment</h2>
            <ul class="measure">\(gathered.mentions.html { mention in
                "<li><a href=\"\(mention.address)\">\(mention.title)</a>. \(mention.detail)</li>\n"
            })</ul>
            """
    }
}
