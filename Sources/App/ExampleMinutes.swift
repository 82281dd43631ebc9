import DataFiles
import Foundation
import Meetings
import Membership
import Minutes
import Recommendations
import Storage

/// The minutes of a meeting of an example, as its file tells them: who came, what was said and decided.
struct ExampleMinutes: Decodable, Sendable {
    private let apologies: [Apology]
    private let attending: [String]
    private let items: [Item]
    /// "20:25"
    private let closed: String
    /// The day of the annual meeting from which minutes are numbered, and the first number that is given here.
    private let numberedSince: String
    private let first: Int
    private let circulated: String
    private let published: String

    private struct Apology: Decodable {
        let of: String
        let substitute: String?
    }

    private struct Item: Decodable {
        let item: Int
        /// The heading in `meetings.md` under which its words stand.
        let text: String?
        let decisions: [Taken]?
    }

    fileprivate struct Taken: Decodable {
        let to: String
        let points: [String]
        let mover: String?
        let seconder: String?
        /// The report whose recommendation it is about; where it is about others, each point is in their words.
        let report: String?
    }

    /// - Parameter texts: by their headings.
    /// - Throws: `DataFileError` where a fact cannot be read.
    func deeds(
        of body: String, on day: Day, _ texts: [String: String], _ days: ExampleDays
    ) throws -> [ExampleDeed] {
        let taken = try days.moment(day.description, hour: 21)
        let sent = try days.moment(circulated, hour: 15)
        let since = try days.day(numberedSince)
        let shown = try days.moment(published, hour: 15)
        @Sendable func meeting(_ site: PartnershipSite) async throws -> ID<MinutedMeeting> {
            guard let body = try await site.bodies().first(where: { $0.name == body }),
                let meeting = try await site.committees.meetings.meeting(of: body.id, on: day),
                let id = ID<MinutedMeeting>(meeting.id.description)
            else { throw days.failure("the meeting of ‘\(body)’ on \(day)") }
            return id
        }
        return [
            ExampleDeed(at: taken) { site, officer in
                let threads = try await site.committees.recommendations.threads.threads()
                try await site.committees.minutes.write(
                    try prepared(texts, threads, days), of: meeting(site), by: officer.actor, at: taken)
            },
            ExampleDeed(at: sent) { site, officer in
                try await site.committees.minutes.circulate(
                    meeting(site), numberedSince: since, from: first, by: officer.actor, at: sent)
            },
            ExampleDeed(at: shown) { site, officer in
                try await site.committees.minutes.publish(meeting(site), by: officer.actor, at: shown)
            },
        ]
    }

    private func prepared(
        _ texts: [String: String], _ threads: [RecommendationThread], _ days: ExampleDays
    ) throws -> PreparedMinutes {
        let items = try items.map { item in
            PreparedMinutes.Item(
                at: item.item, discussion: try item.text.map { try text($0, texts, days) } ?? "",
                decisions: try (item.decisions ?? []).map { try $0.prepared(threads, days) })
        }
        return PreparedMinutes(
            apologies: apologies.map { .init(of: $0.of, substitute: $0.substitute) }, others: attending, items: items,
            closed: closed)
    }

    private func text(_ heading: String, _ texts: [String: String], _ days: ExampleDays) throws -> String {
        guard let text = texts[heading] else { throw days.failure("‘\(heading)’") }
        return text
    }
}

extension ExampleMinutes.Taken {
    fileprivate func prepared(
        _ threads: [RecommendationThread], _ days: ExampleDays
    ) throws -> PreparedMinutes.Taken {
        let about: [RecommendationThread]
        if let report {
            about = threads.filter { $0.start.from == report }
            guard !about.isEmpty else { throw days.failure("‘\(report)’") }
        } else {
            about = points.compactMap { point in threads.first { $0.text.text == point } }
        }
        return PreparedMinutes.Taken(
            recommendedTo: to, points, about: about.map(\.id.description), mover: mover, seconder: seconder)
    }
}
