import Foundation
import Wording

/// The districts that something is compared with, as the set of them was: it is kept with what is told among them, so that a
/// set which is changed afterwards never passes for data that were revised.
public struct ComparedSet: Sendable, Hashable, Codable {
    /// By which it goes whatever it is called.
    public let address: String
    public let name: String
    /// From 1; 0 of a set that is built in and follows the data.
    public let version: Int
    /// When it became as it is; nil of a built-in set.
    public let madeAt: Date?
    /// "Most similar, version 2 of 9 February 2016"
    public let citation: String
    public let members: [String]

    public init(
        address: String, name: String, version: Int, madeAt: Date?, citation: String, members: [String]
    ) {
        (self.address, self.name, self.version) = (address, name, version)
        (self.madeAt, self.citation, self.members) = (madeAt, citation, members)
    }
}

extension ComparedSet {
    /// What became of it: "the set ‘Most similar to Hull’ was changed on 28 November 2026: Nottingham for Burnley".
    ///
    /// - Returns: nil where the same districts are compared with, whatever the set is called.
    func change(since was: ComparedSet) -> String? {
        guard address == was.address else {
            return "another set is compared with, ‘\(name)’ in place of ‘\(was.name)’"
        }
        guard Set(members) != Set(was.members) else { return nil }
        let times = version > was.version + 1 ? ", last on" : " on"
        let when = madeAt.map { "\(times) \($0.day)" } ?? ""
        return "the set ‘\(name)’ was changed\(when): \(Self.exchange(was.members, for: members))"
    }

    /// The same where no more is known than how it was cited.
    ///
    /// - Parameter citation: nil where that is not known.
    func change(sinceCitedAs citation: String?) -> String? {
        guard let citation, citation != self.citation else { return nil }
        return "the set compared with is \(self.citation); it was \(citation)"
    }

    /// "Nottingham for Burnley", "Nottingham was added", "Burnley was taken out".
    private static func exchange(_ old: [String], for new: [String]) -> String {
        let added = new.filter { !old.contains($0) }
        let gone = old.filter { !new.contains($0) }
        return switch (added.isEmpty, gone.isEmpty) {
        case (false, false): "\(brief(added)) for \(brief(gone))"
        case (false, true): "\(brief(added)) \(added.count == 1 ? "was" : "were") added"
        default: "\(brief(gone)) \(gone.count == 1 ? "was" : "were") taken out"
        }
    }

    private static func brief(_ names: [String]) -> String {
        names.count > mostNamed ? names.count.counted("district", "districts") : names.inWords
    }

    /// A country’s districts are no list that anybody reads.
    private static let mostNamed = 8
}

extension RankingMatrix {
    /// With which districts its figures compare; nil where none does.
    var comparedWith: ComparedSet? { rows.lazy.flatMap(\.cells).compactMap { $0.figure?.comparedWith }.first }
}

extension AgreedRanking {
    /// What became, since it was agreed, of the set of districts that its figures compare with; nil where nothing did.
    func changedSet(since today: RankingMatrix) -> String? {
        guard let now = today.comparedWith else { return nil }
        if let comparedWith { return now.change(since: comparedWith) }
        return now.change(sinceCitedAs: citedSet)
    }

    /// How the set is cited beside the figures of an order that was kept before the set was.
    private var citedSet: String? {
        let notes = lines.lazy.flatMap(\.scores).flatMap { $0.figure?.notes ?? [] }
        return notes.first { $0.hasPrefix(Self.cited) }.map { String($0.dropFirst(Self.cited.count).dropLast()) }
    }

    private static let cited = "Compared with: "
}
