import Wording

/// Specimens of questions: a day, an amount, a choice among many, files.
extension StyleGuide {
    static let questions: [Specimen] = {
        var refusals = Refusals()
        for fault in [
            ("day", "enter the day, a number from 1 to 31, in place of ‘31st’"),
            ("year", "enter the year in four digits, like 2016"),
        ] {
            refusals.add("Last day of the term: \(fault.1)", field: "specimen-until-\(fault.0)")
        }
        refusals.add("Amount: \(NotAnAmount.notUnderstood("31k"))", field: "specimen-refused")
        return [
            Specimen(
                "days", "Day", "In three fields, each with its own fault; read back as 9 February 2016.",
                """
                \(DateField("specimen-from", "First day of the term", typed: TypedDay(day: "9", month: "2", year: "2016")).html)
                \(DateField("specimen-until", "Last day of the term", typed: TypedDay(day: "31st", month: "March"), refusals: refusals).html)
                """),
            Specimen(
                "money", "Money", "Typed as people write it and kept as pence; read back as £31,957.",
                """
                \(MoneyField("specimen-money", "Amount", hint: "In pounds, like 31,957 or 31,957.50", typed: "31,957").html)
                \(MoneyField("specimen-refused", "Amount, refused", typed: "31k", refusals: refusals).html)
                """),
            Specimen(
                "search", "Choice among many",
                "For more than about fifteen choices. A plain list without script; with it, type a part of the name.",
                Field(
                    "specimen-district", "District", hint: "Type a part of its name, or choose from the list",
                    .search([.init("", "")] + districts.map { .init($0, $0) }), value: "Thanet"
                ).html),
            Specimen(
                "files", "File drop", "For files: choose them or drop them; their names and sizes are said at once.",
                Field(
                    "specimen-drop", "Agendas and minutes",
                    hint: "PDF or Word, at most 50 MB each; drop them here or choose them",
                    .file(accept: ".pdf,.docx", allowsSeveral: true)
                ).html),
        ]
    }()

    static let districts = [
        "Ashford", "Canterbury", "Dartford", "Dover", "Folkestone and Hythe", "Gravesham", "Maidstone", "Medway",
        "Sevenoaks", "Swale", "Thanet", "Tonbridge and Malling", "Tunbridge Wells",
    ]

    static let moreWays: [Specimen] = [
        Specimen(
            "tabs", "Tabs",
            "For sides of one thing of which one is needed at a time. Never for steps, never to compare.",
            Tabs(
                "One agency",
                [
                    .init("agency-people", "People", "<p>Four people hold its seats.</p>"),
                    .init(
                        "agency-standing", "Standing",
                        "<p>A responsible authority under section 5 of the Crime and Disorder Act 1998.</p>"),
                    .init("agency-history", "History", "<p>Joined on 1 April 2013.</p>"),
                ]
            ).html)
    ]
}

extension StyleGuideTrial {
    /// A form that is alive: it can be sent, is refused where something is wrong, and keeps nothing.
    var questions: [StyleGuide.Specimen] {
        [
            .init(
                "trial", "A form to try",
                "Send it as you like. Nothing is kept, but it is refused and read back like every other.",
                """
                \(said.map { Notice(.success, "Understood: \($0).").html })
                \(PostForm(
                    to: "/style-guide", visit, isGuarded: true, isRefused: isRefused,
                    """
                    \(DateField("trial", "Day of the award", typed: day, refusals: refusals).html)
                    \(MoneyField("trial-amount", "Amount", typed: amount, refusals: refusals).html)
                    \(Field(
                        "trial-agency", "Agency",
                        .search([.init("", "")] + Self.agencies.map { .init($0.name, $0.name) }), value: agency
                    ).html)
                    \(MarkdownEditor(
                        "trial-words", "Why", hint: "A paragraph or two", text: words, rows: 9, isShown: isLooking,
                        refusals: refusals
                    ).html)
                    \(Button("Send it").html)
                    """
                ).html)
                """)
        ]
    }
}
