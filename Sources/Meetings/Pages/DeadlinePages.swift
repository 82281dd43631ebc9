import Foundation
import Storage
import Web
import Wording
import WorkingDays

/// Everything that must be done for a meeting by a day, each with how the day was found.
struct DeadlineList {
    let deadlines: MeetingDeadlines
    let meeting: Meeting
    let moment: Date
    let isDone: (Deadline.Kind) -> Bool
    let mayOverride: Bool

    var html: HTML {
        """
        <ul class="deadlines">
        \(deadlines.all.html { deadline in
            """
            <li class="deadlines__one">
            <p class="deadlines__day"><strong>\(deadline.kind.title)</strong> by \
            \(Weekday(of: deadline.day).name) \(deadline.words) \(state(of: deadline).html)</p>
            \(override(of: deadline))
            \(Disclosure("How this day is found", DeadlineExplanation(deadline: deadline, meeting: meeting.day).html).html)
            </li>

            """
        })
        </ul>
        """
    }

    private func state(of deadline: Deadline) -> Tag {
        if isDone(deadline.kind) { return Tag("Done", .good) }
        if deadline.isPast(at: moment) { return Tag("Past", .plain) }
        return deadline.day == Day(moment) ? Tag("Today", .waiting) : Tag("To come", .plain)
    }

    private func override(of deadline: Deadline) -> HTML {
        let said: HTML? = deadline.override.map {
            "<p>\($0.by) set this day instead of \(deadline.lawful.words): \($0.why)</p>"
        }
        let link: HTML? =
            mayOverride
            ? """
            <p><a href="\("\(meeting.address)/deadlines/\(deadline.kind.slug)" as Address)">Set another day\
            <span class="visually-hidden">: \(deadline.kind.title)</span></a></p>
            """ : nil
        return "\(said)\(link)"
    }
}

/// How a day was found, day by day.
struct DeadlineExplanation {
    let deadline: Deadline
    let meeting: Day

    var html: HTML {
        """
        <p>\(rule) \(deadline.counting.words) By: \(deadline.source).</p>
        \(DataTable(
            "Day by day: \(deadline.kind.title)", columns: [.text("Day"), .text("Counted?")],
            rows: deadline.days.map { verdict in
                [HTML(text: "\(verdict.day.withWeekday)"), HTML(text: reason(verdict))]
            }
        ).html)
        """
    }

    /// Of finished reports the last day is that of publication, and not of the meeting; what the public brings is not published.
    private func reason(_ verdict: DayVerdict) -> String {
        if deadline.kind.isOfThePublic, verdict.standing == .start { return "The day it arrives is not counted" }
        guard deadline.kind == .finals else { return verdict.reason }
        switch verdict.standing {
        case .start: return "Reports are finished on this day"
        case .meeting: return "The agenda is published"
        case .counted: return "A working day between"
        case .leftOut: return verdict.reason
        }
    }

    private var rule: String {
        deadline.kind == .finals
            ? "So many working days before the agenda is published."
            : "\(deadline.count.counted("clear day lies", "clear days lie")) between, and neither the first day nor the last is counted."
    }
}

extension Deadline {
    /// "3 February 2016, 5.00 pm"
    var words: String { cutoff.map { "\(day.words), \($0.words)" } ?? day.words }
}

extension Deadline.Kind {
    fileprivate var isOfThePublic: Bool { [.publicQuestions, .deputations, .petitions].contains(self) }

    /// As it stands in addresses.
    var slug: String { rawValue.replacing(", ", with: "-").replacing(" ", with: "-") }

    init?(slug: String) {
        guard let found = Self.allCases.first(where: { $0.slug == slug }) else { return nil }
        self = found
    }
}

/// The form by which a named officer sets another day.
struct OverrideFormPage {
    let found: MeetingDesks.Found
    let deadline: Deadline

    func form(_ answers: Answers, refusals: Refusals? = nil) -> FormPage {
        FormPage(
            title: "Set another day: \(deadline.kind.title)",
            lead: """
                <p class="lead">By the rules it is \(deadline.lawful.withWeekday). Your name and your \
                reason stand beside the day that you set.</p>
                """,
            crumbs: found.crumbs + [Mention(at: found.address, titled: found.meeting.day.words)],
            action: "\(found.address)/deadlines/\(deadline.kind.slug)", button: Button("Set the day"),
            fields: [
                Field(
                    "day", "By which day?",
                    hint: "For example, 9/2/2016. Leave it empty to go back to the day of the rules.",
                    value: answers["day"], refusals: refusals),
                Field("why", "Why?", value: answers["why"], refusals: refusals),
            ], refusals: refusals, back: found.address)
    }
}
