import Publishing
import Storage
import Web
import Wording
import WorkingDays

/// Meetings one below another under the names of their months, each with its day at the side.
struct MeetingList {
    let meetings: [AnnouncedMeeting]
    /// Whether each says whose it is; not where all are of one body.
    let namesBody: Bool
    /// The level of the months' headings.
    var level = 3
    /// Whose meetings are marked: they may be over already, and nobody says so before the minutes.
    var today: Day?

    var html: HTML { months.html { month in "\(heading(month.title))\n\(list(month.meetings))\n" } }

    private var months: [(title: String, meetings: [AnnouncedMeeting])] {
        var months: [(title: String, meetings: [AnnouncedMeeting])] = []
        for meeting in meetings {
            let day = meeting.now.day
            let title = "\(monthNames[day.month - 1]) \(day.year)"
            if months.last?.title == title {
                months[months.count - 1].meetings.append(meeting)
            } else {
                months.append((title, [meeting]))
            }
        }
        return months
    }

    private func heading(_ title: String) -> HTML {
        level == 2
            ? "<h2 class=\"meeting-list__month\">\(title)</h2>" : "<h3 class=\"meeting-list__month\">\(title)</h3>"
    }

    private func list(_ meetings: [AnnouncedMeeting]) -> HTML {
        """
        <ul class="meeting-list">
        \(meetings.html(item))
        </ul>
        """
    }

    private func item(_ meeting: AnnouncedMeeting) -> HTML {
        let now = meeting.now
        return """
            <li class="meeting-list__item\(now.isCalledOff ? " meeting-list__item--off" : "")">
            <p class="meeting-list__day"><time datetime="\(now.day.description)">\
            <span class="meeting-list__number">\(now.day.number)</span> \(Weekday(of: now.day).name)</time></p>
            <div>
            <p class="meeting-list__title"><a href="\(meeting.address)">\(title(meeting))</a> \(meeting.tag) \(isToday(meeting))</p>
            <p class="meeting-list__about"><span class="meeting-list__time">\(now.startsAt.words)</span>\
            \(now.isCalledOff || now.place.isEmpty ? nil : " · \(now.place)")</p>
            \(details(meeting))
            \(papers(meeting))
            </div>
            </li>

            """
    }

    private func isToday(_ meeting: AnnouncedMeeting) -> HTML? {
        meeting.now.day == today && !meeting.now.isCalledOff ? Tag("Today", .good).html : nil
    }

    /// Two meetings of one body are told apart by their days, which a list of links alone would not show.
    private func title(_ meeting: AnnouncedMeeting) -> HTML {
        let now = meeting.now
        guard namesBody else {
            return "\(now.kindInWords ?? "Meeting")<span class=\"visually-hidden\"> of \(now.day.words)</span>"
        }
        return "\(now.title)<span class=\"visually-hidden\"> on \(now.day.words)</span>"
    }

    private func details(_ meeting: AnnouncedMeeting) -> HTML? {
        let details = meeting.stateDetails
        guard !details.isEmpty else { return nil }
        return "<p class=\"meeting-list__about\">\(details.map(\.withFullStop).joined(separator: " "))</p>"
    }

    private func papers(_ meeting: AnnouncedMeeting) -> HTML? {
        let papers: [HTML] = meeting.documents.compactMap { document in
            guard document.publication.current != nil else { return nil }
            return """
                <li><a href="\(document.publication.address)">\(document.role.title)<span class="visually-hidden"> of \
                \(meeting.now.body.name), \(meeting.now.day.words)</span></a></li>
                """
        }
        return papers.isEmpty ? nil : "<ul class=\"meeting-list__papers\">\(papers)</ul>"
    }
}

extension AnnouncedMeeting {
    var address: Address { "/meetings/\(bodySlug)/\(step)" }
    var bodyAddress: Address { "/meetings/\(bodySlug)" }

    /// "Called off", "Moved"; nothing for one that is as it was announced first.
    var tag: HTML? { stateInWords.map { Tag($0, now.isCalledOff ? .bad : .waiting).html } }
}
