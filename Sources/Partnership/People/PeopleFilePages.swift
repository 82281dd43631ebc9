import DataFiles
import Foundation
import Membership
import Storage
import Web
import Wording

/// The pages by which a file of people is given, and looked over.
enum PeopleFilePages {
    private static let crumbs = [
        PartnershipSections.home, PartnershipSections.structure, PartnershipSections.people,
    ]

    static func file(refusals: Refusals? = nil) -> FormPage {
        FormPage(
            title: "Import people",
            lead: """
                <p class="lead">A table as a spreadsheet saves it (CSV). Its first line names the columns: <strong>Name</strong> \
                and <strong>Email</strong>, and if you like <strong>Agency</strong>, as it is called here, and \
                <strong>Telephone</strong>. Other columns are not read. You see who would be entered before anybody is, and \
                nobody is unless every row is right.</p>
                <p><a href="/partnership/people/import/example.csv" download>Download an example to fill in (CSV)</a></p>
                """,
            crumbs: crumbs, action: "/partnership/people/import", button: Button("Look it over"),
            fields: [
                Field(
                    "file", "The file",
                    hint: "At most 1 MB. Commas, semicolons or tabs between the columns are all read.",
                    .file(accept: ".csv,.txt,.tsv", allowsSeveral: false), refusals: refusals)
            ],
            refusals: refusals, back: "/partnership/people", takesFiles: true)
    }

    /// - Returns: a table that a spreadsheet opens with its accents right, by the mark at its beginning.
    static func example(agency: String?) -> [UInt8] {
        var table = DelimitedWriter(header: ["Name", "Email", "Agency", "Telephone"])
        table.write(["Ada Byron", "ada.byron@example.org", agency, "01632 960001"])
        table.write(["Sioned Ffrâncon", "", nil, nil])
        return [0xEF, 0xBB, 0xBF] + table.bytes
    }

    /// Who would be entered, who would not, and what is not read.
    static func lookOver(_ file: PeopleFile) throws -> PeopleFileLook {
        let kept = try JSONEncoder().encode(file.entries)
        return PeopleFileLook(file: file, kept: String(decoding: kept, as: UTF8.self), crumbs: crumbs)
    }

    /// Those who were looked over, as the page carried them along.
    static func entries(in text: String) -> [PeopleFile.Entry]? {
        try? JSONDecoder().decode([PeopleFile.Entry].self, from: Data(text.utf8))
    }
}

/// Who would be entered from a file, before anybody is.
struct PeopleFileLook {
    let file: PeopleFile
    /// The entries, as the form carries them along.
    let kept: String
    let crumbs: [Mention]

    func page(for visit: Visit) -> Page {
        let count = file.people.count.counted("person", "people")
        let form: HTML = """
            <p class="actions">\(Button("Enter \(count)").html) <a href="/partnership/people/import">Choose another file</a></p>
            """
        return Page(
            "Look over who is entered", crumbs: crumbs, width: .wide,
            body: """
                <h1>Look over who is entered</h1>
                <p class="lead measure">Nothing is saved yet. \(count) would be entered, and nobody is written to before you \
                invite them.</p>
                \(left.isEmpty ? nil : Notice(.information, "Not taken from the file", "<ul>\(left.html { "<li>\($0)</li>" })</ul>").html)
                \(file.isWindows1252 ? encoding : nil)
                \(table)
                \(PostForm(
                    to: "/partnership/people/import/entered", visit, values: [("people", kept)], takesFiles: true, form
                ).html)
                """)
    }

    private var left: [String] {
        let here = file.hereAlready.map { "Line \($0.line): \($0.name) (\($0.email)) is here already." }
        let unread = file.unread.map { "‘\($0.prefix(60))’" }
        let columns =
            unread.isEmpty
            ? []
            : [
                "The \(unread.count == 1 ? "column" : "columns") \(unread.inWords), which \(unread.count == 1 ? "is" : "are") not read."
            ]
        return here + columns
    }

    private var encoding: HTML {
        Notice(
            .warning, "Look whether names with accents are right",
            "<p>The file was not saved as ‘CSV UTF-8’, so its letters were taken for those of Western Europe.</p>"
        ).html
    }

    private var table: HTML {
        DataTable(
            "Who would be entered", columns: [.text("Name"), .text("Email"), .text("Works for"), .text("Telephone")],
            rows: file.entries.map { entry in
                [entry.name, entry.email, entry.agency, entry.telephone].map { HTML(text: $0.isEmpty ? "–" : $0) }
            }
        ).html
    }
}
