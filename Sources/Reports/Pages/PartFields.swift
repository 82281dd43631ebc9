import Membership
import Press
import Publishing
import Storage
import Web
import Wording

/// What can be chosen in the forms of a report.
struct PartChoices: Sendable {
    /// That there are today, in the order of who answers to whom.
    let bodies: [Body]
    let people: [Participant]
    let paragraphs: [ExemptParagraph]
    /// The parts that a table of money can stand in.
    let places: [(place: ReportPlace, name: String)]
    /// Those that stand in the part or once stood there, each with a saving that has it; the newest first.
    let files: [(number: Int, file: AnnexFile)]
}

/// The questions of a part as a form asks them.
struct PartFields {
    let place: ReportPlace
    let answers: PartAnswers
    let choices: PartChoices
    /// How texts will read, by their questions, with their figures in words; nil where nobody asked for it.
    var readings: [String: String]?
    var refusals: Refusals?

    var html: HTML { place.questions.html(field) }

    private func field(_ question: PartQuestion) -> HTML {
        let (name, label) = (question.name, Self.label(question.name, at: place))
        let hint = hint(question.name)
        switch question.kind {
        case .markdown:
            return MarkdownEditor(
                name, label, hint: hint, text: answers[name], rows: 14, isShown: readings != nil, under: 2,
                reading: readings?[name], tools: FigurePicker(at: "/figures/new", for: name).html, refusals: refusals
            ).html
        case .lines:
            return Field(name, label, hint: hint, .longText(rows: 5), value: answers[name], refusals: refusals).html
        case .ticks: return ticks(question, label, hint)
        case .file: return file(question, label, hint)
        case .choice:
            return Field(
                name, label, hint: hint, .choice(options(question.name)), value: answers[name], refusals: refusals
            ).html
        case .words, .day: return Field(name, label, hint: hint, value: answers[name], refusals: refusals).html
        }
    }

    private func options(_ name: String) -> [Field.Choice] {
        let none = Field.Choice("", "Choose")
        switch name {
        case "kind":
            return [
                none, Field.Choice("unrestricted", "Unrestricted: everybody may read it"),
                Field.Choice("exempt", "Exempt under Schedule 12A"),
                Field.Choice("confidential", "Confidential by law"),
            ]
        case "status":
            return [none, Field.Choice("decision", "For decision"), Field.Choice("information", "For information")]
        case "body": return [none] + choices.bodies.map { Field.Choice("\($0.id)", $0.name) }
        case "person":
            return [Field.Choice("", "Nobody who signs in here")]
                + choices.people.map { Field.Choice("\($0.id)", $0.name) }
        case "as":
            return [
                Field.Choice("contact", "Contact officer: readers may ask them"),
                Field.Choice("reporting", "Reporting to"),
            ]
        case "in": return [none] + choices.places.map { Field.Choice($0.place.description, $0.name) }
        case "unit":
            return [
                none, Field.Choice("pounds", "Pounds"), Field.Choice("thousands", "Thousands of pounds"),
                Field.Choice("millions", "Millions of pounds"),
            ]
        default: return []
        }
    }

    /// One that is given, and, where there is or was one, which of them stays.
    private func file(_ question: PartQuestion, _ label: String, _ hint: String?) -> HTML {
        let chosen = choices.files.first { $0.file == answers.file }?.number
        let keeping: HTML? =
            choices.files.isEmpty
            ? nil
            : Field(
                AnnexFile.keeping, "Which file goes with it?",
                .choice(
                    choices.files.map { number, file in
                        .init("\(number)", "‘\(file.name)’, \(file.pages.counted("page", "pages")) (version \(number))")
                    } + [.init("none", "No file")]), value: chosen.map { "\($0)" } ?? "none"
            ).html
        let giving = Field(
            question.name, chosen == nil ? label : "Another file, in its place", hint: hint,
            .file(accept: GivenPaper.accepted, allowsSeveral: false), refusals: refusals)
        return "\(keeping)\(giving.html)"
    }

