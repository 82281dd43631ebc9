import Foundation
import Membership
import Press
import Storage
import Web

/// A meeting that an example brings along, with what was published of its agenda on which day.
public struct PreparedMeeting: Sendable {
    let body: Body
    let details: MeetingDetails

    /// What was put on its agenda at a time, and published then or left as a draft.
    public struct Edition: Sendable {
        let items: [AgendaItemDetails]
        let papers: [Paper]
        let isPublished: Bool

        public init(items: [AgendaItemDetails], papers: [Paper], isPublished: Bool) {
            (self.items, self.papers, self.isPublished) = (items, papers, isPublished)
        }
    }

    public struct Paper: Sendable {
        public enum Content: Sendable {
            case text(String)
            /// A finished report, by its title.
            case report(String)
            /// What there is of the item in the records now, such as draft minutes.
            case arising
        }

        /// The item it is laid before the meeting with, by its place, from 1.
        let item: Int
        let title: String
        let content: Content

        public init(item: Int, titled title: String, _ content: Content) {
            (self.item, self.title, self.content) = (item, title, content)
        }
    }

    public init(of body: Body, _ details: MeetingDetails) {
        (self.body, self.details) = (body, details)
    }
}

extension MeetingDesks {
    /// Calls a meeting of an example and tells everybody of it, by the way everything takes.
    ///
    /// - Throws: whatever the stores refuse.
    public func enter(_ prepared: PreparedMeeting, by actor: Entry.Actor, at time: Date) async throws {
        let id = try await meetings.call([prepared.details], of: prepared.body.id, by: actor, at: time)[0]
        guard let called = try await meetings.meeting(id) else { return }
        try await meetings.announce(called, of: prepared.body, by: actor, at: time)
    }

    /// Makes up the agenda of such a meeting, or supplements it. Where nothing can be printed it stays a draft.
    ///
    /// - Throws: whatever the stores refuse.
    public func enter(
        _ edition: PreparedMeeting.Edition, of prepared: PreparedMeeting, by actor: Entry.Actor, at time: Date
    ) async throws {
        var desks = self
        (desks.now, desks.today) = ({ time }, { Day(time) })
        guard let meeting = try await desks.meeting(of: prepared.body.id, on: prepared.details.day) else { return }
        let found = Found(meeting: meeting, body: prepared.body, structure: try await bodies.structure())
        for details in edition.items { try await desks.add(details, to: found, by: actor) }
        for paper in edition.papers { try await desks.add(paper, to: found, by: actor) }
        guard edition.isPublished else { return }
        do {
            let plan = try await desks.plan(found)
            try await desks.publish(plan, by: actor)
            if plan.edition > 1 { try await desks.combine(found, by: actor) }
        } catch is PressError {
            return
        } catch MeetingsRefusal.nothingToPublish {
            return
        }
    }

    /// An item; where it is what waits for the meeting, as that. One of recommendations is every one that waits.
    private func add(_ details: AgendaItemDetails, to found: Found, by actor: Entry.Actor) async throws {
        let waiting = try await arising(found).filter { matter in
            matter.details.kind == details.kind
                && (matter.details.title == details.title || details.kind == .recommendation)
        }
        guard !waiting.isEmpty else {
            try await agendas.add(details, to: found.meeting.id, by: actor, at: now())
            return
        }
        let matters = waiting.map { matter in
            details.kind == .recommendation ? matter : ArisingMatter(matter.key, details, why: matter.why)
        }
        try await put(matters, on: found, by: actor)
    }

    private func add(_ paper: PreparedMeeting.Paper, to found: Found, by actor: Entry.Actor) async throws {
        let meeting = found.meeting.id
        let standing = try await agendas.agenda(of: meeting).standing
        guard standing.indices.contains(paper.item - 1) else { throw MeetingsRefusal.notHere }
        let item = standing[paper.item - 1]
        switch paper.content {
        case .text(let text):
            try await agendas.add(
                .text(text), titled: paper.title, to: item.id, of: meeting, by: actor, at: now())
        case .report(let title):
            guard let report = try await reports.finished(for: found.body.id).first(where: { $0.title == title }) else {
                throw MeetingsRefusal.notHere
            }
            try await add(report, titled: paper.title, to: item, of: found, by: actor, at: now())
        case .arising:
            let lacking = try await arising(found).filter { $0.details == item.details }
            try await put(lacking, on: found, by: actor)
        }
    }
}
