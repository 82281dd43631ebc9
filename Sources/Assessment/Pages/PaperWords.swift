import DataRegister
import Press
import Web

/// What `Papers/assessment.typ` reads: text only, already written as people read it.
struct PaperWords: Encodable {
    struct Card: Encodable {
        let label: String
        let value: String
        let unit: String?
        let verdict: String?
        let sentence: String

        init(_ card: FigureCard) {
            (label, value, unit, verdict) = (card.name, card.value, card.unit, card.trend?.words)
            sentence = [card.sentence, card.interval].compactMap(\.self).joined(separator: " ")
        }
    }

    struct Figure: Encodable {
        let file: String
        let title: String
        let alt: String
        let sentence: String
    }

    /// The files behind the figures, each with the beginning of its SHA-256.
    struct Files: Encodable {
        struct File: Encodable {
            let name: String
            let checksum: String
        }

        let summary: String
        let licence: String
        let list: [File]

        init(summary: String, _ sources: [Source]) {
            self.summary = summary
            licence = Set(sources.map(\.licence)).sorted().joined(separator: "; ")
            list = sources.map { File(name: $0.title, checksum: AssessmentSources.checksums($0)) }
        }
    }

    let title: String
    let partnership: String
    /// `#1f5673`
    let accent: String
    let date: String
    let source: String
    let notice: String?
    let lead: String
    let gaps: [String]
    let cards: [Card]
    let months: [Figure]
    /// What parts them, told in the notes.
    let parting: [String]
    let types: PaperTable
    let share: Figure
    let typeCharts: [Figure]
    let places: PaperTable
    let placesChart: Figure?
    let map: Figure?
    let monthTables: [PaperTable]
    let files: Files
}

extension PaperTable {
    init(_ table: TextTable) {
        self.init(
            table.caption, columns: table.columns.map { ($0.title, $0.isNumber ? .number : .name) }, rows: table.rows,
            total: table.footer)
    }
}
