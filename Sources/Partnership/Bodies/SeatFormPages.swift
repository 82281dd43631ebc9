import Membership
import Storage
import Web

/// The forms about a seat and who sits in it.
struct SeatFormPages {
    let body: Body
    let agencies: [Agency]
    let people: [Participant]
    let today: Day

    private var crumbs: [Mention] {
        [
            PartnershipSections.home, PartnershipSections.structure,
            Mention(at: "/partnership/bodies/\(body.id)", titled: body.name),
        ]
    }

    func add(_ answers: Answers, refusals: Refusals? = nil) -> FormPage {
        FormPage(
            title: "Add a seat to \(body.name)", crumbs: crumbs, action: "/partnership/bodies/\(body.id)/seats",
            button: Button("Add the seat"),
            fields: [
                title(answers, refusals),
                Field(
                    "role", "In what role does somebody sit there?",
                    hint: "What they may do comes from it, so it cannot be changed afterwards.",
                    .choice(
                        [.init("", "Choose")]
                            + Role.allCases.map { .init($0.rawValue, "\($0.title): \($0.sentence)") }),
                    value: answers["role"], refusals: refusals),
                agency(answers, refusals),
                .day("day", "In being from", answers: answers, refusals: refusals),
            ],
            refusals: refusals, back: "/partnership/bodies/\(body.id)")
    }

    static let questions = [RecordQuestion("title"), RecordQuestion("agency")]

    static func answers(about seat: Seat) -> Answers {
        Answers(["title": seat.title, "agency": seat.agency.map { "\($0)" } ?? ""])
    }

    static func read(_ answers: Answers) throws -> (title: String, agency: ID<Agency>?) {
        var check = Check(answers)
        let title = check.text("title", ask: "Enter what the seat is called")
        let agency = check.id("agency", of: Agency.self)
        return try check.checked { (title, agency) }
    }

    func details(of seat: Seat, _ answers: Answers, refusals: Refusals? = nil) -> FormPage {
        FormPage(
            title: "Change the details of \(seat.title)", crumbs: crumbs,
            action: "/partnership/seats/\(seat.id)/details", button: Button("Save"),
            fields: [title(answers, refusals), agency(answers, refusals, of: seat)], refusals: refusals,
            back: "/partnership/seats/\(seat.id)")
    }

    private func title(_ answers: Answers, _ refusals: Refusals?) -> Field {
        Field(
            "title", "What is the seat called?", hint: "For example, Chair, or District Commander.",
            value: answers["title"], refusals: refusals)
    }

    private func agency(_ answers: Answers, _ refusals: Refusals?, of seat: Seat? = nil) -> Field {
        // One that takes part no more is named where it is the answer already, so that saving does not take it away unseen.
        let present = agencies.filter { !$0.term.hasEnded(on: today) || $0.id == seat?.agency }
        return Field(
            "agency", "Which agency’s place is it?",
            .choice([.init("", "Nobody’s in particular")] + present.choices), value: answers["agency"],
            refusals: refusals)
    }

    func closure(of seat: Seat, _ answers: Answers, refusals: Refusals? = nil) -> FormPage {
        FormPage(
            title: "End the seat \(seat.title)",
            lead: """
                <p class="lead">From that day it grants nothing to anybody. Nothing is deleted, and the end can be taken \
                back.</p>
                """,
            crumbs: crumbs, action: "/partnership/seats/\(seat.id)/closure",
            button: Button("End this seat", weight: .warning),
            fields: [.ending("From this day there is no such seat.", answers, refusals)],
            refusals: refusals, back: "/partnership/seats/\(seat.id)")
    }

    func holder(of seat: Seat, _ answers: Answers, refusals: Refusals? = nil) -> FormPage {
        FormPage(
            title: "Appoint somebody as \(seat.title)",
            lead:
                "<p class=\"lead\">\(seat.role.sentence) What that role may do, they may from the day they begin.</p>",
            crumbs: crumbs, action: "/partnership/seats/\(seat.id)/holder", button: Button("Appoint"),
            fields: [
                person("Who?", answers, refusals),
                .day("from", "From", answers: answers, refusals: refusals),
                .day(
                    "day", "Ends on",
                    hint: "From this day the seat is theirs no more. Leave it empty where no end is set.",
                    answers: answers, refusals: refusals),
            ],
            refusals: refusals, back: "/partnership/seats/\(seat.id)")
    }

    func substitute(in seat: Seat, _ answers: Answers, refusals: Refusals? = nil) -> FormPage {
        FormPage(
            title: "Name a substitute for \(seat.title)",
            lead: """
                <p class="lead">They may sit in the seat instead of whoever holds it, and may do what its role may, until you \
                end it.</p>
                """,
            crumbs: crumbs, action: "/partnership/seats/\(seat.id)/substitutes", button: Button("Name the substitute"),
            fields: [
                person("Who?", answers, refusals), .day("day", "From", answers: answers, refusals: refusals),
            ],
            refusals: refusals, back: "/partnership/seats/\(seat.id)")
    }

    func end(_ appointment: Appointment, in seat: Seat, _ answers: Answers, refusals: Refusals? = nil) -> FormPage {
        FormPage(
            title: "End the time of \(appointment.name) as \(seat.title)",
            lead:
                "<p class=\"lead\">From that day the seat lets them do nothing. It stays on record that they sat there.</p>",
            crumbs: crumbs, action: "/partnership/seats/\(seat.id)/appointments/\(appointment.id)/end",
            button: Button("End their time", weight: .warning),
            fields: [.ending("From this day the seat is theirs no more.", answers, refusals)],
            refusals: refusals, back: "/partnership/seats/\(seat.id)")
    }

    private func person(_ label: String, _ answers: Answers, _ refusals: Refusals?) -> Field {
        Field(
            "person", label, .choice([.init("", "Choose")] + people.choices), value: answers["person"],
            refusals: refusals)
    }
}
