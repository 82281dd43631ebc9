import DataFiles
import Foundation
import Meetings
import Membership
import Recommendations
import Storage

/// What became of an example's recommendations, as a file in its folder tells it: entered and published.
struct ExampleRecommendations: Sendable {
    static let fileNames = ["recommendations.json"]

    private struct Facts: Decodable {
        /// Of a report that is entered already: what it is called.
        let report: String?
        /// Otherwise the words, and which body recommended it on which day.
        let text: String?
        let body: String?
        let day: String?
        let steps: [Step]
        let published: String
    }

    private struct Step: Decodable {
        let day: String
        let body: String
        let to: String?
        let outcome: String?
        let words: String?
        let minute: Int?
        /// Whether it is an item of the body's meeting on this day.
        let meeting: String?
    }

    private let facts: [Facts]

    /// - Parameter files: by their names.
    /// - Throws: `DecodingError`
    init(files: [String: [UInt8]]) throws {
        facts = try JSONDecoder().decode([Facts].self, from: Data(files[Self.fileNames[0]] ?? []))
    }

    /// Enters them as the built-in officer, on the days that the file tells.
    ///
    /// - Throws: `DataFileError` where a fact names what is not there; whatever the stores refuse.
    func enter(into site: PartnershipSite) async throws {
        let (database, identities) = (site.installation.database, site.installation.identities)
        let first = FirstOfficerStore(database, identities: identities)
        guard let officer = try await first.member(of: Program.permissions, at: site.installation.now()) else { return }
        let bodies = try await BodyStore(database, identities: identities).structure().bodies
        let desk = site.committees.recommendations
        for facts in facts {
            let id = try await begun(facts, bodies, desk.threads, by: officer.actor)
            for step in facts.steps {
                guard let known = try await desk.threads.thread(id) else { throw failure("a recommendation") }
                try await desk.threads.enter(
                    details(step, bodies, site), of: id, after: known.steps.last?.number ?? 0, by: officer.actor,
                    at: noon(step.day))
            }
            try await desk.publish(id, by: officer.actor, at: noon(facts.published))
        }
    }

    private func begun(
        _ facts: Facts, _ bodies: [Body], _ threads: ThreadStore, by actor: Entry.Actor
    ) async throws -> ID<RecommendationThread> {
        if let report = facts.report {
            guard let found = try await threads.threads().first(where: { $0.start.from == report }) else {
                throw failure("‘\(report)’")
            }
            return found.id
        }
        guard let text = facts.text, let name = facts.body, let day = facts.day else {
            throw failure("a recommendation")
        }
        return try await threads.begin(text, by: body(name, bodies), on: self.day(day), by: actor, at: noon(day))
    }

    private func details(_ step: Step, _ bodies: [Body], _ site: PartnershipSite) async throws -> [StepDetails] {
        let (body, day) = (try body(step.body, bodies), try day(step.day))
        var all: [StepDetails.What] = []
        if step.meeting != nil { all.append(.received) }
        if let word = step.outcome {
            guard let outcome = Outcome(rawValue: word) else { throw failure("‘\(word)’") }
            all.append(.outcome(outcome, words: step.words ?? ""))
        }
        if let name = step.to {
            let to = try self.body(name, bodies)
            let asks = bodies.first { $0.id.description == to.key }?.details.regime.answers ?? false
            all.append(.sent(to: to, asksForResponse: asks))
        }
        let meeting = try await mention(step.meeting ?? step.day, of: body, site)
        return all.map { what in
            StepDetails(
                what, on: day, of: body, at: meeting, minute: step.minute,
                from: step.meeting == nil ? .hand : .agenda)
        }
    }

    private func mention(_ day: String, of body: ThreadBody, _ site: PartnershipSite) async throws -> MeetingMention? {
        guard let id = ID<Body>(body.key) else { return nil }
        return try await site.committees.meetings.meeting(of: id, on: self.day(day)).map {
            MeetingMention(id: $0.id.description, day: day)
        }
    }

    private func body(_ name: String, _ bodies: [Body]) throws -> ThreadBody {
        guard let found = bodies.first(where: { $0.name == name }) else { throw failure("the body ‘\(name)’") }
        return ThreadBody(found)
    }

    private func day(_ text: String) throws -> Day {
        guard let day = Day(text) else { throw failure("the day ‘\(text)’") }
        return day
    }

    private func noon(_ text: String) throws -> Date { try day(text).moments.lowerBound + 12 * 60 * 60 }

    private func failure(_ what: String) -> DataFileError {
        DataFileError(
            file: Self.fileNames[0], problem: "\(what) is not known", advice: "Take the file as it was published.")
    }
}
