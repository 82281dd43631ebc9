import Membership
import Storage
import Web

/// The forms about people.
enum PeopleFormPages {
    private static let crumbs = [
        PartnershipSections.home, PartnershipSections.structure, PartnershipSections.people,
    ]

    static func add(_ answers: Answers, agencies: [Agency], refusals: Refusals? = nil) -> FormPage {
        FormPage(
            title: "Add a person",
            lead: """
                <p class="lead">They are entered, which grants nothing, and written to only when you invite them.</p>
                """,
            crumbs: crumbs, action: "/partnership/people", button: Button("Add the person"),
            fields: fields(answers, agencies, refusals), refusals: refusals, back: "/partnership/people")
    }

    static let questions = [
        RecordQuestion("name"), RecordQuestion("email", .address), RecordQuestion("agency"),
        RecordQuestion("telephone"),
    ]

    static func answers(about details: PersonDetails) -> Answers {
        Answers([
            "name": details.name, "email": details.email?.description ?? "",
            "agency": details.agency.map { "\($0)" } ?? "", "telephone": details.telephone?.description ?? "",
        ])
    }

    static func details(
        of person: Participant, _ answers: Answers, agencies: [Agency], refusals: Refusals? = nil
    ) -> FormPage {
        FormPage(
            title: "Change the details of \(person.name)", crumbs: crumbs,
            action: "/partnership/people/\(person.id)/details", button: Button("Save"),
            fields: fields(answers, agencies, refusals), refusals: refusals, back: "/partnership/people/\(person.id)")
    }

    private static func fields(_ answers: Answers, _ agencies: [Agency], _ refusals: Refusals?) -> [Field] {
        [
            Field("name", "Name", value: answers["name"], refusals: refusals),
            Field(
                "email", "Email address",
                hint: "By which they will sign in. Leave it empty for somebody who will not.", value: answers["email"],
                refusals: refusals),
            Field(
                "agency", "Works for", .choice([.init("", "Nobody here, or not known")] + agencies.choices),
                value: answers["agency"], refusals: refusals),
            Field(
                "telephone", "Telephone",
                hint:
                    "Of a liaison officer it is shown to everybody who takes part, on the agency’s page; of anybody else "
                    + "to those who keep people. It may be left empty.",
                .telephone, value: answers["telephone"], refusals: refusals),
        ]
    }

    static func read(_ answers: Answers) throws -> PersonDetails {
        var check = Check(answers)
        let name = check.text("name", ask: "Enter the person’s name")
        let typed = check.text("email")
        let email = EmailAddress(typed)
        if email == nil, !typed.isEmpty {
            check.refuse("Enter an email address, like name@example.org", field: "email")
        }
        let agency = check.id("agency", of: Agency.self)
        let dialled = check.text("telephone")
        let telephone = TelephoneNumber(dialled)
        if telephone == nil, !dialled.isEmpty {
            check.refuse("Enter a telephone number, like 01632 960001", field: "telephone")
        }
        return try check.checked { PersonDetails(name: name, email: email, agency: agency, telephone: telephone) }
    }

    static func confirmation(_ deed: MembershipDeed, of person: Participant, refusals: Refusals? = nil) -> FormPage {
        FormPage(
            title: "\(deed.label): \(person.name)", lead: "<p class=\"lead\">\(deed.consequence)</p>", crumbs: crumbs,
            action: "/partnership/people/\(person.id)/membership/\(deed.rawValue)",
            button: Button(deed.label, weight: deed.isHarsh ? .warning : .primary),
            fields: [
                Field(
                    "why", "Why?", hint: "It is kept with the entry of this. It may be left empty.", refusals: refusals)
            ],
            refusals: refusals, back: "/partnership/people/\(person.id)")
    }
}

extension [Agency] {
    /// Those that can be chosen, by name.
    var choices: [Field.Choice] { map { .init("\($0.id)", $0.name) } }
}
