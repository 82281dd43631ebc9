import Publishing
import Storage

/// Everything published of committees, read once for each state of it: whoever asks again is answered at once.
actor CommitteeShelf {
    private let store: CommitteeStore
    private var kept: (edition: String, committees: PublishedCommittees, listing: OParlListing?)?

    init(_ database: Database) {
        store = CommitteeStore(database)
    }

    /// - Throws: `DatabaseFault`
    func committees() async throws -> PublishedCommittees {
        let edition = try await store.edition()
        if let kept, kept.edition == edition { return kept.committees }
        let committees = try await store.committees()
        kept = (edition, committees, nil)
        return committees
    }

    /// The same as programs are told it.
    ///
    /// - Parameter make: makes it, where it was not made yet.
    /// - Throws: `DatabaseFault`
    func listing(_ make: @Sendable (PublishedCommittees) -> OParlListing) async throws -> OParlListing {
        let committees = try await committees()
        if let listing = kept?.listing { return listing }
        let listing = make(committees)
        kept?.listing = listing
        return listing
    }
}
