import Publishing
import Storage
import Web
import Wording

/// `/bodies/members/{member}`: where somebody sits and sat, and to how many meetings they came.
struct MemberPage {
    let person: PublishedPerson
    let committees: PublishedCommittees
    let today: Day

    var page: Page {
        Page(
            person.name, summary: "Where \(person.name) sits, and which meetings they came to.",
            crumbs: [
                Mention(at: "/", titled: "Welcome"), Mention(at: "/meetings", titled: "Meetings"),
                Mention(at: "/bodies", titled: "Bodies and members"),
            ], width: .wide,
            body: """
                <h1>\(person.name)</h1>
                <h2>Seats</h2>
                \(person.sittings.isEmpty ? "<p>No seat of theirs is published.</p>" : seats.html)
                <h2 id="attendance">Attendance</h2>
                \(AttendanceTable(
                    tally: AttendanceTally(committees, person: person.key), committees: committees,
                    csv: "/bodies/members/\(person.slug)/attendance.csv", namesPerson: false).html)
                """)
    }

    private var seats: DataTable {
        SittingTable(
            caption: "Where \(person.name) sits and sat", who: "Body",
            sittings: person.sittings.map { sitting in
                SittingTable.Sitting(
                    who: "<a href=\"/bodies/\(sitting.body.slug)\">\(sitting.body.name)</a>", seat: sitting.seat.title,
                    agency: sitting.seat.agency, since: sitting.holder.term.beginsOn,
                    until: sitting.holder.term.lastDay ?? sitting.seat.term.lastDay)
            }
        ).table
    }
}
