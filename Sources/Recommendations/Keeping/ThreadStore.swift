import Foundation
import Membership
import Notices
import Publishing
import Storage

/// Recommendations and what became of them.
public struct ThreadStore: Sendable {
    private let database: Database
    private let identities: Identities

    public init(_ database: Database, identities: Identities) {
        (self.database, self.identities) = (database, identities)
    }

    /// All of them, the oldest first.
    ///
    /// - Throws: `DatabaseFault`
    public func threads() async throws -> [RecommendationThread] {
        try await database.read { db in try db.threads() }
    }

    /// - Throws: `DatabaseFault`
    public func thread(_ id: ID<RecommendationThread>) async throws -> RecommendationThread? {
        try await database.read { db in try db.thread(id) }
    }

    /// Tells one state of all of them from another: steps are only added.
    ///
    /// - Throws: `DatabaseFault`
    func edition() async throws -> Int {
        try await database.read { db in
            try db.value("SELECT count(*) FROM recommendation_step WHERE partnership = \(db.partnership)") ?? 0
        }
    }

    /// Follows a recommendation that was made elsewhere: in a meeting whose minutes are not kept here.
    ///
    /// - Throws: ``RecommendationsRefusal``, `DatabaseFault`
    @discardableResult
    public func begin(
        _ text: String, by body: ThreadBody, on day: Day, deciding: ThreadBody? = nil, by actor: Entry.Actor,
        at time: Date
    ) async throws -> ID<RecommendationThread> {
        let id: ID<RecommendationThread> = identities.new(at: time)
        let start = ThreadStart(
            origin: "hand \(id)", from: "\(body.name), \(day.words)", address: "", deciding: deciding)
        let details = StepDetails(.made(text: text), on: day, of: body)
        let entry = Entry(.recommendationFollowed, of: .init("recommendation", id), by: actor, at: time)
        try await database.write(entry) { db in
            try StepCheck(RecommendationThread(id: id, start: start, steps: [])).check(details)
            try db.begin(id, start, by: actor, at: time)
            try db.enter(details, of: id, by: actor, at: time)
            try db.indexThread(id)
        }
        return id
    }

    /// Enters what became of a recommendation.
    ///
    /// - Parameter newest: the newest step that whoever enters it saw.
    /// - Throws: ``RecommendationsRefusal``, `DatabaseFault`
    public func enter(
        _ all: [StepDetails], of id: ID<RecommendationThread>, after newest: Int, by actor: Entry.Actor, at time: Date
    ) async throws {
        let notice: ID<PersonalNotice> = identities.new(at: time)
        let entry = Entry(
            Self.act(of: all), of: .init("recommendation", id), by: actor, at: time, why: all.compactMap(\.why).first,
            changes: all.map { .init("step", from: String?.none, to: $0.name) })
        try await database.write(entry) { db in
            guard var thread = try db.thread(id) else { throw RecommendationsRefusal.notHere }
            guard thread.steps.last?.number ?? 0 == newest else { throw RecommendationsRefusal.changedMeanwhile }
            for details in all {
                try StepCheck(thread).check(details)
                try db.enter(details, of: id, by: actor, at: time)
                thread = try db.thread(id) ?? thread
                if case .asked(let key, _) = details.what, let person = ID<Person>(key) {
                    let body = ThreadState(of: thread).awaiting?.body.name ?? "the body that was asked"
                    try db.notify(
                        person, "You are asked to answer a recommendation", at: "/committees/recommendations/\(id)",
                        because: "You are to answer for \(body).", id: notice, at: time)
                }
            }
            try db.indexThread(id)
        }
    }

    private static func act(of all: [StepDetails]) -> Act {
        switch all.first?.what {
        case .struck: .recommendationStepStruck
        case .response: .recommendationAnswered
        default: .recommendationFollowed
        }
    }

    /// Lays what became of a recommendation before everybody.
    ///
    /// - Parameter newest: the newest step that whoever publishes saw.
    /// - Throws: ``RecommendationsRefusal``, `DatabaseFault`
    public func publish(
        _ published: PublishedRecommendation, of id: ID<RecommendationThread>, after newest: Int,
        by actor: Entry.Actor, at time: Date
    ) async throws {
        let entry = Entry(.recommendationPublished, of: .init("recommendation", id), by: actor, at: time)
        try await database.write(entry) { db in
            guard let thread = try db.thread(id) else { throw RecommendationsRefusal.notHere }
            guard !thread.isWithheld else { throw RecommendationsRefusal.neverPublic }
            guard thread.steps.last?.number ?? 0 == newest else { throw RecommendationsRefusal.changedMeanwhile }
            guard try db.announce(published, by: actor, at: time) else { throw RecommendationsRefusal.nothingToPublish }
        }
    }
}

extension StepDetails {
    /// What sort of step it is, in a word or two.
    public var name: String {
        switch what {
        case .made: "made"
        case .reworded: "worded anew"
        case .sent(let to, _): "sent to \(to.name)"
        case .received: "on an agenda"
        case .outcome(let outcome, _): outcome.rawValue
        case .asked: "who answers"
        case .due: "when the answer is due"
        case .response(let acceptance, _): acceptance.rawValue
        case .action(_, _, let isComplete): isComplete ? "done" : "under way"
        case .struck: "struck out"
        }
    }

    fileprivate var why: String? {
        switch what {
        case .due(_, let why), .struck(_, let why): why
        default: nil
        }
    }
}