    private func ticks(_ question: PartQuestion, _ label: String, _ hint: String?) -> HTML {
        let boxes: [(value: String, label: String)] =
            question.name == "paragraphs"
            ? choices.paragraphs.map { ("\($0.number)", "Paragraph \($0.number): \($0.words)") } : [("yes", label)]
        let chosen = Set(answers[question.name].split(separator: ",").map(String.init))
        let inputs: HTML = boxes.enumerated().html { place, box in
            // The first goes by the name of the question, so that a list of what is wrong leads to it.
            let id = place == 0 ? question.name : "\(question.name)-\(box.value)"
            let checked: HTML? = chosen.contains(box.value) ? " checked" : nil
            return """
                <p class="choice"><input class="choice__input" type="checkbox" id="\(id)" name="\(question.name)" \
                value="\(box.value)"\(checked)> <label class="choice__label" for="\(id)">\(box.label)</label></p>

                """
        }
        let problem: HTML? = refusals?[question.name].map { "<p class=\"field__problem\">\($0)</p>" }
        guard boxes.count > 1 else {
            return "\(problem)\(inputs)\(hint.map { "<p class=\"field__hint\">\($0)</p>" as HTML })"
        }
        return """
            <fieldset class="field-group">
            <legend>\(label)</legend>
            \(hint.map { "<p class=\"field__hint\">\($0)</p>" as HTML })
            \(problem)
            \(inputs)
            </fieldset>
            """
    }

    static func label(_ name: String, at place: ReportPlace) -> String {
        switch (place.list, name) {
        case (.contacts, "as"): "What are they?"
        case (.sections, "heading"): "Heading"
        case (.options, "name"): "The option, in a few words"
        case (.options, "recommended"): "This is the option that the report recommends"
        case (.options, "text"): "More about it"
        case (.recommendations, "body"): "Which body is to decide it?"
        case (.recommendations, "text"): "What is it asked to agree?"
        case (.path, "body"): "Body"
        case (.path, "to"): "The report is addressed to this body"
        case (.consultation, "area"): "Area"
        case (.consultation, "on"): "When"
        case (.papers, "title"): "What is it called?"
        case (.papers, "where"): "Where can it be read?"
        case (.annexes, "title"): "Title"
        case (.annexes, AnnexFile.question): "A file"
        case (.annexes, "shows"): "What does the file show?"
        case (.tables, "title"): "What does the table show?"
        case (.tables, "in"): "Where does it stand?"
        case (.tables, "unit"): "In what are all its amounts?"
        case (.tables, "columns"): "Columns of amounts"
        case (.tables, "rows"): "Rows"
        case (.tables, "total"): "The rows add up: show their total"
        case (_, "kind"): "May the public read it?"
        case (_, "paragraphs"): "Exempt under"
        case (_, "reason"): "Why may the public not read it?"
        case (_, "all"): "All wards"
        case (_, "wards"): "Wards, each in a line of its own"
        case (_, "status"): "What is it for?"
        case (_, "none"): "There are no background papers"
        case (_, "person"): "Do they sign in here?"
        case (_, "name"): "Name"
        case (_, "title"): place == .part(.title) ? "Title" : "What they are"
        case (_, "telephone"): "Telephone or extension"
        case (_, "email"): "Email address"
        default: place.list == nil ? "Text" : "Text"
        }
    }

    private func hint(_ name: String) -> String? {
        switch (place.list, name) {
        case (.path, "to"): "Leave it empty, and it is addressed to the first."
        case (.sections, "heading"): "Without its number: the program counts."
        case (.sections, "text"):
            "Each paragraph gets its number from the program. Money goes into a table of money, not into the text."
        case (.options, "text"): "What it means, what speaks for and against it. It can be left empty."
        case (.recommendations, "text"):
            "Begin with “That”. A list of several things is better made several recommendations."
        case (.consultation, "area"): "For example, Finance"
        case (.consultation, "on"): "For example, 1/2/2016. It can be left empty."
        case (.papers, "where"): "An address on the web, or the office where it lies."
        case (.annexes, "text"): "It can be left empty where a file says everything."
        case (.annexes, AnnexFile.question):
            "Its pages follow the annex wherever the report is printed, and it stays available. \(GivenPaper.kinds) "
                + "\(GivenPaper.largest / 1_000_000) MB at most."
        case (.annexes, "shows"): "For whoever cannot see its pages: a sentence or two."
        case (.tables, "title"): "Without the unit: the program adds it."
        case (.tables, "unit"): "Chosen once for the whole table, and printed at the head of each column."
        case (.tables, "columns"): "Each in a line of its own, such as 2016/17. \(MoneyTable.mostColumns) at most."
        case (.tables, "rows"):
            "A line each: its name, then an amount for each column, with | between. Rows copied from a spreadsheet work as they are. "
                + "Amounts are digits alone, such as 2,011 or 31.5."
        case (_, "reason"):
            "For exempt information: why the public interest in keeping it back outweighs the public interest in telling it. Leave "
                + "it empty if everybody may read the report."
        case (_, "paragraphs"): "Of Schedule 12A to the Local Government Act 1972, as it stands today."
        case (_, "person"): "Whoever is named here can open the draft."
        case (_, "none"): "Otherwise list them, each by itself (section 100D of the Local Government Act 1972)."
        default: nil
        }
    }
}
