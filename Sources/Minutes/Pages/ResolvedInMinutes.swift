import Membership
import Storage

/// Something that a meeting resolved, for whoever keeps a register of decisions.
public struct ResolvedInMinutes: Sendable {
    /// The same for the same resolution, for good.
    public let key: String
    public let body: String
    public let bodyName: String
    public let day: Day
    public let title: String
    public let points: [String]
    /// Interests that were declared on the item, a sentence each.
    public let interests: [String]
    public let isConfirmed: Bool
}

extension MinutesDesk {
    /// What a meeting resolved, as its minutes were circulated or confirmed, without what is kept from the public.
    ///
    /// - Throws: `DatabaseFault`, `DecodingError`
    public func resolved(in id: ID<MinutedMeeting>, for member: Member) async throws -> [ResolvedInMinutes] {
        guard let meeting = try await meetings.meeting(id, for: member), !meeting.body.isNeverPublic else { return [] }
        let standing = try await standings.standing(of: id)
        let (document, record): (MinutesDocument, MinutesRecord)
        if let confirmed = standing.confirmation {
            (document, record) = (
                try MinutesDocument(written: confirmed.content), try await minutes.record(of: meeting)
            )
        } else if let last = standing.circulations.last {
            record = try await self.record(of: meeting, upTo: last)
            document = MinutesDocument(record, numbers: standing.numbers)
        } else {
            return []
        }
        return document.items.filter { !$0.isWithheld }.flatMap { item in
            item.decisions.enumerated().compactMap { place, decided in
                guard decided.style == Decision.Style.resolved.title else { return nil }
                return ResolvedInMinutes(
                    key: "minutes \(id) \(item.key) \(place + 1)", body: meeting.body.key, bodyName: meeting.body.name,
                    day: meeting.called.day, title: item.title, points: decided.points.map(\.text),
                    interests: MinutesDrafting(record).interests(on: item.key),
                    isConfirmed: standing.confirmation != nil)
            }
        }
    }
}
