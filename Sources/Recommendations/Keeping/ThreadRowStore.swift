import Foundation
import Membership
import Storage

extension Reading {
    func threads(_ condition: SQL = "TRUE") throws -> [RecommendationThread] {
        let steps = Dictionary(
            grouping: try rows(
                """
                SELECT recommendation_step.* FROM recommendation_step
                JOIN recommendation_thread ON recommendation_thread.id = recommendation_step.thread
                WHERE recommendation_step.partnership = \(partnership) AND \(condition)
                ORDER BY recommendation_step.number
                """
            ).map { row in
                let details: JSON<StepDetails> = try row("step")
                return try (
                    thread: row("thread") as ID<RecommendationThread>,
                    step: ThreadStep(
                        number: row("number"), details.content, by: row("entered_by"), at: row("entered_at"))
                )
            }, by: \.thread
        ).mapValues { $0.map(\.step) }
        return try rows(
            """
            SELECT * FROM recommendation_thread
            WHERE recommendation_thread.partnership = \(partnership) AND \(condition) ORDER BY id
            """
        ).map { row in
            let id: ID<RecommendationThread> = try row("id")
            let start: JSON<ThreadStart> = try row("start")
            return RecommendationThread(id: id, start: start.content, steps: steps[id] ?? [])
        }
    }

    func thread(_ id: ID<RecommendationThread>) throws -> RecommendationThread? {
        try threads("recommendation_thread.id = \(id)").first
    }

    /// Those with a step from somewhere.
    func threads(from source: String) throws -> [RecommendationThread] {
        try threads(
            """
            recommendation_thread.id IN (SELECT thread FROM recommendation_step AS own
                WHERE own.partnership = \(partnership) AND own.source = \(source))
            """)
    }

    /// What recommendations are called, by how entries address them.
    func recommendationNames(_ addresses: [String]) throws -> [String: String] {
        let ids = addresses.compactMap { ID<RecommendationThread>($0) }
        let found = try threads("recommendation_thread.id IN \(ids)").map {
            (
                $0.id.description,
                $0.isWithheld ? "recommendation that is kept from the public" : "recommendation ‘\($0.title)’"
            )
        }
        return Dictionary(found, uniquingKeysWith: { first, _ in first })
    }

    /// A body of the partnership by its name, and whether it is asked to answer what is sent to it; of another body, the name alone.
    func body(named name: String) throws -> (body: ThreadBody, asksForResponse: Bool) {
        let wanted = ThreadBody(name: name)
        for row in try rows("SELECT id, name, regime FROM body WHERE partnership = \(partnership) ORDER BY id") {
            let body = ThreadBody(key: try row("id"), name: try row("name"))
            if body.isSame(as: wanted) || ThreadBody(name: body.name).isSame(as: wanted) {
                return (ThreadBody(key: body.key, name: body.name), try (row("regime") as Body.Regime).answers)
            }
        }
        return (wanted, false)
    }
}

extension Body.Regime {
    /// Whether such a body answers for a responsible authority or the partnership, so that a recommendation to it is to be
    /// answered in writing, by whatever law. Committees and the council pass on what is recommended to them, or decide it.
    public var answers: Bool {
        switch self {
        case .executiveEngland, .executiveWales, .partnership: true
        case .councilEngland, .councilWales, .privatePanel, .publicMeeting, .team: false
        }
    }
}

extension Writing {
    func begin(
        _ id: ID<RecommendationThread>, _ start: ThreadStart, by actor: Entry.Actor, at time: Date
    ) throws {
        try run(
            """
            INSERT INTO recommendation_thread (id, partnership, origin, start, begun_by, begun_at)
            VALUES (\(id), \(partnership), \(start.origin), \(JSON(start)), \(actor.shownName), \(time))
            """)
    }

    /// - Parameter source: what tells where it comes from, so that it is entered once; empty of what somebody entered.
    func enter(
        _ details: StepDetails, of id: ID<RecommendationThread>, from source: String = "", by actor: Entry.Actor,
        at time: Date
    ) throws {
        let last: Int? = try value("SELECT COALESCE(MAX(number), 0) FROM recommendation_step WHERE thread = \(id)")
        try run(
            """
            INSERT INTO recommendation_step (partnership, thread, number, source, step, entered_by, entered_at)
            VALUES (
                \(partnership), \(id), \((last ?? 0) + 1), \(source), \(JSON(details)), \(actor.shownName), \(time))
            """)
    }
}
