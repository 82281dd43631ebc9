import Foundation
import Storage
import Wording

/// Districts that the partnership's own is set beside. It never changes silently: each change is a version, with its reason.
public struct ComparatorSet: Hashable, Sendable {
    /// How it is known who is in it.
    public enum Kind: String, Sendable, CaseIterable, SQLConvertible {
        /// Somebody said so: a most-similar group, by its name, source and date.
        case entered
        /// Worked out: nearest by deprivation, population and crime mix.
        case computed
        /// Every district of the police force, by the lookups.
        case force
        /// Every district of the county, by the lookups.
        case county
        /// Every district in the data.
        case country

        public var isBuiltIn: Bool { self != .entered && self != .computed }
    }

    /// One state of a set, as somebody entered it. A built-in one follows the data and has none but this.
    public struct Version: Hashable, Sendable {
        /// From 1; 0 of a built-in set.
        public let number: Int
        public let details: ComparatorDetails
        /// Why it is as it is now.
        public let why: String
        /// What they were called then.
        public let madeBy: String
        /// Nil of a built-in set.
        public let madeAt: Date?
    }

    /// As it stands in addresses; it never changes, for figures are cited by it.
    public let address: String
    public let kind: Kind
    public let newest: Version
    /// The newest first.
    public let earlier: [Version]
    /// That it is used for nothing new; nil while it is.
    public var retirement: Retirement?

    /// That a set was retired: figures and publications go on to name it, and it can be brought back.
    public struct Retirement: Hashable, Sendable {
        public let why: String
        public let by: String
        public let at: Date
    }

    public var name: String { newest.details.name }
    public var members: [String] { newest.details.members }

    /// "Most similar, version 2 of 9 February 2016"; of a built-in set its name.
    public var citation: String {
        guard let day = newest.madeAt?.day else { return name }
        return "\(name), version \(newest.number) of \(day)"
    }
}

/// What is said of a set.
public struct ComparatorDetails: Hashable, Sendable {
    public let name: String
    /// Where it is published, or by what it was worked out.
    public let source: String
    /// The day of the source; nil where it has none.
    public let on: Day?
    /// By the names of districts as the data have them, in the order of the alphabet.
    public let members: [String]
    /// How a computed set was worked out.
    public let working: ComparatorWorking?

    public init(name: String, source: String, on: Day?, members: [String], working: ComparatorWorking? = nil) {
        (self.name, self.source, self.on, self.working) = (name, source, on, working)
        self.members = Set(members).sorted()
    }
}

/// How the nearest districts were found: from what, and how far away each is.
public struct ComparatorWorking: Hashable, Sendable, Codable {
    /// One thing that districts were compared in, with where it came from.
    public struct Input: Hashable, Sendable, Codable {
        public let name: String
        /// "Office for National Statistics, population, received 22 November 2026".
        public let source: String
        /// The files, by their fingerprints.
        public let releases: [String]
    }

    /// One district that was found.
    public struct Distance: Hashable, Sendable, Codable {
        public let district: String
        public let total: Double
        public let deprivation: Double
        public let population: Double
        public let crimeMix: Double
    }

    public let own: String
    public let inputs: [Input]
    /// The nearest first.
    public let distances: [Distance]
    /// How many districts were compared.
    public let compared: Int
    /// How many were left out because something was not known of them.
    public let leftOut: Int
}

/// Why something about comparator sets cannot be, in the words a person should read.
public enum ComparatorRefusal: Refused, Hashable {
    case nameTaken(String)
    /// A name that makes the address of a page, or of a set that is built in.
    case wordOfPages(String)
    case noLetters
    case retired(String)
    case changedMeanwhile
    case notHere

    public var reason: String {
        switch self {
        case .nameTaken(let name):
            "There is a set called ‘\(name)’ already, or one that goes by the same address. Give this one another name"
        case .wordOfPages(let name):
            "‘\(name)’ alone would be the address of another page here. Choose a longer name, like ‘\(name), 2015’"
        case .noLetters: "Use letters or digits in its name"
        case .retired(let name): "‘\(name)’ was retired. Bring it back before it is used again"
        case .changedMeanwhile:
            "Somebody changed this set while you were at it. Open it again, see what they did, and make your change to that"
        case .notHere: "There is no such set any more. Load the page again"
        }
    }
}
