import Charts
import Markdown
import Press
import Storage
import Wording

/// What `Papers/strategic-assessment.typ` reads: text only, already written as people read it.
struct DocumentWords: Encodable {
    struct Part: Encodable {
        let id: String
        let title: String
        var prose: PaperProse?
        /// Said before its table.
        var note: String?
        /// What must be known before the table is read.
        var warning: String?
        var table: PaperTable?
        var exhibits: [Exhibit] = []
        /// Whether the table has many narrow columns.
        var isNarrow = false
        /// Where an order that was agreed differs from that of the scores, and why: what leads to the list, and its points.
        var differences: Differences?
        /// Said after its table.
        var after: String?
        /// Each said by itself.
        var points: [String] = []
        /// How far what it shows holds: sentences, a table, and how to read it.
        var holds: Holds?
        var said: Said?
        var themes: [Theme] = []
        /// Which themes it does not tell of.
        var others: String?
    }

    struct Differences: Encodable {
        let lead: String
        let points: [String]
    }

    /// How far an order holds.
    struct Holds: Encodable {
        let title: String
        let sentences: [String]
        let table: PaperTable?
        let reading: String
    }

    /// A picture, or a table of its own.
    struct Exhibit: Encodable {
        /// By which words lead to it.
        let name: String
        let title: String
        /// What is shown, where the title says what is found.
        var subtitle: String?
        let sentence: String
        let said: Said
        let source: String
        /// Of a picture: the file it is drawn in, what is to be seen there, and the hash of what it shows.
        var file: String?
        var alt: String?
        var shown: String?
        var isMap = false
        var isHalf = false
        var table: PaperTable?

        init(_ exhibit: StrategicAssessment.Exhibit, _ notes: DocumentNotes) {
            (name, title, sentence, source) = (
                exhibit.name, exhibit.finding ?? exhibit.title, exhibit.sentence, "Source: \(exhibit.source)"
            )
            if exhibit.finding != nil { subtitle = exhibit.title }
            said = Said(notes[.exhibit(exhibit.name)])
            guard let chart = exhibit.chart else {
                table = exhibit.table.paper
                return
            }
            (file, alt) = (exhibit.paperFile, chart.sentence)
            shown = FileHash(of: Array(chart.spec(width: .wide).utf8)).description
            (isMap, isHalf) = (exhibit.size == .wide, exhibit.size == .half)
        }
    }

    /// What must be said beside something: in full, or by the number under which it was said.
    struct Said: Encodable {
        struct Note: Encodable {
            let number: String?
            let text: String
        }

        let notes: [Note]
        let again: [String]

        init(_ said: DocumentNotes.Said) {
            notes = said.notes.map { Note(number: $0.number.map { "\($0)" }, text: $0.text) }
            again = said.again.map { "\($0)" }
        }

        init(_ beside: [(themes: String, note: DocumentNotes.Said.Note, isSaid: Bool)]) {
            notes = beside.filter(\.isSaid).map {
                Note(number: $0.note.number.map { "\($0)" }, text: $0.themes + $0.note.text)
            }
            again = beside.filter { !$0.isSaid }.compactMap { $0.note.number.map { "\($0)" } }
        }
    }

    struct Theme: Encodable {
        let title: String
        let covers: String
        let exhibits: [Exhibit]
        /// That it has no words; nil where it has.
        let unwritten: String?
        let aspects: [Aspect]
    }

    struct Aspect: Encodable {
        let title: String
        let prose: PaperProse
    }

    struct Figure: Encodable {
        let label: String
        let number: String
        let sentence: String
        let said: Said
        let source: String
    }

    struct Source: Encodable {
        let title: String
        let about: String
        let checksum: String
    }

    let title: String
    let partnership: String
    let accent: String
    let date: String
    let source: String
    /// Empty where there is none.
    let notice: String
    let noticeInBrief: String
    let lead: String
    /// What is different from last year's.
    let changes: [String]
    let parts: [Part]
    let figures: [Figure]
    let sources: [Source]
    let licence: String

