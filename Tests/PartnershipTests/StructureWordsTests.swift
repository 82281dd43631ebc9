import Foundation
import ScratchDatabases
import Storage
import Testing

@testable import Membership
@testable import Partnership
@testable import Web

@Suite("The structure in words, for paper")
struct StructureWordsTests {
    private static let day = Day(Scratch.noon)
    private static let identities = Identities.seeded(51)

    private static func id<Thing>(_: Thing.Type = Thing.self) -> ID<Thing> { identities.new(at: Scratch.noon) }

    private func body(
        _ name: String, below parent: Body? = nil, from: Day = day, to end: Day? = nil, purpose: String = "",
        frequency: String = ""
    ) throws -> Body {
        Body(
            id: Self.id(),
            details: BodyDetails(
                name: name, regime: .team, parent: parent?.id, purpose: purpose, frequency: frequency),
            term: try Term(from: from, to: end))
    }

    private func seat(_ title: String, _ role: Role, on body: Body, heldBy name: String? = nil) throws -> Seat {
        let term = try Term(from: Self.day)
        let holders = name.map { [Appointment(id: Self.id(), person: Self.id(), name: $0, term: term)] } ?? []
        return Seat(
            id: Self.id(), body: body.id, details: SeatDetails(title: title, role: role, agency: nil), term: term,
            holders: holders)
    }

    private func words(
        _ bodies: [Body], _ seats: [Seat] = [], agencies: [Agency] = [], gaps: [StatutoryGap] = []
    ) -> StructureWords {
        StructureWords(
            Profile(name: "Safer Testham"), structure: Structure(bodies: bodies, seats: seats), agencies: agencies,
            gaps: gaps, country: .england, accent: nil, on: Self.day)
    }

    @Test("a thousand bodies below one another cost what a thousand bodies cost", .timeLimit(.minutes(1)))
    func deep() throws {
        var bodies = [try body("Body")]
        for number in 1..<1_000 { bodies.append(try body("Body \(number)", below: bodies.last)) }
        #expect(words(bodies).bodies.count == 1_000)
        let page = StructurePage(
            profile: Profile(name: "Safer Testham"), structure: Structure(bodies: bodies, seats: []), gaps: 0,
            today: Self.day, mayChange: false, canPrint: false
        ).page
        #expect(page.title == "Partnership")
    }

    @Test("bodies stand in the order of the chart, each with those that answer to it")
    func order() throws {
        let council = try body("Council")
        let panel = try body("Panel", below: council, purpose: "scrutiny by councillors", frequency: "every month")
        let over = try body("Over", from: Day("2015-01-01") ?? Self.day, to: Self.day)
        let group = try body("A group", below: over)
        let words = words([panel, council, group, over], [try seat("Chair", .chair, on: panel, heldBy: "Ada Byron")])
        #expect(words.chart.map(\.name) == ["A group", "Council"])
        #expect(words.chart[1].below.map(\.name) == ["Panel"])
        #expect(words.chart[1].below[0].seating == "1 seat · Chair: Ada Byron")
        #expect(words.bodies.map(\.name) == ["A group", "Council", "Panel"])
        #expect(words.bodies[2].purpose == "Scrutiny by councillors.")
        #expect(
            words.bodies[2].facts == "A team: it has no formal meetings. How often: every month. Answers to: Council.")
        #expect(words.bodies[0].facts == "A team: it has no formal meetings.", "what has ended is answered to no more")
        #expect(words.bodies[2].seats?.rows == [["Chair", "Chair", "–", "Ada Byron", "–"]])
        #expect(words.bodies[1].seats == nil)
        #expect(words.notice == nil)
    }

    @Test("what is vacant is said, in the sum and at the seat")
    func vacant() throws {
        let team = try body("Team")
        let seats = [
            try seat("Clerk", .clerk, on: team), try seat("Officer", .officer, on: team, heldBy: "Ada Byron"),
        ]
        let words = words([team], seats)
        #expect(words.lead == "1 body with 2 seats, of which 1 is vacant.")
        #expect(words.bodies[0].seats?.rows.map { $0[3] } == ["Vacant", "Ada Byron"])
        #expect(words.chart[0].seating == "2 seats · 1 vacant")
    }

    @Test("agencies that take part that day are told, and what is missing with its source")
    func agencies() throws {
        let police = Agency(
            id: Self.id(), name: "Testham Police", kind: .police, standing: .responsible,
            term: try Term(from: Self.day))
        let gone = Agency(
            id: Self.id(), name: "Gone", kind: .other, standing: .invited,
            term: try Term(from: Self.day, to: Self.day))
        let words = words([], agencies: [police, gone], gaps: [.noLiaisonOfficer(police)])
        #expect(words.lead == "There are no bodies yet. 1 agency, of which 1 is a responsible authority.")
        #expect(
            words.gaps.map(\.what) == [
                "Testham Police has no liaison officer: one person others can call about sharing information."
            ])
        #expect(words.gaps[0].source.contains("SI 2007/1830"))
    }
}
