import Foundation
import HTTPTypes
import HummingbirdTesting
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

extension Browser {
    /// Enters a decision without a motion and circulates the minutes.
    func minute(
        _ decision: [(String, String)], of meeting: SampleMeeting, seats: [ID<Seat>], key: String
    ) async throws {
        let minutes = meeting.address + "/minutes"
        let token = try #require(try await token())
        func write(_ fields: [(String, String)]) async throws -> HTTPResponse.Status {
            try await sendBare([("form-token", token), ("form", "x")] + fields, to: minutes + "/changes").status
        }
        for seat in seats {
            let here = [("do", "attend"), ("key", "at-\(seat)"), ("seat", "\(seat)"), ("presence", "present")]
            #expect(try await write(here + [("after", "0")]) == .seeOther)
        }
        let fields = [("do", "decide"), ("key", key), ("item", "\(meeting.item)")] + decision
        #expect(try await write(fields) == .seeOther)
        let circulation: KeyValuePairs = ["newest": "\(seats.count + 1)", "begins-on": "19/5/2015", "first": "39"]
        #expect(try await send(circulation, to: minutes + "/circulation").status == .seeOther)
    }
}
