import Foundation
import ScratchDatabases
import Storage
import Testing

@testable import Membership

@Suite("What somebody else changed meanwhile is not written over")
struct MeanwhileTests {
    private static let later = noon + 60
    private static let noon = Office.noon

    /// How many entries there are: of what was not done for this reason there is none.
    private func entries(_ office: Office) async throws -> Int {
        try await office.database.read { db in try db.entries(1_000).count }
    }

    private func isRefused(_ office: Office, _ deed: () async throws -> Void) async throws {
        let before = try await entries(office)
        await #expect(throws: ChangedMeanwhile()) { try await deed() }
        #expect(try await entries(office) == before)
    }

    @Test("an agency: its details, its end, and its liaison officer", arguments: Scratch.engines)
    func agency(scratch: Scratch) async throws {
        try await Office.open(scratch) { office in
            let known = try await office.now(office.agency("Kent Police"))
            func details(_ name: String, _ standing: Agency.Standing) throws -> AgencyDetails {
                try AgencyDetails(name: name, kind: .police, standing: standing, beginsOn: Office.today)
            }
            try await office.agencies.change(
                known, to: details("Kent Police", .invited), by: office.actor, at: Self.later)
            try await isRefused(office) {
                try await office.agencies.change(
                    known, to: details("Essex Police", .responsible), by: office.actor, at: Self.later)
            }
            #expect(try await office.now(known.id).name == "Kent Police")
            #expect(try await office.now(known.id).standing == .invited)

            try await office.agencies.end(known, on: .on("2016-03-01"), by: office.actor, at: Self.later)
            try await isRefused(office) {
                try await office.agencies.end(known, on: .on("2016-04-01"), by: office.actor, at: Self.later)
            }
            let ended = try await office.now(known.id)
            #expect(ended.term.endsOn == (try .on("2016-03-01")))

            let (ada, bo) = (try await office.person("Ada"), try await office.person("Bo"))
            try await office.liaison.name(ada, for: known, from: Office.today, by: office.actor, at: Self.later)
            try await isRefused(office) {
                try await office.liaison.name(bo, for: known, from: Office.today, by: office.actor, at: Self.later)
            }
            #expect(try await office.now(known.id).liaisonOfficer(on: Office.today)?.name == "Ada")
        }
    }

    @Test("what the area is", arguments: Scratch.engines)
    func area(scratch: Scratch) async throws {
        try await Office.open(scratch) { office in
            let store = AreaStore(office.database)
            let (england, wales) = (
                try #require(PartnershipArea(country: .england, councils: .one)),
                try #require(PartnershipArea(country: .wales, councils: .one))
            )
            try await store.set(wales, insteadOf: nil, by: office.actor, at: Self.later)
            try await isRefused(office) {
                try await store.set(england, insteadOf: nil, by: office.actor, at: Self.later)
            }
            #expect(try await store.area() == wales)
            try await store.set(england, insteadOf: wales, by: office.actor, at: Self.later)
            #expect(try await store.area() == england)
        }
    }

    @Test("a body: its details, from when it is, and its end", arguments: Scratch.engines)
    func body(scratch: Scratch) async throws {
        try await Office.open(scratch) { office in
            let known = try await office.now(office.body("Executive Group"))
            func change(_ purpose: String, from day: Day) async throws {
                try await office.bodies.change(
                    known, to: BodyDetails(name: "Executive Group", regime: .partnership, purpose: purpose), from: day,
                    by: office.actor, at: Self.later)
            }
            try await change("", from: .on("2015-04-01"))
            try await isRefused(office) { try await change("Decides", from: Office.today) }
            #expect(try await office.now(known.id).details.purpose.isEmpty)
            try await office.bodies.end(known, on: .on("2016-03-01"), by: office.actor, at: Self.later)
            try await isRefused(office) {
                try await office.bodies.end(known, on: .on("2016-04-01"), by: office.actor, at: Self.later)
            }
        }
    }

    @Test("a seat: its details, its end, and the end of somebody’s time in it", arguments: Scratch.engines)
    func seat(scratch: Scratch) async throws {
        try await Office.open(scratch) { office in
            let known = try await office.now(office.seat(.chair, on: office.body("Executive Group")))
            func call(_ title: String) async throws {
                try await office.seats.change(known, title: title, agency: nil, by: office.actor, at: Self.later)
            }
            try await call("Convener")
            try await isRefused(office) { try await call("Moderator") }
            #expect(try await office.now(known.id).title == "Convener")

            try await office.appoint(office.person("Ada"), to: known.id)
            let held = try #require(try await office.now(known.id).holders.first)
            func end(on day: String) async throws {
                try await office.seating.end(held, in: known.id, on: .on(day), by: office.actor, at: Self.later)
            }
            try await end(on: "2016-03-01")
            try await isRefused(office) { try await end(on: "2016-04-01") }

            try await office.seats.end(known, on: .on("2016-05-01"), by: office.actor, at: Self.later)
            try await isRefused(office) {
                try await office.seats.end(known, on: .on("2016-06-01"), by: office.actor, at: Self.later)
            }
        }
    }

    @Test("a person", arguments: Scratch.engines)
    func person(scratch: Scratch) async throws {
        try await Office.open(scratch) { office in
            let known = try await office.now(office.person("Ada Byron", "ada@example.org"))
            func change(_ name: String, _ email: String) async throws {
                let details = PersonDetails(name: name, email: EmailAddress(email), agency: nil)
                try await office.people.change(known, to: details, by: office.officer, at: Self.later)
            }
            try await change("Ada King", "ada@example.org")
            try await isRefused(office) { try await change("Ada Byron", "byron@example.org") }
            let now = try await office.now(known.id)
            #expect(now.name == "Ada King" && now.details.email?.description == "ada@example.org")
            // What becomes of the membership is another matter.
            try await office.people.move(known.id, by: .suspend, as: office.officer, at: Self.later)
            try await office.people.change(now, to: known.details, by: office.officer, at: Self.later)
            #expect(try await office.now(known.id).name == "Ada Byron")
        }
    }

    @Test("of many who save at once one is first, and every other is told", arguments: Scratch.engines)
    func race(scratch: Scratch) async throws {
        try await Office.open(scratch) { office in
            let known = try await office.now(office.person("Ada Byron"))
            let saved = try await withThrowingTaskGroup(of: String?.self) { group in
                for number in 1...12 {
                    group.addTask {
                        let details = PersonDetails(name: "Ada \(number)", email: nil, agency: nil)
                        do {
                            try await office.people.change(known, to: details, by: office.officer, at: Self.later)
                            return details.name
                        } catch is ChangedMeanwhile {
                            return nil
                        }
                    }
                }
                return try await group.reduce(into: [String]()) { $0 += [$1].compactMap(\.self) }
            }
            #expect(saved.count == 1)
            #expect(try await office.now(known.id).name == saved.first)
        }
    }
}
