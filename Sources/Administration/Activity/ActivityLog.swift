import Foundation
import Membership
import Storage

/// What was done in a partnership, as its entries keep it, told to each as far as it is theirs to know.
public struct ActivityLog: Sendable {
    private let database: Database
    private let words: EntryWords
    private let permissions: Set<Permission>

    /// - Parameters:
    ///   - words: how every entry of the program is told, and to whom.
    ///   - permissions: all that the program declares.
    public init(_ database: Database, words: EntryWords, permissions: Set<Permission>) {
        self.database = database
        self.words = words
        self.permissions = permissions
    }

    func reader(_ session: Session) -> ActivityReader {
        ActivityReader(session, of: permissions, words: words)
    }

    /// The latest that a member may know of, without their comings and goings: what others did too, if that is theirs to
    /// read.
    ///
    /// - Returns: what was done, and whether it is their own doings alone.
    /// - Throws: `DatabaseFault`
    public func latest(_ limit: Int, for session: Session) async throws -> (items: [ActivityItem], isOwn: Bool) {
        let reader = reader(session)
        let personal = reader.personalSorts
        guard reader.mayReadActivity else {
            let question = EntryQuestion(
                ownOf: .member(reader.member.description), reader.ownSorts.subtracting(personal), called: [],
                personal: [])
            return (try await items(question, limit, from: .newest, to: reader, isOwn: true), true)
        }
        // What was opened in an emergency has a page of its own, and is many entries at once.
        let question = EntryQuestion(of: reader.sorts.subtracting(personal).filter { $0.kind != "page" })
        return (try await items(question, limit, from: .newest, to: reader), false)
    }

    /// - Parameter isOwn: whether they are the reader's own doings, and told as such.
    /// - Throws: `DatabaseFault`
    func items(
        _ question: EntryQuestion, _ limit: Int, from position: EntryPosition, to reader: ActivityReader,
        isOwn: Bool = false
    ) async throws -> [ActivityItem] {
        try await database.read { db in
            let entries = try db.entries(question, limit, from: position)
            return try ActivityTelling(of: entries, to: reader, isOwn: isOwn, in: db).items
        }
    }

    /// What somebody did, and what is personal to them.
    func ownQuestion(of reader: ActivityReader) -> EntryQuestion {
        EntryQuestion(
            ownOf: .member(reader.member.description), reader.ownSorts, called: ActivityReader.names(of: reader.member),
            personal: reader.personalSorts)
    }

    /// What the program does by itself here, by the names of its jobs.
    ///
    /// - Throws: `DatabaseFault`
    func jobs() async throws -> [String] {
        try await database.read { db in try db.jobsOfEntries() }
    }

    /// What a thing is called; nil where it is not there.
    ///
    /// - Throws: `DatabaseFault`
    func name(of subject: Entry.Subject) async throws -> String? {
        guard let kind = words.kind(subject.kind) else { return nil }
        return try await database.read { db in try kind.names(db, [subject.address])[subject.address] }
    }

    /// Leaves an entry of it that entries were downloaded.
    ///
    /// - Throws: `DatabaseFault`
    func noteDownload(of count: Int, by member: Member, at time: Date) async throws {
        let entry = Entry(
            .activityDownloaded, of: .init("activity", ""), by: member.actor, at: time,
            changes: [.init("entries", from: Int?.none, to: count)])
        try await database.write(entry) { _ in }
    }
}
