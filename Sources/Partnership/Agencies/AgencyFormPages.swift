import Membership
import Storage
import Web

/// The forms about agencies and the area.
enum AgencyFormPages {
    private static let crumbs = [
        PartnershipSections.home, PartnershipSections.structure, PartnershipSections.agencies,
    ]

    static func add(_ answers: Answers, refusals: Refusals? = nil) -> FormPage {
        FormPage(
            title: "Add an agency", crumbs: crumbs, action: "/partnership/agencies", button: Button("Add the agency"),
            fields: fields(answers, refusals), refusals: refusals, back: "/partnership/agencies",
            another: "Add it, and another")
    }

    static let questions = [
        RecordQuestion("name"), RecordQuestion("kind"), RecordQuestion("standing"),
        RecordQuestion("day", .day, inEntries: "takes part from"),
    ]

    static func answers(about agency: Agency) -> Answers {
        Answers([
            "name": agency.name, "kind": agency.kind.rawValue, "standing": agency.standing.rawValue,
            "day": agency.term.beginsOn.typed,
        ])
    }

    static func details(of agency: Agency, _ answers: Answers, refusals: Refusals? = nil) -> FormPage {
        FormPage(
            title: "Change the details of \(agency.name)", crumbs: crumbs,
            action: "/partnership/agencies/\(agency.id)/details", button: Button("Save"),
            fields: fields(answers, refusals), refusals: refusals, back: "/partnership/agencies/\(agency.id)")
    }

    private static func fields(_ answers: Answers, _ refusals: Refusals?) -> [Field] {
        [
            Field("name", "Its name", value: answers["name"], refusals: refusals),
            Field(
                "kind", "What is it?",
                .choice([.init("", "Choose")] + Agency.Kind.allCases.map { .init($0.rawValue, $0.title) }),
                value: answers["kind"], refusals: refusals),
            Field(
                "standing", "Its standing",
                hint: "A responsible authority is one the Crime and Disorder Act 1998 names. Only these count when the "
                    + "law’s checks are made.",
                .choice([.init("", "Choose")] + Agency.Standing.allCases.map { .init($0.rawValue, $0.title) }),
                value: answers["standing"], refusals: refusals),
            .day("day", "Takes part from", answers: answers, refusals: refusals),
        ]
    }

    static func read(_ answers: Answers) throws -> AgencyDetails {
        var check = Check(answers)
        let name = check.text("name", ask: "Enter the agency’s name")
        let kind: Agency.Kind? = check.choice("kind", ask: "Choose what it is")
        let standing: Agency.Standing? = check.choice("standing", ask: "Choose its standing")
        let day = check.day("day", ask: "Enter the day from which it takes part")
        return try check.checked {
            guard let kind, let standing, let day else { return nil }
            return try AgencyDetails(name: name, kind: kind, standing: standing, beginsOn: day)
        }
    }

    static func departure(of agency: Agency, _ answers: Answers, refusals: Refusals? = nil) -> FormPage {
        FormPage(
            title: "End the part of \(agency.name)",
            lead: """
                <p class="lead">From that day it counts no more when the law’s checks are made. Its people and seats stay as \
                they are: end those by themselves. Nothing is deleted, and the end can be taken back.</p>
                """,
            crumbs: crumbs, action: "/partnership/agencies/\(agency.id)/departure",
            button: Button("End its part", weight: .warning),
            fields: [.ending("From this day it takes part no more.", answers, refusals)],
            refusals: refusals, back: "/partnership/agencies/\(agency.id)")
    }

    static func liaison(
        for agency: Agency, people: [Participant], _ answers: Answers, refusals: Refusals? = nil
    ) -> FormPage {
        let choices = people.whoCanSpeak(for: agency, besides: answers["person"]).choices
        return FormPage(
            title: "Liaison officer of \(agency.name)",
            lead: """
                <p class="lead">One person who knows the law on sharing information, and whom others call first. Whoever is \
                now, is no more from the day the new one begins.</p>
                """,
            crumbs: crumbs, action: "/partnership/agencies/\(agency.id)/liaison-officer", button: Button("Save"),
            fields: [
                Field(
                    "person", "Who is it?",
                    hint: choices.isEmpty
                        ? "Nobody of \(agency.name) is entered yet. Add them among the people first, with this agency."
                        : "One of its own people, or somebody of whom no agency is entered.",
                    .choice([.init("", "Nobody")] + choices), value: answers["person"], refusals: refusals),
                .day("day", "From", answers: answers, refusals: refusals),
            ],
            refusals: refusals, back: "/partnership/agencies/\(agency.id)")
    }

    static func area(_ answers: Answers, refusals: Refusals? = nil) -> FormPage {
        FormPage(
            title: "Describe the area",
            lead: "<p class=\"lead\">It decides which agencies the Act makes responsible here.</p>",
            crumbs: [PartnershipSections.home, PartnershipSections.structure], action: "/partnership/area",
            button: Button("Save"),
            fields: [
                Field(
                    "country", "Where is it?",
                    .choice([.init("", "Choose"), .init("england", "England"), .init("wales", "Wales")]),
                    value: answers["country"], refusals: refusals),
                Field(
                    "councils", "Which councils are there?",
                    hint:
                        "Unitary authorities, boroughs of London and of the metropolitan counties, and all of Wales have "
                        + "one.",
                    .choice([
                        .init("", "Choose"), .init("one", "One council does everything"),
                        .init("district and county", "A district council and a county council"),
                    ]), value: answers["councils"], refusals: refusals),
            ],
            refusals: refusals, back: "/partnership")
    }

    static func answers(about area: PartnershipArea?) -> Answers {
        Answers(["country": area?.country.rawValue ?? "", "councils": area?.councils.rawValue ?? ""])
    }

    static func readArea(_ answers: Answers) throws -> PartnershipArea {
        var check = Check(answers)
        let country: PartnershipArea.Country? = check.choice("country", ask: "Choose where it is")
        let councils: PartnershipArea.Councils? = check.choice("councils", ask: "Choose which councils there are")
        guard let country, let councils else { throw check.refusals }
        guard let area = PartnershipArea(country: country, councils: councils) else {
            throw Refusals("Wales has one council everywhere. Choose that", field: "councils")
        }
        return area
    }
}

extension [Participant] {
    /// An agency's own people, then those of whom it is not entered whom they work for, and whoever is chosen already.
    fileprivate func whoCanSpeak(for agency: Agency, besides chosen: String) -> [Participant] {
        filter { $0.details.agency == agency.id }
            + filter { $0.details.agency == nil || $0.details.agency != agency.id && "\($0.id)" == chosen }
    }

    /// Those who can be chosen for something: whoever has not left.
    var choices: [Field.Choice] {
        filter { $0.state != .left }.map { .init("\($0.id)", $0.name) }
    }
}
