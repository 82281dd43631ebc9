import DataFiles
import Membership
import Storage
import Web
import Wording

/// The questions about a data set, and what is made of the answers.
struct DataSetForm {
    /// What was typed, or what is known.
    struct Typed {
        private let answers: [String: String]

        init(_ form: Form) {
            answers = Dictionary(uniqueKeysWithValues: DataSetForm.names.map { ($0, form[$0]) })
        }

        init(_ set: DataSet) {
            var answers = [
                "name": set.name, "holds": set.holds, "frequency": set.frequency.rawValue,
                "since": set.since?.description ?? "", "licence": set.licence, "notes": set.notes,
                "absent": set.absentRows.rawValue, "depersonalised": set.isDepersonalised ? "yes" : "no",
                "least": "\(set.smallCounts.least)",
            ]
            answers["provider"] = set.provider.agency.map { "\($0)" } ?? ""
            answers["provider-name"] = set.provider.agency == nil ? set.provider.name : ""
            if case .days(let days) = set.due { answers["due-days"] = "\(days)" }
            answers["due"] = set.due.choice
            self.answers = answers
        }

        init() {
            answers = [
                "frequency": "quarter", "due": "quarter", "depersonalised": "yes",
                "absent": DataSet.AbsentRows.missing.rawValue, "least": "\(SmallCounts.belowFive.least)",
            ]
        }

        subscript(name: String) -> String { answers[name] ?? "" }
    }

    private static let names = [
        "name", "provider", "provider-name", "holds", "frequency", "since", "due", "due-days", "depersonalised",
        "absent", "least", "licence", "notes",
    ]

    let typed: Typed
    let agencies: [Agency]
    var refusals: Refusals?

    var fields: HTML {
        """
        \(Field("name", "Its name", hint: "Like ‘Ambulance callouts to assaults’.", value: typed["name"], refusals: refusals).html)
        \(Field(
            "provider", "Who provides it", .choice(
                [.init("", "Somebody who is no agency of the partnership")]
                    + agencies.map { .init("\($0.id)", $0.name) }),
            value: typed["provider"], refusals: refusals
        ).html)
        \(Field(
            "provider-name", "Their name, if they are not in the list", value: typed["provider-name"], refusals: refusals
        ).html)
        \(Field("holds", "What it holds", hint: "A sentence or two, for whoever reads a figure of it.", .longText(rows: 3), value: typed["holds"], refusals: refusals).html)
        \(Field(
            "frequency", "How often it comes", .choice(DataSet.Frequency.allCases.map { .init($0.rawValue, $0.title) }),
            value: typed["frequency"], refusals: refusals
        ).html)
        \(Field("since", "The first month that is expected", hint: "Like 2015-04. Leave it empty to expect nothing before the first file.", .month, value: typed["since"], refusals: refusals).html)
        \(Field(
            "due", "When it is due",
            hint: "Section 17A of the Act asks for its data sets at least quarterly, by the end of the following quarter.",
            .choice([
                .init("quarter", "By the end of the following quarter"), .init("days", "So many days after the period has ended"),
                .init("never", "It is not awaited"),
            ]), value: typed["due"], refusals: refusals
        ).html)
        \(Field("due-days", "Days, if it is so many days after", value: typed["due-days"], refusals: refusals).html)
        \(Field(
            "depersonalised", "May anybody be told from it?",
            hint: "A file of a depersonalised set is refused where it looks like names, full postcodes, dates of birth, NHS numbers, email addresses or telephone numbers. That is a help and no proof.",
            .choice([.init("yes", "No: it is depersonalised"), .init("no", "Yes: it has personal data")]),
            value: typed["depersonalised"], refusals: refusals
        ).html)
        \(Field(
            "absent", "If a place has no row in a period that a file covers",
            .choice(DataSet.AbsentRows.allCases.map { .init($0.rawValue, $0.title) }), value: typed["absent"],
            refusals: refusals
        ).html)
        \(Field(
            "least", "Which numbers are too small to be told?",
            hint: "Somebody could be recognised by a small number. Figures, pages and whatever is published say ‘fewer than 5’ instead, and nothing is published from which it could be worked out.",
            .choice(SmallCounts.choices.map { .init("\($0.least)", $0.title) }), value: typed["least"],
            refusals: refusals
        ).html)
        \(Field("licence", "Licence or agreement", hint: "Under which it may be used, like ‘Information sharing agreement of May 2015’.", value: typed["licence"], refusals: refusals).html)
        \(Field("notes", "Notes", .longText(rows: 3), value: typed["notes"], refusals: refusals).html)
        """
    }

