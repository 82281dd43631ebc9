import DataFiles
import Storage
import Wording

/// What became of one file that was given to be imported.
public struct ImportOutcome: Encodable, Sendable {
    let file: String
    /// `accepted`, `known`, `refused` or `interrupted`.
    let outcome: String
    let rows: RowsOut?
    let release: String?
    /// One sentence, as a person reads it.
    public let sentence: String
    public var wasRefused: Bool { outcome == DataImport.State.refused.rawValue }

    init(_ dataImport: DataImport, release: Release?) {
        file = dataImport.name
        outcome = dataImport.state.rawValue
        self.release = release?.id.description
        rows = release.map { RowsOut($0.rows) }
        sentence = Self.sentence(dataImport, release)
    }

    private static func sentence(_ dataImport: DataImport, _ release: Release?) -> String {
        switch (dataImport.state, release) {
        case (.accepted, let release?) where release.hasRowsOfCrime:
            "\(dataImport.name): \(release.rows.read.grouped) rows read, \(release.rows.kept.grouped) kept, "
                + "\(release.rows.unplaced.grouped) without a place, \(release.rows.refused.grouped) refused "
                + "(\(release.monthsWording))."
        case (.accepted, let release?): "\(dataImport.name): \(release.rows.kept.counted("place", "places")) read."
        case (.known, _): "\(dataImport.name): already here, to the last byte; nothing was changed."
        case (.reading, _), (.accepted, nil): "\(dataImport.name): being read."
        case (.waiting, _): "\(dataImport.name): waits to be looked at."
        case (.dropped, _): "\(dataImport.name): left, and nothing of it taken in."
        case (.refused, _), (.interrupted, _): dataImport.problem ?? "\(dataImport.name): not imported."
        }
    }

    private enum CodingKeys: CodingKey {
        case file, outcome, rows, release, sentence
    }
}
