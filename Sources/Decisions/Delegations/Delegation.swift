import Foundation
import Storage
import Wording

/// A power that a body gave to an officer, a member or another body: what they may decide in its place.
///
/// LGA 1972 s.100G(2): a list of the powers of officers, with the title of the officer, open to everybody.
public struct Delegation: Sendable, Hashable {
    public let id: ID<Delegation>
    public var details: Details
    /// How often it was saved.
    public let revision: Int

    public struct Details: Sendable, Hashable, Codable {
        /// What may be decided: "Grants from the community fund of up to £5,000".
        public var power: String
        /// Whose power it is.
        public var from: String
        /// Who may decide, by post or body, and not by name: "Community safety officer".
        public var to: String
        /// Within what limits; nothing where there are none.
        public var limits: String
        /// By what law or resolution.
        public var authority: String
        public var since: Day
        /// The last day; nil where it has none.
        public var until: Day?
        /// Why it ended, where somebody ended it.
        public var endedBecause: String

        public init(
            power: String, from: String, to: String, limits: String = "", authority: String, since: Day,
            until: Day? = nil, endedBecause: String = ""
        ) {
            (self.power, self.from, self.to, self.limits) = (power, from, to, limits)
            (self.authority, self.since, self.until) = (authority, since, until)
            self.endedBecause = endedBecause
        }

        public func holds(on day: Day) -> Bool { since <= day && (until.map { day <= $0 } ?? true) }

        public func isOver(on day: Day) -> Bool { until.map { $0 < day } ?? false }

        /// "Since 14 May 2015, until 31 March 2017"
        var term: String {
            "Since \(since.words)" + (until.map { ", until \($0.words)" } ?? "")
        }
    }
}

/// The register as it stands on a day, which is what everybody is told.
struct DelegationRegister: Sendable, Hashable {
    /// Those that hold or are to, by whose power it is, then by what may be decided.
    let standing: [Delegation.Details]
    /// Those that ended within the time for which it is told, the latest first.
    let ended: [Delegation.Details]

    /// Who might decide is told as long as the minutes are open: LGA 1972 s.100C, six years.
    private static let yearsTold = 6

    init(_ all: [Delegation], on day: Day) {
        let all = all.map(\.details)
        standing = all.filter { !$0.isOver(on: day) }.sorted {
            ($0.from.lowercased(), $0.power.lowercased(), $0.to) < ($1.from.lowercased(), $1.power.lowercased(), $1.to)
        }
        ended = all.filter { one in
            one.isOver(on: day) && (one.until.map { day.year - $0.year <= Self.yearsTold } ?? false)
        }
        .sorted { ($1.until ?? day, $0.power) < ($0.until ?? day, $1.power) }
    }

    /// What is different from what was told before, a line for each.
    func changes(since before: DelegationRegister) -> [String] {
        func key(_ one: Delegation.Details) -> [String] { [one.power, one.from, one.to] }
        let known = Dictionary(before.standing.map { (key($0), $0) }, uniquingKeysWith: { first, _ in first })
        let now = Set(standing.map(key))
        let over = Set(ended.map(key))
        let lines = standing.compactMap { one -> String? in
            guard let old = known[key(one)] else { return "New: \(one.to) may decide: \(one.power)" }
            return old == one ? nil : "Changed: \(one.power) (\(one.to))"
        }
        let gone = before.standing.filter { !now.contains(key($0)) }.map { one in
            "\(over.contains(key(one)) ? "Ended" : "Taken out"): \(one.power) (\(one.to))"
        }
        return lines + gone
    }
}

extension DelegationRegister: Codable {}
