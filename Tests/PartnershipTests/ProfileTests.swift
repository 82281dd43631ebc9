import Foundation
import ScratchDatabases
import Storage
import Testing

@testable import Partnership

@Suite("The partnership an installation is for")
struct ProfileTests {
    private static let thanet = Profile(
        name: "Thanet Community Safety Partnership", district: "Thanet", planYear: "2016/17",
        agencies: [.init(name: "Kent Police", field: "police", isResponsibleAuthority: true)],
        focusAreas: [.init(title: "Domestic abuse", aims: ["Find it earlier"])],
        keyDates: [.init(what: "Scrutiny", when: "2016-02-09")], example: "thanet-2016", exampleDay: "2016-02-03")

    @Test("it comes back as it was entered, with records of its own", arguments: Scratch.engines)
    func enter(scratch: Scratch) async throws {
        try await scratch.database([.ofPartnership]) { database in
            let profiles = ProfileStore(database, identities: .seeded(3))
            #expect(try await profiles.current() == nil)
            let id = try await profiles.enter(Self.thanet, by: .commandLine(), at: Scratch.noon)
            let current = try #require(try await profiles.current())
            #expect(current.id == id)
            #expect(current.profile == Self.thanet)
            guard case .whole(entries: 1, _) = try await database.verifyEntries() else {
                Issue.record("entering a partnership leaves one entry")
                return
            }
        }
    }

    @Test(
        "a date is worded as far as it is known",
        arguments: [
            ("2016-02-09", "9 February 2016"), ("2015-12", "December 2015"), (nil, "date to be set"),
            ("2016-13-01", "2016-13-01"), ("soon", "soon"),
        ] as [(String?, String)])
    func dates(when: String?, words: String) {
        #expect(Profile.KeyDate(what: "Scrutiny", when: when).wording == words)
    }
}
