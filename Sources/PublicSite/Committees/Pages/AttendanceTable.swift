import Publishing
import Web
import Wording

/// Attendance as a page shows it, with where it is from.
struct AttendanceTable {
    let tally: AttendanceTally
    let committees: PublishedCommittees
    let csv: Address
    /// Whether each line says who; not where all are one person’s.
    let namesPerson: Bool

    var html: HTML {
        guard !tally.lines.isEmpty else {
            return "<p>No minutes that say who came are published yet.</p>"
        }
        return """
            <p>From \(tally.minutes.counted("set of published minutes", "sets of published minutes"))\
            \(drafts). A meeting is possible for whoever had a seat with a vote that day. Apologies are a justified absence, and \
            told apart from staying away without a word.</p>
            \(table.html)
            """
    }

    private var drafts: String {
        switch tally.drafts {
        case 0: ""
        case tally.minutes: ", not confirmed by a meeting yet"
        default: ", of which \(tally.drafts.grouped) \(tally.drafts == 1 ? "is a draft" : "are drafts")"
        }
    }

    private var isSaidOfAll: Bool { tally.lines.allSatisfy { $0.unknown == 0 } }

    private var table: DataTable {
        DataTable(
            "Attendance, in meetings",
            columns: [
                .text(namesPerson ? "Member" : "Body"), .text("Year"), .number("Possible"), .number("Attended"),
                .number("Sent a substitute"), .number("Apologies"), .number("Absent"),
            ]
                + (isSaidOfAll ? [] : [.number("Not said")]),
            rows: tally.lines.map(row), csv: csv)
    }

    private func row(_ line: AttendanceTally.Line) -> [HTML] {
        let numbers =
            [line.possible, line.attended, line.substituted, line.apologies, line.absent]
            + (isSaidOfAll ? [] : [line.unknown])
        return [namesPerson ? name(line) : body(line), HTML(text: line.yearInWords)]
            + numbers.map { HTML(text: $0.grouped) }
    }

    private func name(_ line: AttendanceTally.Line) -> HTML {
        guard let slug = line.person.flatMap({ committees.people[$0] }) else { return HTML(text: line.name) }
        return "<a href=\"/bodies/members/\(slug)\">\(line.name)</a>"
    }

    private func body(_ line: AttendanceTally.Line) -> HTML {
        "<a href=\"/bodies/\(line.body.slug)\">\(line.body.name)</a>"
    }
}
