import Foundation
import Membership
import Publishing
import Storage

extension MeetingStore {
    /// Tells everybody of a meeting.
    ///
    /// - Throws: ``MeetingsRefusal/neverPublic`` of a panel whose meetings are nobody's business (D2); `ChangedMeanwhile`,
    ///   `DatabaseFault`
    public func announce(_ known: Meeting, of body: Body, by actor: Entry.Actor, at time: Date) async throws {
        let entry = Entry(.meetingAnnounced, of: .init("meeting", known.id), by: actor, at: time)
        try await database.write(entry) { db in
            guard !body.details.regime.isNeverPublic else { throw MeetingsRefusal.neverPublic }
            let before = try db.unchanged(known)
            try db.enter(
                before.next(
                    before.details, calledOff: before.now.calledOff, isAnnounced: true, by: actor.shownName, at: time),
                of: known.id)
            try db.announce(before.published(of: body, because: ""), by: actor, at: time)
        }
    }
}

extension Meeting {
    /// As it is known outside.
    var publishedID: ID<PublishedMeeting>? { ID<PublishedMeeting>(id.description) }

    /// As everybody is told of it.
    ///
    /// - Parameter why: it was moved.
    func published(of body: Body, because why: String) throws -> PublishedMeeting {
        guard let id = publishedID else { throw MeetingsRefusal.notHere }
        let details = details
        let state: PublishedMeeting.State =
            if let reason = now.calledOff { .calledOff(why: reason) } else if wasToldOtherwise { .moved(why: why) } else
            { .scheduled }
        return PublishedMeeting(
            id: id, body: .init(id: body.id.description, name: body.name), kind: details.kind.published,
            day: details.day,
            startsAt: details.startsAt, endsAt: details.endsAt, place: details.place, joining: details.joining,
            contact: .init(
                name: details.contact.name, telephone: details.contact.telephone, email: details.contact.email),
            note: details.note, state: state)
    }

    /// Whether everybody was told once that it is on another day, at another time or elsewhere.
    private var wasToldOtherwise: Bool {
        states.contains { $0.isAnnounced && !$0.details.isAsArranged(in: details) }
    }
}

extension MeetingDetails.Kind {
    fileprivate var published: PublishedMeeting.Kind {
        switch self {
        case .ordinary: .ordinary
        case .extraordinary: .extraordinary
        case .special: .special
        }
    }
}

extension Writing {
    /// Enters a state, and tells everybody of it where they were told of the meeting before.
    func enter(
        _ state: MeetingState, of before: Meeting, body: Body, because why: String, by actor: Entry.Actor
    ) throws {
        try enter(state, of: before.id)
        guard state.isAnnounced, let after = Meeting(id: before.id, body: before.body, states: before.states + [state])
        else { return }
        try announce(after.published(of: body, because: why), by: actor, at: state.at)
    }
}
