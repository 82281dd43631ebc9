import Membership
import Storage
import Testing
import WorkingDays

@testable import App
@testable import Meetings

@Suite("What is kept from the public is looked at again when its day has come (D78)")
struct WithheldReviewTests {
    @Test("who arranges meetings is reminded on the day and not before, and nobody else is")
    func reminded() async throws {
        try await House.open { house in
            let who = try await WhoIsWhoHouse(house)
            let sample = try await SampleMeeting(house, of: who.body)
            let officer = try await house.officer()
            let today = Day(house.clock.now)
            let agendas = AgendaStore(house.database, identities: house.installation.identities)
            for (title, day) in [("A contract", today), ("A lease", today.adding(days: 1))] {
                try await agendas.add(
                    AgendaItemDetails(
                        kind: .other, title: title,
                        withholding: .exempt(paragraphs: [3], reasoning: "Prices are being asked for.", until: day)),
                    to: sample.id, by: .member(FirstOfficerStore.person, name: "Community safety officer"),
                    at: house.clock.now)
            }

            for page in ["/home", "/committees"] {
                let reading = try await officer.get(page).reading
                #expect(reading.contains("A contract") && !reading.contains("A lease"), "\(page)")
            }
            let member = try await house.somebody(try await who.somebody(as: .member))
            #expect(try await !member.get("/committees").reading.contains("A contract"))
            #expect(try await !member.get("/home").reading.contains("A contract"))
        }
    }
}
