import Foundation
import Membership
import Press
import Storage
import Web

/// A meeting that an example brings along, with what was published of its agenda on which day.
public struct PreparedMeeting: Sendable {
    let body: Body
    let details: MeetingDetails
    let announcedAt: Date
    let editions: [Edition]

    public struct Edition: Sendable {
        let at: Date
        let items: [AgendaItemDetails]
        let papers: [Paper]

        public init(at time: Date, items: [AgendaItemDetails], papers: [Paper]) {
            (at, self.items, self.papers) = (time, items, papers)
        }
    }

    public struct Paper: Sendable {
        public enum Content: Sendable {
            case text(String)
            /// A finished report, by its title.
            case report(String)
        }

        /// The item it is laid before the meeting with, by its place, from 1.
        let item: Int
        let title: String
        let content: Content
        /// The title of the paper that it takes the place of.
        let replaces: String?

        public init(item: Int, titled title: String, _ content: Content, replacing replaced: String?) {
            (self.item, self.title, self.content, replaces) = (item, title, content, replaced)
        }
    }

    public init(of body: Body, _ details: MeetingDetails, announcedAt: Date, editions: [Edition]) {
        (self.body, self.details, self.announcedAt, self.editions) = (body, details, announcedAt, editions)
    }
}

extension MeetingDesks {
    /// Enters a meeting of an example by the way everything takes. Where nothing can be printed its agenda stays a draft.
    ///
    /// - Throws: whatever the stores refuse.
    public func enter(_ prepared: PreparedMeeting, by actor: Entry.Actor) async throws {
        let id = try await meetings.call([prepared.details], of: prepared.body.id, by: actor, at: prepared.announcedAt)[
            0]
        guard let called = try await meetings.meeting(id) else { return }
        try await meetings.announce(called, of: prepared.body, by: actor, at: prepared.announcedAt)
        for edition in prepared.editions {
            try await agendas.add(edition.items, to: id, by: actor, at: edition.at)
            for paper in edition.papers { try await add(paper, to: id, of: prepared.body, by: actor, at: edition.at) }
            guard let meeting = try await meetings.meeting(id) else { return }
            var desks = self
            (desks.now, desks.today) = ({ edition.at }, { Day(edition.at) })
            let found = Found(meeting: meeting, body: prepared.body, structure: try await bodies.structure())
            do {
                try await desks.publish(desks.plan(found), by: actor)
            } catch is PressError {
                return
            } catch MeetingsRefusal.nothingToPublish {
                return
            }
        }
    }

    private func add(
        _ paper: PreparedMeeting.Paper, to meeting: ID<Meeting>, of body: Body, by actor: Entry.Actor, at time: Date
    ) async throws {
        let standing = try await agendas.agenda(of: meeting).standing
        guard standing.indices.contains(paper.item - 1) else { throw MeetingsRefusal.notHere }
        let item = standing[paper.item - 1]
        let content: AgendaPaper.Content
        switch paper.content {
        case .text(let text): content = .text(text)
        case .report(let title):
            guard let report = try await reports.finished(for: body.id).first(where: { $0.title == title }) else {
                throw MeetingsRefusal.notHere
            }
            content = .report(report.address, version: report.version)
        }
        try await agendas.add(
            content, titled: paper.title, to: item.id, of: meeting,
            replacing: item.standing.first { $0.title == paper.replaces }?.id, by: actor, at: time)
    }
}
