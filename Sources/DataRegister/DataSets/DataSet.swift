import DataFiles
import Membership
import Storage

/// Figures of one kind that come again and again from one provider, and what is expected of them.
public struct DataSet: Hashable, Sendable {
    /// Built in, each with its own reader, or the partnership's own.
    public enum Kind: String, Sendable, CaseIterable, SQLConvertible {
        case streetCrime = "street crime"
        case districtYears = "district years"
        case policeOutcomes = "police outcomes"
        case population, deprivation, boundaries, lookups
        /// The partnership's own, read by the mapping that was made for it.
        case mapped
    }

    /// Who gives it.
    public enum Provider: Hashable, Sendable {
        /// One of who is who.
        case agency(ID<Agency>, name: String)
        case named(String)

        public var name: String {
            switch self {
            case .agency(_, let name), .named(let name): name
            }
        }
    }

    /// How often it comes.
    public enum Frequency: String, Sendable, CaseIterable, SQLConvertible {
        case month, quarter, year, once
    }

    /// What it means that a period is covered and a place has no row in it. A period that is not covered is missing,
    /// always.
    public enum AbsentRows: String, Sendable, CaseIterable, SQLConvertible {
        /// There was none: the provider leaves zeros out.
        case none
        /// It is not known.
        case missing
        /// There was none where the place has another row of the period; else it is not known.
        case noneWherePlaceIsTold = "none where the place is told of"
    }

    public let address: DataSetAddress
    public let kind: Kind
    public let name: String
    public let provider: Provider
    /// What it holds, in a sentence or two.
    public let holds: String
    public let frequency: Frequency
    /// The first month that is expected; nil where nothing is expected before something has come.
    public let since: Month?
    public let due: Due
    /// Whether nobody can be told from it. Section 17A of the Act asks for such sets (SI 2007/1831); a file of one is
    /// refused where a column looks like somebody.
    public let isDepersonalised: Bool
    public let licence: String
    public let notes: String
    public let absentRows: AbsentRows
    public let smallCounts: SmallCounts

    public init(
        _ address: DataSetAddress, kind: Kind = .mapped, name: String, provider: Provider, holds: String,
        frequency: Frequency, since: Month? = nil, due: Due, isDepersonalised: Bool, licence: String,
        notes: String = "", absentRows: AbsentRows, smallCounts: SmallCounts = .none
    ) {
        self.address = address
        self.kind = kind
        self.name = name
        self.provider = provider
        self.holds = holds
        self.frequency = frequency
        self.since = since
        self.due = due
        self.isDepersonalised = isDepersonalised
        self.licence = licence
        self.notes = notes
        self.absentRows = absentRows
        self.smallCounts = smallCounts
    }

    public var isBuiltIn: Bool { kind != .mapped }
}

extension DataSet.Frequency {
    /// How many months each delivery covers; nil for what comes once.
    public var months: Int? {
        switch self {
        case .month: 1
        case .quarter: 3
        case .year: 12
        case .once: nil
        }
    }
}
