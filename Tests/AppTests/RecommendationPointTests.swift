import Foundation
import HTTPTypes
import HummingbirdTesting
import Membership
import Recommendations
import ScratchDatabases
import Storage
import Testing

@testable import App
@testable import Reports

@Suite("A motion about several recommendations")
struct RecommendationPointTests {
    @Test("one motion agrees what a report recommends point by point, and each recommendation goes on with its own")
    func byPoints() async throws {
        try await House.open { house in
            let who = try await WhoIsWhoHouse(house)
            let officer = try await house.officer()
            let report = try await SampleReport(house, titled: "Plan")
            try await report.add(["body": "\(who.body)", "text": "That lamps are mended."], to: .recommendations)
            try await report.complete(for: who.body)
            try await report.finish()
            let threads = house.program.first.committees.recommendations.threads
            let ids = try await threads.threads().map(\.id.description)
            try await who.seat(who.person, as: .member)
            let seats = try await BodyStore(house.database, identities: house.installation.identities).structure()
                .seats.filter { $0.body == who.body }.map(\.id)
            let meeting = try await SampleMeeting(house, of: who.body, on: Day("2016-02-20"))
            let decision = [
                ("style", "recommended"), ("to", "Casework Board"), ("about", ids.joined(separator: " ")),
                ("text", "That lamps are mended, with the addendum that it is done in May.\nThat it is so."),
            ]
            try await officer.minute(decision, of: meeting, seats: seats, key: "decision-1")

            let found = try await threads.threads()
            #expect(found.count == 2)
            #expect(found.map(\.text.addenda) == [["it is done in May."], []])
            #expect(
                found.map { ThreadState(of: $0).words }
                    == ids.map { _ in "Waits for the next meeting of Casework Board" })
            #expect(found.allSatisfy { $0.standing.contains { $0.details.minute == 39 } })
        }
    }
}
