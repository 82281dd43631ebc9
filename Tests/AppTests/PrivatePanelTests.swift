import HTTPTypes
import HummingbirdTesting
import Membership
import Press
import ScratchDatabases
import Storage
import Testing

@testable import App

@Suite("Who sits on a private panel is shown to its members and those who keep it, and to nobody else")
struct PrivatePanelTests {
    /// A private panel whose seat Cara holds, and Sid substitutes in.
    private struct Panel {
        let who: WhoIsWhoHouse
        let body: ID<Body>
        let seat: ID<Seat>
        let cara: ID<Person>

        init(_ house: House) async throws {
            who = try await WhoIsWhoHouse(house)
            let (database, identities) = (house.database, house.installation.identities)
            let (now, today, actor) = (house.clock.now, Day(house.clock.now), Entry.Actor.commandLine())
            body = try await BodyStore(database, identities: identities).add(
                BodyDetails(name: "Casework Panel", regime: .privatePanel), from: today, by: actor, at: now)
            seat = try await SeatStore(database, identities: identities).add(
                SeatDetails(title: "Panel chair", role: .chair, agency: who.agency), to: body, from: today, by: actor,
                at: now)
            let people = try await PersonStore(database, identities: identities).add(
                ["Cara Quiet", "Sid Stand-In"].map { PersonDetails(name: $0, email: nil, agency: nil) }, as: .active,
                by: actor, at: now)
            cara = people[0]
            let officer = try await house.officer()
            let holder: KeyValuePairs = ["person": "\(people[0])", "from": "9/2/2016", "day": ""]
            #expect(try await officer.send(holder, to: "/partnership/seats/\(seat)/holder").status == .seeOther)
            let substitute: KeyValuePairs = ["person": "\(people[1])", "day": "9/2/2016"]
            #expect(
                try await officer.send(substitute, to: "/partnership/seats/\(seat)/substitutes").status == .seeOther)
        }

        /// Wherever the panel is shown, with what stands there.
        var places: [String] {
            [
                "/partnership", "/partnership/bodies/\(body)", "/partnership/seats/\(seat)",
                "/partnership/agencies/\(who.agency)",
            ]
        }
    }

    @Test("on pages, in lists and in the chart")
    func pages() async throws {
        try await House.open { house in
            let panel = try await Panel(house)
            for role in Role.allCases {
                let reader = try await house.somebody(try await panel.who.somebody(as: role))
                let isKeeper = [.officer, .clerk, .administrator].contains(role)
                for place in panel.places {
                    let reading = try await reader.get(place).reading
                    #expect(reading.contains("Cara Quiet") == isKeeper, "\(role) at \(place)")
                    #expect(!reading.contains("Sid Stand-In") || isKeeper, "\(role) at \(place)")
                }
                let chart = try await reader.get("/partnership").reading
                #expect(!chart.contains("Casework Panel 1 seat · 1 vacant"), "a seat that is not shown is not vacant")
                let person = try await reader.get("/partnership/people/\(panel.cara)").reading
                #expect(person.contains("Panel chair") == isKeeper, "\(role)")
                let people = try await reader.get("/partnership/people").reading
                #expect(people.contains("Panel chair, Casework Panel") == isKeeper, "\(role)")
                let found = try await reader.get("/search?q=Cara").reading
                #expect(!found.contains("Casework Panel"), "\(role)")
            }
            let cara = try await house.somebody(panel.cara)
            for place in panel.places { #expect(try await cara.get(place).reading.contains("Cara Quiet"), "\(place)") }
        }
    }

    @Test(
        "on paper", .enabled(if: Worker.isThere, "There is no .press: run ‘make setup’ to test printing."))
    func paper() async throws {
        try await House.open(python: Worker.python) { house in
            let panel = try await Panel(house)
            let member = try await house.somebody(try await panel.who.somebody(as: .member))
            for (reader, isShown) in [(member, false), (try await house.officer(), true)] {
                let pdf = try await reader.get("/partnership/structure.pdf")
                #expect(pdf.status == .ok)
                let text = String(decoding: try await PaperText.read(pdf.bytes), as: UTF8.self)
                #expect(text.contains("Casework Panel"))
                #expect(text.contains("Cara Quiet") == isShown)
                #expect(text.contains("Not shown") != isShown)
            }
        }
    }

    @Test("another body’s seats are shown to every seat as before")
    func others() async throws {
        try await House.open { house in
            let panel = try await Panel(house)
            let member = try await house.somebody(try await panel.who.somebody(as: .member))
            #expect(
                try await member.get("/partnership/bodies/\(panel.who.body)").reading.contains("Bo Commander"))
        }
    }
}
