import DataFiles
import Foundation
import Storage

/// One dated delivery of a data set: the file as it came, and what became of every row of it.
public struct Release: Sendable {
    public enum Kind: String, Sendable, SQLConvertible, CaseIterable {
        case police, population, boundaries, lookups, deprivation
        case districtYears = "district years"
        case outcomes
        case postcodes
        /// A partner’s own, read by a mapping.
        case mapped

        /// Those that are given by saying what they are; a partner’s own is given at its data set.
        static let givenByKind = allCases.filter { $0 != .mapped }

        /// "Street-level crime".
        public var title: String {
            switch self {
            case .police: "Street-level crime"
            case .population: "Population"
            case .boundaries: "Boundaries"
            case .lookups: "Lookups"
            case .deprivation: "Index of Multiple Deprivation"
            case .districtYears: "Recorded crime by district and year"
            case .outcomes: "Police outcomes"
            case .postcodes: "Postcodes"
            case .mapped: "A partner’s data"
            }
        }
    }

    public let id: ID<Release>
    public let kind: Kind
    /// The file's name as it came.
    public let name: String
    public let sha256: FileHash
    public let size: Int
    public let publisher: String
    public let licence: String
    public let receivedAt: Date
    public let receivedBy: String
    public let rows: RowTally
    public let months: ClosedRange<Month>?
    public let generatedRows: Int
    public let remarks: [String]
    /// Those of a release just read; a stored release's are asked for apart.
    public internal(set) var faults: [Fault] = []
    /// The set of the partnership’s own that it is of; nil for those built in.
    public internal(set) var dataSet: DataSetAddress?
    /// Of a partner's file that a figure rests on, how many of its set had come with it.
    var number: Int?
    /// Of a partner's file, the file as it was given, of which only the columns that were read are kept; nil where the file
    /// was kept as it came.
    public internal(set) var given: Given?
    /// Of a partner's file, whether its set was depersonalised when it was taken in.
    var isDepersonalised: Bool?

    /// A file that was given, as the register remembers it.
    public struct Given: Sendable, Hashable {
        let fingerprint: FileHash
        let size: Int
    }

    /// Whether what is kept of it, and its rows that were refused, are for those who may import alone: somebody may be told
    /// from a file of a set that is not depersonalised, from one that was kept whole, and by the small numbers of a set whose
    /// small numbers are not told (S67).
    ///
    /// - Parameter set: the set that it is of, as it is now.
    func isForImporters(_ set: DataSet?) -> Bool {
        kind == .mapped
            && !(given != nil && isDepersonalised == true && set?.isDepersonalised == true
                && set?.smallCounts.areThere == false)
    }

    public var isGenerated: Bool { generatedRows > 0 }
    /// Whether its rows are told one by one, as kept, without a place or refused; else they are places.
    var hasRowsOfCrime: Bool { [.police, .districtYears, .outcomes, .mapped].contains(kind) }
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
    /// Who published it, as the giver says; nil where it is whoever usually does.
    let publisher: String?

    public init(name: String, kept: KeptFile, by giver: Giver, at time: Date, publisher: String? = nil) {
        self.name = name
        self.publisher = publisher
        self.kept = kept
        by = giver
        at = time
    }
}

/// One month of one force, as one release tells it. Importing the month again supersedes it, whole.
public struct ForceMonthRecord: Sendable {
    public let release: ID<Release>
    public let force: String
    public let month: Month
    public let rows: RowTally
    public let supersededBy: ID<Release>?
}

extension Release.Kind {
    /// Whether files of the kind are made by others too: councils draw boundaries and look wards up.
    var mayBeOfOthers: Bool { [.population, .boundaries, .lookups, .postcodes].contains(self) }
}

/// Who publishes what the built-in readers read, and under which licence.
public struct Provenance: Sendable {
    public let publisher: String
    public let licence: String

    /// - Parameter given: who published it, as its giver says. Under which licence is not known of somebody else's.
    static func of(_ kind: Release.Kind, by given: String?) -> Provenance {
        let usual = of(kind, isGenerated: false)
        guard let given, kind.mayBeOfOthers, given != usual.publisher else { return usual }
        return Provenance(publisher: given, licence: "licence not stated")
    }

    public static func of(_ kind: Release.Kind, isGenerated: Bool) -> Provenance {
        if isGenerated {
            return Provenance(publisher: "Frankpledge’s example generator", licence: "no real incident; free to use")
        }
        let publisher =
            switch kind {
            case .police, .outcomes: "data.police.uk"
            case .districtYears: "derived from data.police.uk"
            case .deprivation: "Ministry of Housing, Communities and Local Government"
            case .mapped: "a partner"
            case .population, .boundaries, .lookups, .postcodes: "Office for National Statistics"
            }
        return Provenance(publisher: publisher, licence: "Open Government Licence v3.0")
    }
}
