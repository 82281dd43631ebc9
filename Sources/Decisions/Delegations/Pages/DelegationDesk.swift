import Foundation
import Publishing
import Storage
import Web

/// Where delegations are kept and laid before everybody.
struct DelegationDesk: Sendable {
    let store: DelegationStore
    let publications: PublicationStore
    let now: @Sendable () -> Date
    let today: @Sendable () -> Day

    static let slug = Publication.registerOfDelegations
    private static let record = "delegations.json"

    /// What is kept, and what everybody is told.
    struct Opened {
        let all: [Delegation]
        let register: DelegationRegister
        let published: PublishedVersion?
        /// The newest there ever was, withdrawn or not.
        let newest: Int
        /// What is kept and not told yet.
        let changes: [String]
    }

    /// - Throws: `DatabaseFault`, `KeptFileFault`
    func opened() async throws -> Opened {
        let all = try await store.delegations()
        let register = DelegationRegister(all, on: today())
        let publication = try await publications.publication(Self.slug)
        var told: DelegationRegister?
        if let file = publication?.current?.files.first(where: { $0.name == Self.record }) {
            told = try JSONDecoder().decode(DelegationRegister.self, from: Data(await publications.bytes(of: file)))
        }
        return Opened(
            all: all, register: register, published: publication?.current,
            newest: publication?.versions.first?.number ?? 0,
            changes: told.map { register.changes(since: $0) } ?? [])
    }

    /// Lays the register before everybody as it stands.
    ///
    /// - Throws: ``DecisionsRefusal``, `PublishingRefusal`, `DatabaseFault`
    func publish(_ opened: Opened, by actor: Entry.Actor) async throws {
        guard opened.published == nil || !opened.changes.isEmpty else { throw PublishingRefusal.sameAsBefore }
        let version = try VersionDraft(
            .delegations, slug: Self.slug, page: DelegationBody(register: opened.register, day: today()).frozen,
            files: [
                .init(
                    "delegations.csv", title: "The register as a table (CSV)", type: .csv,
                    bytes: DelegationTable(opened.register).bytes),
                .init(
                    Self.record, title: "The register for programs", type: .json,
                    bytes: DecisionDesk.record(opened.register)),
            ], changes: opened.changes)
        try await publications.publish(version, after: opened.newest, by: actor, at: now())
    }
}
