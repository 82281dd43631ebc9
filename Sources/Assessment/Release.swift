import DataFiles
import Foundation
import Storage

/// One dated delivery of a data set: the file as it came, and what became of every row of it.
public struct Release: Sendable {
    public enum Kind: String, Sendable, SQLConvertible, CaseIterable {
        case police, population, boundaries, lookups

        /// "Street-level crime".
        var title: String {
            switch self {
            case .police: "Street-level crime"
            case .population: "Population"
            case .boundaries: "Boundaries"
            case .lookups: "Lookups"
            }
        }
    }

    let id: ID<Release>
    let kind: Kind
    /// The file's name as it came.
    let name: String
    let sha256: FileHash
    let size: Int
    let publisher: String
    let licence: String
    let receivedAt: Date
    let receivedBy: String
    let rows: RowTally
    let months: ClosedRange<Month>?
    let generatedRows: Int
    let remarks: [String]
    /// Those of a release just read; a stored release's are asked for apart.
    var faults: [Fault] = []

    var isGenerated: Bool { generatedRows > 0 }
}

/// A file that has been kept, and who gave it.
public struct Delivery: Sendable {
    /// Who gave it, as entries and pages name them.
    public struct Giver: Sendable {
        let actor: Entry.Actor
        let name: String

        public init(_ actor: Entry.Actor, name: String) {
            self.actor = actor
            self.name = name
        }
    }

    /// The file's name where it came from.
    let name: String
    let kept: KeptFile
    let by: Giver
    let at: Date

    public init(name: String, kept: KeptFile, by giver: Giver, at time: Date) {
        self.name = name
        self.kept = kept
        by = giver
        at = time
    }
}

/// One month of one force, as one release tells it. Importing the month again supersedes it, whole.
public struct ForceMonthRecord: Sendable {
    let release: ID<Release>
    let force: String
    let month: Month
    let rows: RowTally
    let supersededBy: ID<Release>?
}

/// Who publishes what the built-in readers read, and under which licence.
struct Provenance: Sendable {
    let publisher: String
    let licence: String

    static func of(_ kind: Release.Kind, isGenerated: Bool) -> Provenance {
        if isGenerated {
            return Provenance(publisher: "Frankpledge’s example generator", licence: "no real incident; free to use")
        }
        let publisher =
            switch kind {
            case .police: "data.police.uk"
            case .population, .boundaries, .lookups: "Office for National Statistics"
            }
        return Provenance(publisher: publisher, licence: "Open Government Licence v3.0")
    }
}
