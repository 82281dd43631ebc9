import HTTPTypes
import HummingbirdTesting
import Membership
import Press
import Storage
import Testing

@testable import App

@Suite(
    "Who sits on a private panel or in a team is given its papers, and nobody else learns of them",
    .enabled(if: Worker.isThere, "There is no .press: run ‘make setup’ to test printing."))
struct PrivatePanelPapersTests {
    /// A meeting of such a body with one item and its paper; who sits on it, and who does not.
    private struct Sitting {
        let sample: SampleMeeting
        let officer: Browser
        let seated: Browser
        let other: Browser

        init(_ house: House, _ regime: Body.Regime) async throws {
            let who = try await WhoIsWhoHouse(house)
            let (database, identities) = (house.database, house.installation.identities)
            let (now, today, actor) = (house.clock.now, Day(house.clock.now), Entry.Actor.commandLine())
            let body = try await BodyStore(database, identities: identities).add(
                BodyDetails(name: "Harm Panel", regime: regime), from: today, by: actor, at: now)
            let seat = try await SeatStore(database, identities: identities).add(
                SeatDetails(title: "Panel chair", role: .chair, agency: who.agency), to: body, from: today, by: actor,
                at: now)
            let person = try await PersonStore(database, identities: identities).add(
                [PersonDetails(name: "Cara Quiet", email: nil, agency: nil)], as: .active, by: actor, at: now)[0]
            officer = try await house.officer()
            let holder: KeyValuePairs = ["person": "\(person)", "from": "9/2/2016", "day": ""]
            #expect(try await officer.send(holder, to: "/partnership/seats/\(seat)/holder").status == .seeOther)
            sample = try await SampleMeeting(house, of: body)
            seated = try await house.somebody(person)
            other = try await house.somebody(try await who.somebody(as: .member))
        }

        var papers: String { "/papers/\(sample.id)" }
    }

    @Test(
        "they are given the pack, read it among their papers, and the public is told nothing",
        arguments: [
            Body.Regime.privatePanel, .team,
        ])
    func given(_ regime: Body.Regime) async throws {
        try await House.open(python: Worker.python) { house in
            let sitting = try await Sitting(house, regime)
            let page = sitting.sample.address + "/publication"
            #expect(
                try await sitting.officer.get(sitting.sample.address).reading.contains("Give its members the agenda"))
            let asked = try await sitting.officer.get(page)
            #expect(asked.reading.contains("Nothing of this body’s meetings is ever laid before everybody"))
            #expect(try await sitting.seated.get(sitting.papers).reading.contains("The agenda is not out yet"))

            let given = try await OpenedForm(asked, to: page).sent(by: sitting.officer)

            #expect(given.status == .seeOther)
            #expect(try await sitting.seated.get("/papers").reading.contains("Papers are out"))
            let mine = try await sitting.seated.get(sitting.papers).reading
            #expect(mine.contains("Street lighting") && mine.contains("given to the members on"))
            let pack = try await sitting.seated.get(sitting.papers + "/packs/1")
            #expect(pack.status == .ok && pack.headers[.cacheControl] == "no-store")
            let text = String(decoding: try await PaperText.read(pack.bytes), as: UTF8.self)
            #expect(text.contains("Lamps are out") && text.contains("Harm Panel"))
            #expect(try await sitting.officer.get(sitting.sample.address).reading.contains("The pack (PDF)"))
            try await nobodyElse(sitting, house)
        }
    }

    private func nobodyElse(_ sitting: Sitting, _ house: House) async throws {
        for file in ["pack.pdf", "members.pdf"] {
            let address = "\(sitting.sample.address)/editions/1/\(file)"
            #expect(try await sitting.other.get(address).status == .notFound)
            #expect(try await house.visitor.get(address).status == .unauthorized)
        }
        #expect(try await sitting.other.get(sitting.papers + "/packs/1").status == .notFound)
        for address in [
            "/publications", "/meetings", "/bodies", "/meetings/search?q=lighting", "/oparl/v1.1/meetings",
            "/publications.atom",
        ] {
            let text = try await house.visitor.get(address).text
            #expect(!text.contains("Harm Panel") && !text.contains("Street lighting"), "\(address)")
        }
    }

    @Test("what is put right comes as a supplement, with what is different")
    func supplement() async throws {
        try await House.open(python: Worker.python) { house in
            let sitting = try await Sitting(house, .privatePanel)
            let page = sitting.sample.address + "/publication"
            try await sitting.officer.open(page).sent(by: sitting.officer)
            #expect(try await sitting.officer.get(page).reading.contains("Nothing is different from what was"))
            let item: KeyValuePairs = ["kind": "other", "title": "Benches", "withheld": "open"]
            _ = try await sitting.officer.send(item, to: sitting.sample.address + "/agenda/items")

            let asked = try await sitting.officer.get(page)
            #expect(asked.reading.contains("Give to the members: Supplementary agenda 1"))
            #expect(try await OpenedForm(asked, to: page).sent(by: sitting.officer).status == .seeOther)

            let mine = try await sitting.seated.get(sitting.papers).reading
            #expect(mine.contains("Benches") && mine.contains("Supplementary agenda 1"))
        }
    }
}