    init(
        _ document: YearDocument, accent: String, madeOn date: String, notice: String,
        inBrief noticeInBrief: String
    ) {
        let assessment = document.assessment
        title = assessment.title
        partnership = document.partnership
        (self.accent, self.date, self.notice) = (accent, date, notice)
        changes = document.sinceLastYear ?? []
        self.noticeInBrief = noticeInBrief
        source = "Each figure stands at the end with its source."
        lead = "It looks at \(assessment.period) and sets it against \(assessment.comparison)."
        let notes = document.notes
        parts = DocumentSection.allCases.filter { $0 != .sources && document.hasContent($0) }.map { section in
            Part(section, of: document, notes)
        }
        figures = document.figures.told.map { named in
            Figure(
                label: "figure-\(named.number)", number: "\(named.number)", sentence: named.figure.sentence,
                said: Said(notes[.figure(named.number)]), source: "Source: \(named.figure.source)")
        }
        sources = document.releases.map { release in
            Source(
                title: release.title, about: "\(release.publisher), received \(release.receivedAt.day)",
                checksum: release.sha256)
        }
        licence = document.licences
    }
}

extension DocumentWords.Part {
    fileprivate init(_ section: DocumentSection, of document: YearDocument, _ notes: DocumentNotes) {
        let labels = Set(document.figures.told.map { "figure-\($0.number)" })
        func prose(_ text: String, under level: Int) -> PaperProse {
            PaperProse(
                Markdown(LiveText(text, document.figures, leading: .list).markdown), under: level, labels: labels)
        }
        self.init(
            id: "part-\(section.rawValue)", title: section.title,
            prose: document.texts[section].map { prose($0, under: 1) })
        switch section {
        case .comparison:
            note = document.beside.sentence
            table = document.comparisonTable?.paper
            isNarrow = true
            let read = [table == nil ? nil : BesideOthers.reading, document.countingBeside].compactMap(\.self)
            after = read.isEmpty ? nil : read.joined(separator: " ")
            said = DocumentWords.Said(notes.beside(document.beside))
        case .themes:
            takeRanking(of: document)
            others = document.notInDepth
            themes = zip(document.inDepth, document.exhibits.byTheme).map { one, shown in
                DocumentWords.Theme(
                    title: one.theme.name, covers: document.about(one.theme),
                    exhibits: shown.map { DocumentWords.Exhibit($0, notes) },
                    unwritten: one.aspects.isEmpty ? YearDocument.InDepth.unwritten : nil,
                    aspects: one.aspects.map { .init(title: $0.aspect.title, prose: prose($0.text, under: 3)) })
            }
        case .gaps:
            if !document.owed.isEmpty { table = document.owedTable.paper }
            points = document.notKnown.map(\.sentence)
        case .places where document.withoutPlaces != nil: note = document.withoutPlaces
        default: exhibits = (document.exhibits.bySection[section] ?? []).map { DocumentWords.Exhibit($0, notes) }
        }
    }

    /// The order that was agreed, with how to read it.
    private mutating func takeRanking(of document: YearDocument) {
        guard let version = document.ranking, let table = document.rankingTable else { return }
        note =
            "Agreed by \(version.agreedBy) on \(version.agreedOn.words)."
            + (version.note.isEmpty ? "" : " \(version.note)")
        warning = version.ranking.warning
        self.table = table.paper
        isNarrow = true
        let ranges = version.ranking.rangesTable
        let sentences = version.ranking.agreementSentences + version.ranking.restsSentences
        if ranges != nil || !sentences.isEmpty {
            holds = DocumentWords.Holds(
                title: "How far the order holds", sentences: sentences, table: ranges?.paper,
                reading: ranges == nil ? "" : AgreedRanking.reading)
        }
        if !version.ranking.differences.isEmpty {
            differences = .init(lead: AgreedRanking.differing, points: version.ranking.differences)
        }
        after =
            version.ranking.weighing
            + (document.countingRanked.map { " \($0)" } ?? "")
    }
}
