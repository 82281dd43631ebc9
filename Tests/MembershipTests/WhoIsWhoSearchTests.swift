import Foundation
import ScratchDatabases
import Storage
import Testing

@testable import Membership

@Suite("Who is who can be found, as it is now")
struct WhoIsWhoSearchTests {
    private static let seeing: Set<SearchAudience> = [SearchAudience(.seeWhoIsWho)]

    /// What is found, as “kind: title: text”.
    private func found(
        _ typed: String, in office: Office, on day: Day = Office.today, for audiences: Set<SearchAudience> = seeing
    ) async throws -> [String] {
        try await office.database.search(SearchWords(typed), for: audiences, on: day).found
            .map { "\($0.kind): \($0.title.text): \($0.extract.text)" }.sorted()
    }

    @Test("agencies, people, bodies and seats are found as soon as they are entered", arguments: Scratch.engines)
    func entered(scratch: Scratch) async throws {
        try await Office.open(scratch) { office in
            let police = try await office.agency("Heddlu Môr Police")
            let council = try await office.agency("Môr Bay", .other, .invited)
            let group = try await office.bodies.add(
                BodyDetails(
                    name: "Executive Group", regime: .partnership, purpose: "steers the partnership",
                    frequency: "every quarter"), from: Office.today, by: office.actor, at: Office.noon)
            _ = try await office.seats.add(
                SeatDetails(title: "District Commander", role: .member, agency: police), to: group,
                from: Office.today, by: office.actor, at: Office.noon)
            let details = PersonDetails(name: "Siân Ŵyn", email: EmailAddress("secret@example.org"), agency: council)
            _ = try await office.people.add([details], by: office.actor, at: Office.noon)

            #expect(
                try await found("heddlu mor", in: office) == [
                    "agency: Heddlu Môr Police: Police, responsible authority.",
                    "seat: District Commander: Member on Executive Group, for Heddlu Môr Police.",
                ])
            #expect(try await found("sian wyn", in: office) == ["person: Siân Ŵyn: Môr Bay"])
            #expect(
                try await found("bay", in: office) == [
                    "agency: Môr Bay: Invited to take part.", "person: Siân Ŵyn: Môr Bay",
                ])
            #expect(
                try await found("steering quarterly", in: office) == [
                    "body: Executive Group: Steers the partnership. Meets every quarter."
                ])
            // An email address is for those who keep people, and search is for everybody.
            #expect(try await found("secret", in: office) == [])
            #expect(try await found("heddlu", in: office, for: []) == [])
            // The first officer, their team and their seat.
            #expect(try await found("safety", in: office).count == 3)
        }
    }

    @Test("what is called otherwise is found by its new name, and what hangs on it too", arguments: Scratch.engines)
    func renamed(scratch: Scratch) async throws {
        try await Office.open(scratch) { office in
            let agency = try await office.agency("Kent Polcie")
            let (body, seat) = try await group(of: agency, in: office)
            let person = try await person("Ada Byron", at: agency, in: office)
            let details = try AgencyDetails(
                name: "Kent Police", kind: .police, standing: .responsible, beginsOn: Office.today)
            try await office.agencies.change(office.now(agency), to: details, by: office.actor, at: Office.noon)
            try await office.bodies.change(
                office.now(body), to: BodyDetails(name: "New Group", regime: .partnership), from: Office.today,
                by: office.actor,
                at: Office.noon)
            #expect(try await found("polcie", in: office) == [])
            #expect(try await found("old", in: office) == [])
            #expect(
                try await found("kent", in: office) == [
                    "agency: Kent Police: Police, responsible authority.", "person: Ada Byron: Kent Police",
                    "seat: Convener: Chair on New Group, for Kent Police.",
                ])

            try await office.seats.change(
                office.now(seat), title: "Moderator", agency: nil, by: office.actor, at: Office.noon)
            #expect(try await found("moderator", in: office) == ["seat: Moderator: Chair on New Group."])
            try await office.people.change(
                office.now(person), to: PersonDetails(name: "Ada Lovelace", email: nil, agency: nil),
                by: office.officer,
                at: Office.noon)
            #expect(try await found("ada", in: office) == ["person: Ada Lovelace: "])
        }
    }

    @Test("what ends is found until then, and who leaves no more", arguments: Scratch.engines)
    func ended(scratch: Scratch) async throws {
        try await Office.open(scratch) { office in
            let agency = try await office.agency("Kent Police")
            let (body, seat) = try await group(of: agency, in: office)
            let person = try await person("Ada Byron", at: agency, in: office)
            let later = try Day.on("2016-03-01")
            try await office.bodies.end(office.now(body), on: later, by: office.actor, at: Office.noon)
            #expect(try await found("old group", in: office).count == 2)
            #expect(try await found("old group", in: office, on: later) == [])
            try await office.bodies.end(office.now(body), on: nil, by: office.actor, at: Office.noon)
            try await office.seats.end(office.now(seat), on: later, by: office.actor, at: Office.noon)
            #expect(try await found("old group", in: office, on: later) == ["body: Old Group: "])

            try await office.agencies.end(office.now(agency), on: Office.today, by: office.actor, at: Office.noon)
            #expect(try await found("kent ada", in: office) == ["person: Ada Byron: Kent Police"])
            #expect(try await !found("kent", in: office).contains { $0.hasPrefix("agency") })
            try await office.people.move(person, by: .leave, as: office.officer, at: Office.noon)
            #expect(try await found("ada", in: office) == [])
            try await office.people.move(person, by: .invite, as: office.officer, at: Office.noon)
            #expect(try await found("ada", in: office) == ["person: Ada Byron: Kent Police"])
        }
    }

    private func group(of agency: ID<Agency>, in office: Office) async throws -> (ID<Body>, ID<Seat>) {
        let body = try await office.body("Old Group")
        let seat = try await office.seats.add(
            SeatDetails(title: "Convener", role: .chair, agency: agency), to: body, from: Office.today,
            by: office.actor, at: Office.noon)
        return (body, seat)
    }

    private func person(_ name: String, at agency: ID<Agency>, in office: Office) async throws -> ID<Person> {
        let details = PersonDetails(name: name, email: nil, agency: agency)
        let ids = try await office.people.add([details], as: .active, by: office.actor, at: Office.noon)
        return try #require(ids.first)
    }

    @Test("the index made anew is the one that was kept in step", arguments: Scratch.engines)
    func anew(scratch: Scratch) async throws {
        try await Office.open(scratch) { office in
            let agency = try await office.agency("Kent Police")
            let body = try await office.body("Executive Group")
            _ = try await office.seat(.chair, on: body)
            _ = try await office.neighbour().agency("Kent Police, theirs")
            let left = try await office.person("Ada Byron, who left")
            try await office.people.move(left, by: .leave, as: office.officer, at: Office.noon)
            try await office.agencies.end(office.now(agency), on: .on("2016-04-01"), by: office.actor, at: Office.noon)
            let before = try await documents(office)

            let entry = Entry(.searchMadeAnew, of: .init("partnership", "1"), by: .job("a test"), at: Office.noon)
            let count = try await office.database.makeSearchable([WhoIsWhoSearch()], entry: entry)

            #expect(count == before.count)
            #expect(try await documents(office) == before)
        }
    }

    private func documents(_ office: Office) async throws -> [String] {
        try await office.database.read { db in
            try db.rows(
                """
                SELECT kind, title_words, text_words, CAST(ends_on AS TEXT) AS ends FROM search_document
                WHERE partnership = \(db.partnership)
                """
            ).map { row in
                let (kind, title, text, ends): (String, String, String, String?) = (
                    try row("kind"), try row("title_words"), try row("text_words"), try row("ends")
                )
                return [kind, title, text, ends ?? ""].joined(separator: "|")
            }.sorted()
        }
    }
}
