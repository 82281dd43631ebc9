import Membership
import Web

/// The forms in which a partnership says what it is called, where it is, and what its year is.
enum DetailsPages {
    private static let crumbs = [PartnershipSections.home, PartnershipSections.structure]

    /// - Parameter districts: those in the data, to choose from; none leaves the field to be typed.
    static func details(_ answers: Answers, districts: [String], refusals: Refusals? = nil) -> FormPage {
        FormPage(
            title: "Name and district",
            lead: "<p class=\"lead\">What stands at the head of every page and paper.</p>", crumbs: crumbs,
            action: "/partnership/details", button: Button("Save"),
            fields: [
                Field(
                    "name", "The partnership’s name", hint: "For example, Medway Community Safety Partnership.",
                    value: answers["name"], refusals: refusals),
                district(answers, districts, refusals),
                Field(
                    "plan-year", "The year its plan is for", hint: "For example, 2026/27. It may be left empty.",
                    value: answers["plan-year"], refusals: refusals),
                Field(
                    "accent", "Its colour",
                    hint:
                        "Dark enough to be read on white. Choose it, or type # and six hexadecimal digits, like #1f5673. It may "
                        + "be left empty.",
                    .colour(else: Accent.house), value: answers["accent"], refusals: refusals),
                Field(
                    "contact", "Its public email address",
                    hint:
                        "Everybody is told it on the pages about accessibility and privacy, to ask and to complain. It may be "
                        + "left empty.", .email(isAccount: false), value: answers["contact"], refusals: refusals),
            ],
            refusals: refusals, back: "/partnership")
    }

    private static func district(_ answers: Answers, _ districts: [String], _ refusals: Refusals?) -> Field {
        let (name, label) = ("district", "The district it serves")
        guard !districts.isEmpty else {
            return Field(
                name, label,
                hint: "As police data name it: Medway. It is shown on the first pages. It may be left empty.",
                value: answers[name], refusals: refusals)
        }
        let known = answers[name].isEmpty || districts.contains(answers[name]) ? [] : [answers[name]]
        return Field(
            name, label, hint: "As the data here name it. It is shown on the first pages.",
            .search([.init("", "None yet")] + (known + districts).map { .init($0, $0) }), value: answers[name],
            refusals: refusals)
    }

    static let questions = [
        RecordQuestion("name"), RecordQuestion("district"), RecordQuestion("plan-year", inEntries: "plan year"),
        RecordQuestion("accent", .address), RecordQuestion("contact", .address),
    ]

    static func answers(about profile: Profile) -> Answers {
        Answers([
            "name": profile == .unnamed ? "" : profile.name, "district": profile.district ?? "",
            "plan-year": profile.planYear ?? "", "accent": profile.accent ?? "",
            "contact": profile.contact?.description ?? "",
        ])
    }

    static func read(_ answers: Answers) throws -> Profile.Naming {
        var check = Check(answers)
        let name = check.text("name", ask: "Enter the partnership’s name", longest: 120)
        let district = check.text("district", longest: 120)
        let typedYear = check.text("plan-year", longest: 20)
        let planYear = planYear(typedYear)
        let accent = check.text("accent")
        if planYear == nil, !typedYear.isEmpty {
            check.refuse("Write the year as 2026/27, or 2026", field: "plan-year")
        }
        let typedContact = check.text("contact")
        let contact = EmailAddress(typedContact)
        if contact == nil, !typedContact.isEmpty {
            check.refuse("Enter an email address, like name@example.org", field: "contact")
        }
        if !accent.isEmpty {
            do throws(AccentRefusal) { _ = try Accent(accent) } catch { check.refuse("\(error)", field: "accent") }
        }
        try check.refusals.check()
        return Profile.Naming(
            name: name, district: district.isEmpty ? nil : district, planYear: planYear,
            accent: accent.isEmpty ? nil : accent.lowercased(), contact: contact)
    }

    /// "2026", or "2026/27" however the two years are parted; nil where the second does not follow the first.
    static func planYear(_ text: String) -> String? {
        let parts = text.split(omittingEmptySubsequences: false) { "/-–—".contains($0) }
            .map { $0.filter { !$0.isWhitespace } }
        guard let first = parts.first, first.count == 4, let year = Int(first) else { return nil }
        guard parts.count > 1 else { return first }
        guard parts.count == 2, [2, 4].contains(parts[1].count), let next = Int(parts[1].suffix(2)) else { return nil }
        let isWhole = parts[1].count == 4
        guard isWhole ? Int(parts[1]) == year + 1 : next == (year + 1) % 100 else { return nil }
        return "\(first)/\(parts[1].suffix(2))"
    }

    static func year(_ answers: Answers, refusals: Refusals? = nil) -> FormPage {
        FormPage(
            title: "The partnership’s year",
            lead: """
                <p class="lead">The steps of the year in their order, as everybody sees them at the top of their first \
                page.</p>
                """,
            crumbs: crumbs, action: "/partnership/year", button: Button("Save"),
            fields: [
                Field(
                    "dates", "One step a line",
                    hint: "What it is, and after a colon when, where that is known: ‘Scrutiny: 9 February 2016’, "
                        + "‘Assessment: December 2015’, or ‘Consultation: December 2015 to January 2016’.",
                    .longText(rows: 12), value: answers["dates"], refusals: refusals)
            ],
            refusals: refusals, back: "/partnership/set-up")
    }

    /// Where there are no dates yet, the usual ones are proposed.
    static func yearAnswers(about profile: Profile) -> Answers {
        Answers(["dates": profile.keyDates.isEmpty ? Profile.usualDates : profile.datesAsTyped])
    }

    static func readYear(_ answers: Answers) throws -> [Profile.KeyDate] {
        do throws(TypedDates.Problems) {
            return try TypedDates(answers["dates"]).dates
        } catch {
            var refusals = Refusals()
            for problem in error.all { refusals.add("\(problem)", field: "dates") }
            throw refusals
        }
    }
}
