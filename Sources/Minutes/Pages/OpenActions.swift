import Membership
import Storage

/// Something that a meeting gave somebody to do, and of which nobody said that it is done (D106).
public struct OpenAction: Hashable, Sendable {
    public let meeting: ID<MinutedMeeting>
    public let body: String
    public let day: Day
    public let minute: Int?
    public let action: ActionPoint
    public let isWithheld: Bool

    public var due: Day? { Day(action.due) }
}

extension MinutesDesk {
    /// Those of minutes that were circulated or confirmed, the oldest first.
    ///
    /// - Parameters:
    ///   - body: nil for all.
    ///   - member: who wants to know; nil for a paper.
    /// - Throws: `DatabaseFault`
    public func openActions(of body: String? = nil, for member: Member? = nil) async throws -> [OpenAction] {
        var open: [OpenAction] = []
        for id in try await actions.minuted(of: body) {
            let found =
                if let member { try await meetings.meeting(id, for: member) } else { try await meetings.meeting(id) }
            guard let meeting = found else { continue }
            let standing = try await standings.standing(of: id)
            guard standing.isCirculated || standing.confirmation != nil else { continue }
            let seesClosed = member.map { $0.may(.takeMinutes) || meeting.isReadByMember } ?? true
            guard seesClosed || standing.confirmation != nil else { continue }
            let (record, done) = (try await minutes.record(of: meeting), try await actions.done(in: id))
            for item in meeting.items where seesClosed || !item.isWithheld {
                open += record[item.key].actions.filter { !done.contains($0.id) }.map {
                    OpenAction(
                        meeting: id, body: meeting.body.name, day: meeting.called.day,
                        minute: standing.numbers[item.key], action: $0, isWithheld: item.isWithheld)
                }
            }
        }
        return open.sorted { ($0.day, $0.minute ?? 0) < ($1.day, $1.minute ?? 0) }
    }

    /// Open actions of a body as a paper, in Markdown, without what is kept from the public; nil where there are none.
    ///
    /// - Throws: `DatabaseFault`
    public func actionsPaper(of body: String) async throws -> String? {
        let open = try await openActions(of: body).filter { !$0.isWithheld }
        guard !open.isEmpty else { return nil }
        let rows = open.map { one in
            "| \(Self.cell(one.action.text)) | \(Self.cell(one.action.owner)) | \(one.due?.words ?? "") "
                + "| \(one.minute.map { "\($0), " } ?? "")\(one.day.words) |"
        }
        return "Open on \(today().words):\n\n| What is to be done | By whom | By when | Minute |\n|---|---|---|---|\n"
            + rows.joined(separator: "\n")
    }

    private static func cell(_ text: String) -> String {
        text.split(whereSeparator: \.isNewline).joined(separator: " ").replacing("|", with: "/")
    }

    /// Whether a meeting confirmed them.
    ///
    /// - Throws: `DatabaseFault`
    public func isConfirmed(_ id: ID<MinutedMeeting>) async throws -> Bool {
        try await standings.standing(of: id).confirmation != nil
    }

    /// A draft that was circulated, as a paper for the meeting that confirms it, with what it is called, in Markdown and without
    /// what is kept from the public; nil where there is none.
    ///
    /// - Throws: `DatabaseFault`
    public func draftPaper(of id: ID<MinutedMeeting>) async throws -> (title: String, text: String)? {
        guard let meeting = try await meetings.meeting(id) else { return nil }
        let standing = try await standings.standing(of: id)
        guard let last = standing.circulations.last, standing.confirmation == nil else { return nil }
        let document = try await circulated(last, meeting, standing)
        return ("Draft minutes of the \(document.noun) of \(document.day)", document.markdown)
    }
}