    /// - Parameters:
    ///   - address: of the set that is changed; nil makes one from its name.
    ///   - latest: the last month that it may be expected from.
    /// - Throws: `Refusals`
    func read(as address: DataSetAddress? = nil, upTo latest: Month) throws(Refusals) -> DataSet {
        var refusals = Refusals()
        let own = MeasureAddress(in: .streetCrime, called: typed["name"]).flatMap { DataSetAddress($0.name) }
        if typed["name"].isEmpty { refusals.add("Enter its name", field: "name") }
        if !typed["name"].isEmpty, address == nil, own == nil {
            refusals.add("Use letters or digits in its name", field: "name")
        }
        if address == nil, own?.isWordOfPages ?? false {
            refusals.add("\(DataSetRefusal.wordOfPages(typed["name"]))", field: "name")
        }
        for name in ["name", "provider-name", "licence"] where typed[name].count > 200 {
            refusals.add("Use 200 characters at most", field: name)
        }
        for name in ["holds", "notes"] where typed[name].count > 2_000 {
            refusals.add("Use 2,000 characters at most", field: name)
        }
        if typed["holds"].isEmpty { refusals.add("Say what it holds", field: "holds") }
        let provider = provider(&refusals)
        let since =
            typed["since"].isEmpty
            ? nil : refusals.month(typed["since"], field: "since", like: "2015-04", upTo: latest)
        let due = due(&refusals)
        try refusals.check()
        guard let address = address ?? own, let provider, let due,
            let frequency = DataSet.Frequency(rawValue: typed["frequency"]),
            let absent = DataSet.AbsentRows(rawValue: typed["absent"])
        else { throw Refusals("Load the page again") }
        // Whoever says nothing of it hides small numbers.
        let small = SmallCounts.choices.first { "\($0.least)" == typed["least"] } ?? .belowFive
        return DataSet(
            address, name: typed["name"], provider: provider, holds: typed["holds"], frequency: frequency, since: since,
            due: due, isDepersonalised: typed["depersonalised"] != "no", licence: typed["licence"],
            notes: typed["notes"], absentRows: absent, smallCounts: small)
    }

    private func provider(_ refusals: inout Refusals) -> DataSet.Provider? {
        if let agency = agencies.first(where: { "\($0.id)" == typed["provider"] }) {
            return .agency(agency.id, name: agency.name)
        }
        guard !typed["provider-name"].isEmpty else {
            refusals.add("Choose who provides it, or enter their name", field: "provider")
            return nil
        }
        return .named(typed["provider-name"])
    }

    private func due(_ refusals: inout Refusals) -> Due? {
        switch typed["due"] {
        case "quarter": return .endOfNextQuarter
        case "never": return .never
        default:
            guard let days = Int(typed["due-days"]), (0...1_000).contains(days) else {
                refusals.add("Enter a number of days, like 30", field: "due-days")
                return nil
            }
            return .days(days)
        }
    }
}

extension Due {
    fileprivate var choice: String {
        switch self {
        case .days: "days"
        case .endOfNextQuarter: "quarter"
        // Only sets that are built in are published so.
        case .published, .never: "never"
        }
    }

    /// As it is read: "30 days after".
    var title: String {
        switch self {
        case .days(let days): "\(days) days after the period has ended"
        case .endOfNextQuarter: "by the end of the following quarter"
        case .published(let months):
            "published some \(months.counted("month", "months")) after the month has ended; nobody owes it"
        case .never: "not awaited"
        }
    }
}

extension DataSet.Frequency {
    var title: String {
        switch self {
        case .month: "Every month"
        case .quarter: "Every quarter"
        case .year: "Every year"
        case .once: "Once, or now and then"
        }
    }
}

extension SmallCounts {
    static let choices: [SmallCounts] = [.belowFive, .belowTen, .none]

    var title: String {
        areThere ? "From 1 to \(least - 1)" : "None: whoever counted has published every number"
    }
}

extension DataSet.AbsentRows {
    var title: String {
        switch self {
        case .none: "There was none: the provider leaves zeros out"
        case .missing: "It is not known"
        case .noneWherePlaceIsTold: "There was none where the place has another row, else it is not known"
        }
    }
}
