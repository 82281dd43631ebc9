import DataFiles
import Foundation
import Storage
import Wording

/// What figures rest on: the releases they were read from. Police counts are revised, so a figure is true only together
/// with its source and the day it was received.
public struct Citation: Hashable, Sendable {
    /// One release, as a figure names it.
    public struct CitedRelease: Hashable, Sendable {
        public let id: ID<Release>
        public let title: String
        public let publisher: String
        public let licence: String
        public let receivedAt: Date
        public let sha256: FileHash
        /// What everybody may be told of it: of open data the file by its name, of a partner's own the data set, its months
        /// and which release it is. A partner's file may be named after somebody.
        public let publicTitle: String
        /// Nil of a partner's own file: from that of a small table what stands in it can be guessed.
        public let publicSHA256: FileHash?
        /// Of a partner's own file: how many of its rows could not be used, so that no number has what they count.
        let unusedRows: Int

        /// - Parameter set: what its data set is called.
        init(_ release: Release, of set: String) {
            let isOpen = release.kind != .mapped
            let months = release.months == nil ? nil : release.monthsWording
            let told = [set, months, release.number.map { "release \($0)" }].compactMap(\.self)
            publicTitle = isOpen ? release.name : told.joined(separator: ", ")
            publicSHA256 = isOpen ? release.sha256 : nil
            unusedRows = isOpen ? 0 : release.rows.refused
            id = release.id
            title = release.name
            publisher = release.publisher
            licence = release.licence
            receivedAt = release.receivedAt
            sha256 = release.sha256
        }
    }

    public let dataSet: DataSetAddress
    /// "Street-level crime".
    public let name: String
    /// In the order they were received.
    public private(set) var releases: [CitedRelease]
    /// What the figures stand on besides: residents, or what lies in a place.
    public private(set) var beside: [Citation] = []

    public init(_ dataSet: DataSetAddress, name: String, releases: [Release]) {
        self.dataSet = dataSet
        self.name = name
        self.releases = releases.map { CitedRelease($0, of: name) }.sorted {
            ($0.receivedAt, $0.title) < ($1.receivedAt, $1.title)
        }
    }

    /// What a figure rests on that is made from two series of one data set.
    public func joined(with other: Citation) -> Citation {
        var all = self
        all.releases = Self.ordered(releases + other.releases)
        all.beside = beside + other.beside.filter { !beside.contains($0) }
        return all
    }

    /// The same of figures that stand on others too; those without a release are left out.
    public func standing(on others: [Citation]) -> Citation {
        var all = self
        all.beside += others.filter { !$0.releases.isEmpty && !beside.contains($0) }
        return all
    }

    /// All of them, with what the figures stand on besides.
    public var allReleases: [CitedRelease] { Self.ordered(releases + beside.flatMap(\.allReleases)) }

    private static func ordered(_ releases: [CitedRelease]) -> [CitedRelease] {
        Set(releases).sorted { ($0.receivedAt, $0.title) < ($1.receivedAt, $1.title) }
    }

    /// What must be said beside a number that rests on partners' files of which not every row could be used; nil of any other.
    public var unusedRows: String? {
        let files = allReleases.filter { $0.unusedRows > 0 }
        guard !files.isEmpty else { return nil }
        let told = files.map { "\($0.unusedRows.counted("row", "rows")) of \($0.publicTitle)" }
        return "\(told.inWords) could not be used, and what they count is in no number."
    }

    /// When the last of them was received: the day as at which the figures are true. Nil where nothing is here.
    public var asAt: Date? { releases.last?.receivedAt }

    /// "data.police.uk, street-level crime, received 22 November 2026".
    public var words: String {
        let publishers = Set(releases.map(\.publisher)).sorted().inWords
        let source = publishers.isEmpty ? name : "\(publishers), \(name.prefix(1).lowercased() + name.dropFirst())"
        let own = asAt.map { "\(source), received \($0.day)" } ?? source
        return ([own] + beside.map(\.words)).joined(separator: "; ")
    }
}
