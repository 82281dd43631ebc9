import Publishing
import Storage
import Web
import Wording
import WorkingDays

/// `/meetings/calendar/{year}`: a year's meetings on one page, to look at and to pin to the wall.
struct YearCalendarPage {
    let year: Int
    let meetings: [AnnouncedMeeting]
    /// The years of the first and the last meeting that are announced, and this one's.
    let years: ClosedRange<Int>
    let feeds: MeetingFeeds

    var page: Page {
        Page(
            "Meetings in \(year)", summary: "Every meeting of \(year), month by month.",
            crumbs: [Mention(at: "/", titled: "Welcome"), Mention(at: "/meetings", titled: "Meetings")], width: .wide,
            body: """
                <h1>Meetings in \(year)</h1>
                \(otherYears)
                \(meetings.isEmpty ? "<p>No meetings are announced for \(year).</p>" as HTML : nil)
                <div class="year-calendar">
                \((1...12).html(month))
                </div>
                \(feeds.html)
                """
        ).offering(feeds.links)
    }

    private var otherYears: HTML? {
        guard years.count > 1 || !years.contains(year) else { return nil }
        func step(_ year: Int, _ words: HTML, rel: HTML) -> HTML? {
            years.contains(year)
                ? "<a class=\"pagination__step\" href=\"/meetings/calendar/\("\(year)")\" rel=\"\(rel)\">\(words)</a>"
                : nil
        }
        return """
            <nav class="pagination" aria-label="Years">
            \(step(min(year - 1, years.upperBound), "\(min(year - 1, years.upperBound))", rel: "prev"))
            \(step(max(year + 1, years.lowerBound), "\(max(year + 1, years.lowerBound))", rel: "next"))
            </nav>
            """
    }

    private func month(_ month: Int) -> HTML {
        let own = meetings.filter { $0.now.day.month == month }
        return """
            <section class="year-calendar__month" aria-labelledby="month-\(month)">
            <h2 id="month-\(month)">\(monthNames[month - 1])</h2>
            \(grid(month, marked: Set(own.filter { !$0.now.isCalledOff }.map(\.now.day.number))))
            \(list(own))
            </section>

            """
    }

    private func list(_ meetings: [AnnouncedMeeting]) -> HTML {
        meetings.isEmpty ? "<p class=\"year-calendar__none\">No meetings</p>" : "<ul>\(meetings.html(item))</ul>"
    }

    /// A picture of the month for those who see: the list under it says all that it shows.
    private func grid(_ month: Int, marked: Set<Int>) -> HTML {
        guard let first = Day(year: year, month: month, number: 1) else { return "" }
        let days = (1...31).filter { Day(year: year, month: month, number: $0) != nil }
        let blanks = HTML(Array(repeating: "<span></span>" as HTML, count: Weekday(of: first).rawValue))
        return """
            <div class="year-calendar__grid" aria-hidden="true">
            \(["M", "T", "W", "T", "F", "S", "S"].html { "<span class=\"year-calendar__weekday\">\($0)</span>" })
            \(blanks)\(days.html { day in
                marked.contains(day) ? "<span class=\"year-calendar__marked\">\(day)</span>" : "<span>\(day)</span>"
            })
            </div>
            """
    }

    private func item(_ meeting: AnnouncedMeeting) -> HTML {
        let now = meeting.now
        return """
            <li class="year-calendar__meeting\(now.isCalledOff ? " year-calendar__meeting--off" : "")"><span class="year-calendar__day">\
            <time datetime="\(now.day.description)">\(String(Weekday(of: now.day).name.prefix(3))) \(now.day.number)\
            <span class="visually-hidden"> \(monthNames[now.day.month - 1])</span></time></span> \
            <span><a href="\(meeting.address)">\(now.title)<span class="visually-hidden"> on \(now.day.words)</span></a>, \
            <span class="year-calendar__time">\(now.startsAt.words)</span> \(meeting.tag)</span></li>

            """
    }
}
