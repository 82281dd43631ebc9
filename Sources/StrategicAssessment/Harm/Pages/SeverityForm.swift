import Foundation
import Storage
import Web
import Wording

/// The form by which a published list of severity is imported, or a version that supersedes it.
struct SeverityForm {
    /// The version that it supersedes; nil of a new list.
    let before: SeverityList?
    let answers: Answers

    /// A list of offences is a short table.
    static let largest = 5_000_000

    var page: FormPage { page(refusing: nil) }

    static func known(_ list: SeverityList) -> Answers {
        Answers([
            "title": list.details.title, "publisher": list.details.publisher, "link": list.details.link,
            "licence": list.details.licence, "unit": list.details.unit,
        ])
    }

    func page(refusing refusals: Refusals?) -> FormPage {
        FormPage(
            title: before.map { "Import a new version of \($0.details.title)" } ?? "Import a severity score",
            lead: """
                <p class="lead">The weights of offences as somebody published them, such as the ONS Crime Severity Score or the \
                Cambridge Crime Harm Index. They stay the publisher’s: no weight is made here, and the list itself is not published \
                with an assessment.</p>
                """,
            crumbs: SeverityPages.crumbs, action: before.map { "/severity-scores/\($0.address)" } ?? "/severity-scores",
            button: Button("Import it"), fields: fields(refusals), refusals: refusals,
            back: before.map { "/severity-scores/\($0.address)" } ?? "/severity-scores", takesFiles: true,
            known: [("version", "\(before?.version ?? 0)")])
    }

    private func fields(_ refusals: Refusals?) -> [Field] {
        func text(_ name: String, _ label: String, _ hint: String? = nil) -> Field {
            Field(name, label, hint: hint, value: answers[name], refusals: refusals)
        }
        return [
            Field(
                "file", "The list",
                hint:
                    "A CSV file or an Excel workbook with a column ‘Offence’ and a column ‘Score’. Other columns are not read.",
                .file(accept: ".csv,.txt,.tsv,.xlsx", allowsSeveral: false), refusals: refusals),
            text("title", "Its title", "As it was published, like ‘Crime Severity Score, weights’."),
            text("publisher", "Who published it"),
            text("published", "On which day", "Like 1/11/2015."),
            text("link", "Where it is on the web", "Like https://www.ons.gov.uk/…"),
            text("licence", "Under which licence", "Like ‘Open Government Licence v3.0’, or who allowed its use."),
            text("unit", "What one point is", "Like ‘days of custody’. It may be left empty."),
        ]
    }

    /// - Throws: `Refusals`
    func read(on today: Day) throws -> SeverityList.Details {
        var check = Check(answers)
        let title = check.text("title", ask: "Enter the title under which it was published")
        let publisher = check.text("publisher", ask: "Enter who published it")
        let published = check.day("published", ask: "Enter the day on which it was published")
        if let published, published > today {
            check.refuse(
                "\(published.words) is still to come. Enter the day on which it was published", field: "published")
        }
        let link = check.link("link", ask: "Enter where it is on the web")
        let licence = check.text("licence", ask: "Enter under which licence it may be used")
        let unit = check.text("unit", longest: 60)
        return try check.checked {
            published.map {
                .init(
                    title: title, publisher: publisher, published: $0, link: link, licence: licence, unit: unit)
            }
        }
    }
}

extension Check {
    /// An address on the web.
    ///
    /// - Parameter ask: what to say where there is none; nil where it may be left out.
    mutating func link(_ name: String, ask: String? = nil) -> String {
        let typed = text(name, ask: ask, longest: 500)
        guard !typed.isEmpty else { return "" }
        let url = URL(string: typed)
        let isOne = ["https", "http"].contains(url?.scheme?.lowercased()) && (url?.host() ?? "").contains(".")
        if !isOne || typed.contains(" ") {
            refuse("Enter a whole address on the web, like https://www.ons.gov.uk/…", field: name)
        }
        return typed
    }
}
