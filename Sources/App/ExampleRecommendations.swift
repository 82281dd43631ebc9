import DataFiles
import Foundation
import Meetings
import Membership
import Recommendations
import Storage

/// What became of an example's recommendations, as a file in its folder tells it, besides what follows from its reports, agendas and
/// minutes: entered and published.
struct ExampleRecommendations: Sendable {
    static let fileNames = ["recommendations.json"]

    private struct Facts: Decodable, Sendable {
        /// Of a report, and what it is called.
        let report: String?
        /// Of minutes: words that stand in it.
        let minuted: String?
        /// Otherwise the words of each, and which body recommended them on which day.
        let texts: [String]?
        let body: String?
        let day: String?
        let deciding: String?
        let steps: [Step]
        let published: String
    }

    private struct Step: Decodable, Sendable {
        let day: String
        /// At which hour; in the morning where that is not said.
        let entered: Int?
        let body: String
        let to: String?
        let outcome: String?
        let words: String?
        /// Whether it is an item of the body's meeting on this day.
        let meeting: String?
    }

    private let facts: [Facts]
    private let days = ExampleDays(file: fileNames[0])

    /// - Parameter files: by their names.
    /// - Throws: `DecodingError`
    init(files: [String: [UInt8]]) throws {
        facts = try JSONDecoder().decode([Facts].self, from: Data(files[Self.fileNames[0]] ?? []))
    }

    /// - Throws: `DataFileError` where a day cannot be read.
    func deeds() throws -> [ExampleDeed] { try facts.flatMap { try deeds(of: $0) } }

    private func deeds(of facts: Facts) throws -> [ExampleDeed] {
        let steps = try facts.steps.map { step in
            let time = try days.moment(step.day, hour: step.entered ?? 10)
            return ExampleDeed(at: time) { site, officer in
                let threads = site.committees.recommendations.threads
                for thread in try await found(facts, site) {
                    try await threads.enter(
                        details(step, site), of: thread.id, after: thread.steps.last?.number ?? 0, by: officer.actor,
                        at: time)
                }
            }
        }
        let time = try days.moment(facts.published, hour: 23)
        let publishing = ExampleDeed(at: time) { site, officer in
            for thread in try await found(facts, site) {
                // Where no minutes can be printed, nothing of what stands in them alone is published.
                do {
                    try await site.committees.recommendations.publish(thread.id, by: officer.actor, at: time)
                } catch RecommendationsRefusal.neverPublic { continue }
            }
        }
        return try beginning(facts) + steps + [publishing]
    }

    /// Of what was recommended elsewhere.
    private func beginning(_ facts: Facts) throws -> [ExampleDeed] {
        guard let texts = facts.texts, let name = facts.body, let text = facts.day else { return [] }
        let (day, time) = (try days.day(text), try days.moment(text, hour: 9))
        let beginning = ExampleDeed(at: time) { site, officer in
            var deciding: ThreadBody?
            if let name = facts.deciding { deciding = try await body(name, site) }
            for text in texts {
                try await site.committees.recommendations.threads.begin(
                    text, by: body(name, site), on: day, deciding: deciding, by: officer.actor, at: time)
            }
        }
        return [beginning]
    }

    private func found(_ facts: Facts, _ site: PartnershipSite) async throws -> [RecommendationThread] {
        let found = try await site.committees.recommendations.threads.threads().filter { thread in
            if let report = facts.report { return thread.start.from == report }
            if let words = facts.minuted { return thread.text.text.contains(words) }
            return facts.texts?.contains(thread.text.text) ?? false
        }
        guard !found.isEmpty else { throw days.failure("a recommendation") }
        return found
    }

    private func details(_ step: Step, _ site: PartnershipSite) async throws -> [StepDetails] {
        let (body, day) = (try await body(step.body, site), try days.day(step.day))
        var all: [StepDetails.What] = []
        if step.meeting != nil { all.append(.received) }
        if let word = step.outcome {
            guard let outcome = Outcome(rawValue: word) else { throw days.failure("‘\(word)’") }
            all.append(.outcome(outcome, words: step.words ?? ""))
        }
        if let name = step.to {
            let to = try await self.body(name, site)
            let regime = try await site.bodies().first { $0.id.description == to.key }?.details.regime
            all.append(.sent(to: to, asksForResponse: regime?.answers ?? false))
        }
        let meeting = try await mention(step.meeting ?? step.day, of: body, site)
        return all.map { what in
            StepDetails(what, on: day, of: body, at: meeting, from: step.meeting == nil ? .hand : .agenda)
        }
    }

    private func mention(_ day: String, of body: ThreadBody, _ site: PartnershipSite) async throws -> MeetingMention? {
        guard let id = ID<Body>(body.key) else { return nil }
        return try await site.committees.meetings.meeting(of: id, on: days.day(day)).map {
            MeetingMention(id: $0.id.description, day: day)
        }
    }

    private func body(_ name: String, _ site: PartnershipSite) async throws -> ThreadBody {
        guard let found = try await site.bodies().first(where: { $0.name == name }) else {
            throw days.failure("the body ‘\(name)’")
        }
        return ThreadBody(found)
    }
}
