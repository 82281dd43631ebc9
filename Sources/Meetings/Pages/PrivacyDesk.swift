import Membership
import Storage
import WorkingDays

/// What notice was given of items that are taken in private.
struct AgendaPrivacy {
    var told: [ID<AgendaItem>: String] = [:]
    var obstacles: [Agenda.Obstacle] = []
}

extension MeetingDesks {
    /// The rule that notice of business in private must be given; nil where it does not hold for the body.
    func privateNoticeRule(_ found: Found) async throws -> PrivateNoticeRule? {
        let closures = try await rules.closures().asDays
        return PrivateNoticeRule(try await deadlines(of: found, closures), closures: closures, now: moment)
    }

    /// Notices that an item can name; nil where none has to be given.
    func privateNoticesOffered(_ found: Found) async throws -> [PrivateNotice]? {
        guard try await privateNoticeRule(found) != nil else { return nil }
        return try await privateNotices.notices(of: found.body.id, on: found.meeting.day)
    }

    /// What was told of an agenda’s items that are taken in private, and what is missing. What everybody was told already is
    /// asked no more.
    func privacy(of agenda: Agenda, _ found: Found) async throws -> AgendaPrivacy {
        let closed = agenda.numbered.filter { !$0.item.details.withholding.isOpen }
        guard !closed.isEmpty, let rule = try await privateNoticeRule(found) else { return AgendaPrivacy() }
        let notices = try await privateNotices.notices(of: found.body.id, on: found.meeting.day)
        let published = Set(
            (agenda.editions.last?.contents.items ?? []).filter { $0.withholding != nil }.map(\.id))
        var privacy = AgendaPrivacy()
        for (number, item) in closed {
            let notice = notices.first { $0.key == item.details.privateNotice }
            if let missing = rule.missing(notice) {
                guard !published.contains("\(item.id)") else { continue }
                privacy.obstacles.append(.init(number, item, missing))
            } else if let notice {
                privacy.told[item.id] = rule.words(notice)
            }
        }
        return privacy
    }
}
