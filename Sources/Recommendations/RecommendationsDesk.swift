import Foundation
import Membership
import Publishing
import Storage
import Wording

/// Where a step of a recommendation was laid before everybody.
public protocol OpenPapersDesk: Sendable {
    /// Nil where nothing of it was published.
    func place(of step: StepDetails) async throws -> PublishedRecommendation.Place?
    /// A meeting of which everybody was told; nil where nobody was.
    func place(ofMeeting meeting: String) async throws -> PublishedRecommendation.Place?
    /// The meeting that a body had on a day, by its key; nil where none is kept here.
    func meeting(of body: ThreadBody, on day: Day) async throws -> String?
    /// What the published agenda of a meeting prints of a recommendation; nil where it prints nothing of it.
    func printed(_ recommendation: ID<RecommendationThread>, atMeeting meeting: String) async throws -> String?
}

/// Everything that recommendations are followed with.
public struct RecommendationsDesk: Sendable {
    public let threads: ThreadStore
    let notices: RecommendationNoticeStore
    let bodies: BodyStore
    let people: PersonStore
    let papers: any OpenPapersDesk
    public let now: @Sendable () -> Date
    public let today: @Sendable () -> Day

    /// - Parameter papers: where minutes and agendas were published.
    public init(
        _ database: Database, identities: Identities, papers: any OpenPapersDesk, now: @escaping @Sendable () -> Date,
        today: @escaping @Sendable () -> Day
    ) {
        threads = ThreadStore(database, identities: identities)
        notices = RecommendationNoticeStore(database)
        bodies = BodyStore(database, identities: identities)
        people = PersonStore(database, identities: identities)
        (self.papers, self.now, self.today) = (papers, now, today)
    }

    /// Those that somebody may know of, the most urgent first.
    ///
    /// - Throws: `DatabaseFault`
    public func followed(by member: Member) async throws -> [FollowedThread] {
        let structure = try await bodies.structure()
        return try await threads.threads().filter { sees($0, member, in: structure) }.map(FollowedThread.init).sorted {
            ($0.state.urgency(on: today()), $0.thread.id.description)
                < ($1.state.urgency(on: today()), $1.thread.id.description)
        }
    }

    /// What is kept from the public is for those who follow recommendations, and for members of the bodies it came before.
    func sees(_ thread: RecommendationThread, _ member: Member, in structure: Structure) -> Bool {
        if !thread.isWithheld || member.may(.followRecommendations) { return true }
        return thread.bodies.contains { body in
            ID<Body>(body.key).map { id in
                structure.seats(of: id, on: today()).contains { $0.seats(member.id, on: today()) }
            } ?? false
        }
    }

    /// The most urgent first, of one body: those before it or sent to it, and those that it made and nobody has finished.
    ///
    /// - Throws: `DatabaseFault`
    public func open(of body: ThreadBody) async throws -> [FollowedThread] {
        try await threads.threads().map(FollowedThread.init).filter { followed in
            followed.state.isOpen && followed.thread.bodies.contains { $0.isSame(as: body) }
        }.sorted { $0.state.urgency(on: today()) < $1.state.urgency(on: today()) }
    }
}

/// A recommendation with how it stands.
public struct FollowedThread: Hashable, Sendable {
    public let thread: RecommendationThread
    public let state: ThreadState

    public init(_ thread: RecommendationThread) {
        (self.thread, state) = (thread, ThreadState(of: thread))
    }
}

/// An answer that somebody has to give.
public struct RecommendationDue: Hashable, Sendable {
    public let title: String
    public let detail: String
    public let isOverdue: Bool
    /// Within the site.
    public let path: String
}

extension RecommendationsDesk {
    /// What a member is to answer; of those who follow recommendations, also what is overdue and nobody else was named for.
    ///
    /// - Throws: `DatabaseFault`
    public func due(for member: Member) async throws -> [RecommendationDue] {
        guard member.may(.readRecommendations) else { return [] }
        return try await followed(by: member).compactMap { followed in
            guard let awaiting = followed.state.awaiting else { return nil }
            let isOverdue = followed.state.isOverdue(on: today())
            let isMine = awaiting.person?.key == member.id.description
            let path = "/committees/recommendations/\(followed.thread.id)"
            if let decided = followed.state.decided {
                guard isMine || member.may(.followRecommendations) else { return nil }
                return RecommendationDue(
                    title: "Enter the answer of \(awaiting.body.name) to a recommendation",
                    detail: "‘\(followed.thread.title)’: \(decided.words.begunSmall).", isOverdue: isOverdue, path: path
                )
            }
            guard isMine || isOverdue && member.may(.followRecommendations) else { return nil }
            return RecommendationDue(
                title: isMine ? "Answer a recommendation" : "Ask \(awaiting.words) to answer a recommendation",
                detail: "‘\(followed.thread.title)’: \(awaiting.body.name) is to answer by \(awaiting.due.day.words).",
                isOverdue: isOverdue, path: path)
        }
    }
}
