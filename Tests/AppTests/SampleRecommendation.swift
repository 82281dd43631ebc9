import Foundation
import Membership
import Publishing
import Recommendations
import Storage
import Testing

@testable import App

extension SampleRoutes {
    /// A recommendation that was sent to a body, and is published.
    static func recommendations(_ house: House) async throws -> [String: String?] {
        let id = try await house.recommend("That lamps are *mended*.")
        let desk = house.program.first.committees.recommendations
        try await desk.publish(id, by: .commandLine(), at: house.clock.now)
        let (path, own) = ("/committees/recommendations/{recommendation}", "/committees/recommendations/\(id)")
        return [
            path: own, path + "/steps/{step}": own + "/steps/outcome",
            path + "/steps/{step}/striking": own + "/steps/2/striking", path + "/publication": own + "/publication",
            "/recommendations/{recommendation}": "/recommendations/\(id)",
            "/committees/actions/{meeting}/{action}":
                "/committees/actions/00000000-0000-7000-8000-000000000009/00000000-0000-7000-8000-000000000009",
        ]
    }
}

extension House {
    /// A recommendation of a scrutiny panel to a body that is asked to answer.
    func recommend(
        _ text: String, to body: ThreadBody = ThreadBody(name: "Cabinet"), on day: Day? = nil
    ) async throws -> ID<RecommendationThread> {
        let (actor, time) = (Entry.Actor.commandLine(), clock.now)
        let threads = program.first.committees.recommendations.threads
        let panel = ThreadBody(name: "Scrutiny Panel")
        let id = try await threads.begin(text, by: panel, on: day ?? Day(time), by: actor, at: time)
        try await threads.enter(
            [StepDetails(.sent(to: body, asksForResponse: true), on: day ?? Day(time), of: panel)], of: id, after: 1,
            by: actor, at: time)
        return id
    }
}
