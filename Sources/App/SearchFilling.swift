import Decisions
import Membership
import Partnership
import Publishing
import Recommendations
import Reports
import Storage
import Web

extension Installation {
    /// What can be found, by the capability whose it is.
    var searchable: [any Searchable] {
        [
            WhoIsWhoSearch(), ReportSearch(), RecommendationSearch(), DecisionSearch(), PublishedSearch(database.files),
        ]
    }

    /// The same, as the page of results names it.
    static let foundKinds =
        FoundKind.ofWhoIsWho + [
            FoundKind(.report, "Report", "Reports") { "/reports/\($0)" },
            FoundKind(.recommendation, "Recommendation", "Recommendations") { "/committees/recommendations/\($0)" },
            FoundKind(.decision, "Decision", "Decisions") { "/committees/decisions/\($0)" },
            FoundKind(.plannedDecision, "Planned decision", "Planned decisions") { "/committees/forward-plan/\($0)" },
        ]

    /// Makes the search index, where there is none or another version made it.
    ///
    /// - Parameter always: whether to do so in any case.
    /// - Returns: how many things can be found; nil where there was nothing to do.
    /// - Throws: `DatabaseFault`
    @discardableResult
    public func makeSearchable(by actor: Entry.Actor, always: Bool = false) async throws -> Int? {
        let entry = Entry(.searchMadeAnew, of: .init("partnership", database.partnership), by: actor, at: now())
        return try await database.makeSearchable(searchable, entry: entry, always: always)
    }

    /// Makes the search index of every partnership anew.
    ///
    /// - Returns: how many things can be found.
    /// - Throws: `DatabaseFault`
    public func makeEverythingSearchable(by actor: Entry.Actor) async throws -> Int {
        var count = 0
        for partnership in try await partnerships() {
            count += try await partnership.makeSearchable(by: actor, always: true) ?? 0
        }
        return count
    }
}
