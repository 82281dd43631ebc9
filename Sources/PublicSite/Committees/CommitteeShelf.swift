import Publishing
import Storage

/// Everything published of committees, read once for each state of it: whoever asks again is answered at once.
public actor CommitteeShelf {
    private let store: CommitteeStore
    private var kept: (edition: String, committees: PublishedCommittees, listing: OParlListing?)?

    public init(_ database: Database) {
        store = CommitteeStore(database)
    }

    /// - Throws: `DatabaseFault`
    func committees() async throws -> PublishedCommittees { try await current().committees }

    /// The same as programs are told it.
    ///
    /// - Parameter make: makes it, where it was not made yet.
    /// - Throws: `DatabaseFault`
    func listing(_ make: @Sendable (PublishedCommittees) -> OParlListing) async throws -> OParlListing {
        let current = try await current()
        if let kept, kept.edition == current.edition, let listing = kept.listing { return listing }
        let listing = make(current.committees)
        // Something else may have been published while it was read.
        if kept?.edition == current.edition { kept?.listing = listing }
        return listing
    }

    private func current() async throws -> (edition: String, committees: PublishedCommittees) {
        let edition = try await store.edition()
        if let kept, kept.edition == edition { return (edition, kept.committees) }
        let committees = try await store.committees()
        kept = (edition, committees, nil)
        return (edition, committees)
    }
}
