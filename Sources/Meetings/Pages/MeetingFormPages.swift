import Foundation
import Membership
import Storage
import Web
import WorkingDays

/// The forms by which meetings are called, changed and called off.
struct MeetingFormPages {
    let body: Body
    let crumbs: [Mention]

    func call(_ answers: Answers, refusals: Refusals? = nil) -> FormPage {
        let fields =
            arrangement(answers, refusals) + [
                Field(
                    "repeats", "Does it come again?",
                    .choice(Recurrence.allCases.map { .init($0.rawValue, $0.title) }),
                    value: answers["repeats"], refusals: refusals),
                Field(
                    "times", "How many meetings together?", hint: "For a series: 12 for a year of months.",
                    value: answers["times"], refusals: refusals),
                Field(
                    "days", "Further days, one in a line",
                    hint: "A year’s calendar can be pasted here: 9/2/2016, or 9 February 2016.", .longText(rows: 4),
                    value: answers["days"], refusals: refusals),
            ]
        return FormPage(
            title: "Call a meeting of \(body.name)", crumbs: crumbs,
            action: "/committees/bodies/\(body.id)/meetings", button: Button("Call the meeting"), fields: fields,
            refusals: refusals, back: "/committees/bodies/\(body.id)")
    }

    func change(_ meeting: Meeting, _ answers: Answers, refusals: Refusals? = nil) -> FormPage {
        var page = FormPage(
            title: "Change the meeting of \(meeting.day.words)", crumbs: crumbs, action: "\(meeting.address)/details",
            button: Button("Save"),
            fields: arrangement(answers, refusals) + [
                Field(
                    "why", "If it moves: why?", hint: "Everybody who was told of it reads this.", value: answers["why"],
                    refusals: refusals)
            ], refusals: refusals, back: meeting.address)
        page.hidden = [("number", String(meeting.now.number))]
        return page
    }

    func callOff(_ meeting: Meeting, _ answers: Answers, refusals: Refusals? = nil) -> FormPage {
        FormPage(
            title: "Call off the meeting of \(meeting.day.words)",
            lead: """
                <p class="lead">It stays in calendars and feeds, marked as cancelled, with the reason. It can be taken up \
                again.</p>
                """,
            crumbs: crumbs, action: "\(meeting.address)/calling-off",
            button: Button("Call it off", weight: .warning),
            fields: [
                Field(
                    "why", "Why is it called off?", hint: "Everybody who reads of the meeting reads this.",
                    value: answers["why"], refusals: refusals)
            ], refusals: refusals, back: meeting.address)
    }

    private func arrangement(_ answers: Answers, _ refusals: Refusals?) -> [Field] {
        func field(_ name: String, _ label: String, hint: String? = nil) -> Field {
            Field(name, label, hint: hint, value: answers[name], refusals: refusals)
        }
        return [
            Field(
                "kind", "What kind of meeting is it?",
                .choice(MeetingDetails.Kind.allCases.map { .init($0.rawValue, $0.title) }), value: answers["kind"],
                refusals: refusals),
            field("day", "On which day?", hint: "For example, 9/2/2016."),
            field("starts", "When does it start?", hint: "For example, 7 pm, or 19:00."),
            field("ends", "When will it end?", hint: "Leave it empty where nobody can say."),
            field("place", "Where is it?", hint: "The room and the address, as a stranger would need them."),
            field(
                "joining", "Where does somebody join from afar?", hint: "An address of the web, for a hybrid meeting."),
            field("contact", "Whom can people ask?"),
            Field("telephone", "Their telephone", .telephone, value: answers["telephone"], refusals: refusals),
            Field(
                "email", "Their email address", .email(isAccount: false), value: answers["email"], refusals: refusals),
            field("note", "Anything else to know of it", hint: "For example, Preceded by a briefing at 6.30 pm."),
            Field(
                "budget", "Does it decide a budget or a council tax?",
                hint: "Then every vote is recorded by name (SI 2014/165).",
                .choice([.init("no", "No"), .init("yes", "Yes")]), value: answers["budget"], refusals: refusals),
        ]
    }

    static func answers(about details: MeetingDetails) -> Answers {
        Answers([
            "kind": details.kind.rawValue, "day": details.day.typed, "starts": details.startsAt.words,
            "ends": details.endsAt?.words ?? "", "place": details.place, "joining": details.joining,
            "contact": details.contact.name, "telephone": details.contact.telephone, "email": details.contact.email,
            "note": details.note, "budget": details.decidesBudget ? "yes" : "no",
        ])
    }

    /// What a new one is likely to be: as the last was.
    static func proposal(after last: Meeting?) -> Answers {
        guard let details = last?.details else {
            return Answers(["starts": "7.00 pm", "budget": "no", "kind": "ordinary"])
        }
        return Answers([
            "kind": "ordinary", "starts": details.startsAt.words, "place": details.place, "joining": details.joining,
            "contact": details.contact.name, "telephone": details.contact.telephone, "email": details.contact.email,
            "budget": "no",
        ])
    }

    static func read(_ answers: Answers) throws -> MeetingDetails {
        var check = Check(answers)
        let kind: MeetingDetails.Kind? = check.choice("kind", ask: "Choose what kind of meeting it is")
        let day = check.day("day", ask: "Enter the day of the meeting")
        let starts = Self.time("starts", answers, ask: "Enter when it starts, like 7 pm", &check)
        let ends = answers["ends"].isEmpty ? nil : Self.time("ends", answers, ask: "", &check)
        if let starts, let ends, ends <= starts { check.refuse("Enter an end after the start", field: "ends") }
        let place = check.text("place", ask: "Enter where it is", longest: 300)
        let joining = check.text("joining", longest: 500)
        if !joining.isEmpty, !joining.hasPrefix("https://") {
            check.refuse("Enter an address of the web that begins with https://", field: "joining")
        }
        let contact = MeetingDetails.Contact(
            name: check.text("contact", ask: "Enter whom people can ask"), telephone: check.text("telephone"),
            email: check.text("email"))
        let note = check.text("note", longest: 500)
        return try check.checked {
            guard let kind, let day, let starts else { return nil }
            return MeetingDetails(
                kind: kind, day: day, startsAt: starts, endsAt: ends, place: place, joining: joining, contact: contact,
                note: note, decidesBudget: answers["budget"] == "yes")
        }
    }

    /// All that are called at once: the first, those of its series, and those on further days.
    static func readSeries(_ answers: Answers) throws -> [MeetingDetails] {
        let first = try read(answers)
        var refusals = Refusals()
        let repeats = Recurrence(rawValue: answers["repeats"]) ?? .never
        let times = Int(answers["times"]) ?? 0
        if repeats != .never, !(2...60).contains(times) {
            refusals.add("Enter how many meetings there are together, from 2 to 60", field: "times")
        }
        var days = repeats.days(from: first.day, count: times)
        for (index, line) in answers["days"].split(whereSeparator: \.isNewline).enumerated() {
            guard let day = Day(typed: line.trimmingCharacters(in: .whitespaces)) else {
                refusals.add("Line \(index + 1), ‘\(line)’: enter a day like 9/2/2016", field: "days")
                continue
            }
            if !days.contains(day) { days.append(day) }
        }
        try refusals.check()
        return days.map { day in
            var details = first
            details.day = day
            return details
        }
    }

    private static func time(_ name: String, _ answers: Answers, ask: String, _ check: inout Check) -> TimeOfDay? {
        let time = TimeOfDay(typed: answers[name])
        if time == nil {
            check.refuse(answers[name].isEmpty ? ask : "Enter a time of day, like 7 pm or 19:00", field: name)
        }
        return time
    }
}
