import Charts
import DataFiles
import DataRegister

/// A picture or a table that the data give the document by themselves, with what is to be seen in it.
public struct Exhibit: Sendable {
    /// As it stands in addresses: "all-crime". No two of a document have the same.
    public let name: String
    /// What is shown, where, and over which months.
    public let title: String
    /// What is found there, as a heading says it: "Recorded crime fell by 4.3% in 2015"; nil where it speaks for itself.
    public let finding: String?
    public let sentence: String
    /// What must be said beside it.
    public let notes: [String]
    /// Nil of a table.
    public let chart: (any Chart)?
    public let size: Size
    /// What is drawn, or the table itself.
    public let table: DocumentTable
    /// The same as programs load it.
    public let facts: FactTable
    /// "data.police.uk, street-level crime, received 22 November 2026".
    public let source: String
    public let releases: [Evidence.Release]
    /// The addresses of the figures whose numbers it tells, of data that have numbers too small to be told.
    public let told: [String]
    /// What became of all of it, where that is told.
    public let change: MeasuredChange?

    public enum Size: Sendable, Hashable {
        /// Two stand side by side.
        case half
        case whole
        /// A map, as wide as the page.
        case wide
    }

    public init(
        name: String, title: String, finding: String? = nil, sentence: String, notes: [String] = [],
        chart: (any Chart)?, size: Size, table: DocumentTable, facts: FactTable,
        source: String, releases: [Evidence.Release],
        told: [String] = [], change: MeasuredChange? = nil
    ) {
        (self.name, self.title, self.sentence) = (name, title, sentence)
        (self.finding, self.notes) = (finding, notes)
        (self.chart, self.size, self.table, self.facts) = (chart, size, table, facts)
        (self.source, self.releases, self.told, self.change) = (source, releases, told, change)
    }
}

/// What the data can be asked to show.
public enum ExhibitSubject: Sendable, Hashable {
    /// How much there is, month by month and by type.
    case levels
    /// What is different from the months compared with, type by type.
    case changes
    /// Where it is.
    case places
    /// How the wards that are followed went, by their addresses.
    case focus([String])
    /// When and where there is more of a theme.
    case theme(name: String, measures: [String])
}

/// Where exhibits are made.
public protocol ExhibitDesk: Sendable {
    /// - Returns: nothing where the data tell nothing of it.
    /// - Throws: what reading the records throws.
    func exhibits(
        of subject: ExhibitSubject, over period: Period, against comparison: Period
    ) async throws -> [Exhibit]

    /// What the data that are here cannot show of the period, in sentences for everybody.
    ///
    /// - Throws: what reading the records throws.
    func untold(over period: Period, against comparison: Period) async throws -> [String]
}

/// All of a document.
struct DocumentExhibits: Sendable {
    private(set) var bySection: [DocumentSection: [Exhibit]] = [:]
    /// By the place of a theme among those written of in depth.
    private(set) var byTheme: [[Exhibit]] = []

    /// In the order in which they are read.
    var all: [Exhibit] {
        DocumentSection.allCases.flatMap { section in
            (bySection[section] ?? []) + (section == .themes ? byTheme.flatMap(\.self) : [])
        }
    }

    subscript(name: String) -> Exhibit? { all.first { $0.name == name } }
}

extension DocumentExhibits {
    /// - Parameters:
    ///   - themes: those written of in depth, in their order.
    ///   - focus: the places that are followed, as figures name them.
    init(
        of assessment: AnnualAssessment, themes: [Theme], focus: [String] = [], from desk: any ExhibitDesk
    ) async throws {
        func ask(_ subject: ExhibitSubject) async throws -> [Exhibit] {
            try await desk.exhibits(of: subject, over: assessment.period, against: assessment.comparison)
        }
        for (section, subject) in [
            (DocumentSection.levels, ExhibitSubject.levels), (.changes, .changes), (.places, .places),
        ] {
            bySection[section] = try await ask(subject)
        }
        if !focus.isEmpty { bySection[.places, default: []] += try await ask(.focus(focus)) }
        for (index, theme) in themes.enumerated() {
            let measures = theme.details.measures
            let found = measures.isEmpty ? [] : try await ask(.theme(name: theme.name, measures: measures))
            byTheme.append(found.map { $0.renamed("theme-\(index + 1)-\($0.name)") })
        }
    }
}

extension Exhibit {
    func renamed(_ name: String) -> Exhibit {
        Exhibit(
            name: name, title: title, finding: finding, sentence: sentence, notes: notes, chart: chart, size: size,
            table: table, facts: facts, source: source, releases: releases, told: told, change: change)
    }
}
