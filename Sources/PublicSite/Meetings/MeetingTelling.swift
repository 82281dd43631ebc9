import Foundation
import Publishing
import Storage
import Wording
import WorkingDays

/// How a meeting is said in words, on pages and in feeds alike.
extension PublishedMeeting {
    /// "Tuesday 9 February 2016 at 7.00 pm"
    var when: String { "\(day.withWeekday) at \(startsAt.words)" }

    /// "Extraordinary meeting"; nil for an ordinary one, which needs no word.
    var kindInWords: String? { kind == .ordinary ? nil : "\(kind.rawValue.capitalized) meeting" }

    /// "Overview and Scrutiny Panel, extraordinary meeting"
    var title: String { kind == .ordinary ? body.name : "\(body.name), \(kind.rawValue) meeting" }

    /// "Called off", "Moved"; nil for one that is as it was announced first.
    func stateInWords(movedFrom: PublishedMeeting?) -> String? {
        if isCalledOff { return "Called off" }
        guard let movedFrom else { return nil }
        return movedFrom.day == day && movedFrom.startsAt == startsAt ? "Another place" : "Moved"
    }

    /// What is different from another state of it: "It was Tuesday 8 March 2016 at 7.00 pm".
    func moved(from other: PublishedMeeting) -> [String] {
        var lines: [String] = []
        if (other.day, other.startsAt) != (day, startsAt) { lines.append("It was \(other.when)") }
        if other.place != place {
            lines.append(other.place.isEmpty ? "The place is new" : "The place was \(other.place)")
        }
        if other.joining != joining {
            lines.append(
                joining.isEmpty ? "It can no longer be joined from afar" : "The link for joining from afar is new")
        }
        return lines
    }
}

/// What one announcement said that the one before it did not.
struct AnnouncementTelling {
    /// "Moved to Tuesday 9 February 2016 at 7.00 pm"
    let title: String
    /// A sentence each, without its end.
    let details: [String]

    init(_ announcement: MeetingAnnouncement, after before: MeetingAnnouncement?) {
        let (now, before) = (announcement.meeting, before?.meeting)
        var details: [String] = []
        if let before {
            details = now.moved(from: before)
            if before.endsAt != now.endsAt, let endsAt = now.endsAt {
                details.append("It is expected to end at \(endsAt.words)")
            }
            if before.kind != now.kind { details.append("It is an \(now.kind.rawValue) meeting") }
            if before.body.name != now.body.name { details.append("The body is called \(now.body.name)") }
            if before.contact != now.contact { details.append("Whom to ask has changed") }
            if before.note != now.note { details.append(now.note.isEmpty ? "A note was taken away" : now.note) }
        } else if !now.note.isEmpty {
            details.append(now.note)
        }
        if !now.why.isEmpty, now.state != before?.state { details.append(now.why.withCapital) }
        title = Self.title(now, after: before)
        self.details = details
    }

    private static func title(_ now: PublishedMeeting, after before: PublishedMeeting?) -> String {
        guard let before else {
            return now.isCalledOff ? "Announced as called off" : "Announced for \(now.when)"
        }
        if now.isCalledOff != before.isCalledOff {
            return now.isCalledOff ? "Called off" : "To be held after all, on \(now.when)"
        }
        if (now.day, now.startsAt) != (before.day, before.startsAt) { return "Moved to \(now.when)" }
        if now.place != before.place { return "Moved to \(now.place)" }
        return "Details changed"
    }
}

extension AnnouncedMeeting {
    /// Each announcement with what it said, the first first.
    var tellings: [(announcement: MeetingAnnouncement, telling: AnnouncementTelling)] {
        zip(announcements, [nil] + announcements.map(Optional.some)).map { announcement, before in
            (announcement, AnnouncementTelling(announcement, after: before))
        }
    }

    /// What readers should know before they come: nil where it is as it was announced first.
    var stateInWords: String? { now.stateInWords(movedFrom: movedFrom) }

    /// Sentences on how it came to stand so: what it was, and why.
    var stateDetails: [String] {
        let moved = now.isCalledOff ? [] : movedFrom.map(now.moved) ?? []
        return moved + (now.why.isEmpty ? [] : [now.why.withCapital])
    }
}
