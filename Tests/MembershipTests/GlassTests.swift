import Foundation
import ScratchDatabases
import Storage
import Testing

@testable import Membership

@Suite("In an emergency somebody opens what is not theirs: for a while, with a reason, before witnesses")
struct GlassTests {
    private static let noon = Office.noon

    private func open(_ scratch: Scratch, _ body: (GlassOffice) async throws -> Void) async throws {
        try await GlassOffice.open(scratch, body)
    }

    @Test(
        "from that moment they may, until the time is up; others are told, and entries say so",
        arguments: Scratch.engines)
    func broken(scratch: Scratch) async throws {
        try await open(scratch) { desk in
            #expect(try await desk.may() == false)
            try await desk.breakGlass(.openFiles, .hour, because: " A fire in the hostel. ")
            #expect(try await desk.may() == true)
            let session = try #require(try await desk.session())
            #expect(!session.member.holds(.openFiles))
            #expect(session.member.brokenGlass.map(\.reason) == ["A fire in the hostel."])
            #expect(try await desk.may(minutes: 59.9) == true)
            #expect(try await desk.may(minutes: 60) == false)
            #expect(desk.told.broken.first?.witnesses == ["Community safety officer", "Olu Officer"])
            #expect(desk.told.broken.first?.by == "Pat Admin")

            let entry = try #require(try await desk.office.database.read { try $0.entries(1) }.first)
            #expect(entry.act == "glass broken")
            #expect(entry.why == "A fire in the hostel.")
            #expect(entry.changes.contains(#""after":"open files""#))
            #expect(entry.changes.contains(#""field":"until""#))
        }
    }

    @Test("it lets them do that one thing, in that one session", arguments: Scratch.engines)
    func narrow(scratch: Scratch) async throws {
        try await open(scratch) { desk in
            let other = try #require(
                try await desk.sessions.begin(for: desk.administrator, by: .code, at: Self.noon))
            try await desk.breakGlass()
            #expect(try await desk.may(other) == false)
            let session = try #require(try await desk.session())
            #expect(!session.may(.closeFiles) && !session.may(.decidePapers) && !session.may(.overseeGlass))
            let theirs = try await desk.office.neighbour()
            #expect(try await theirs.sessions.session(with: desk.token, at: Self.noon) == nil)
        }
    }

    @Test(
        "without a reason, a proof or a second step it is refused, and so is what is not declared",
        arguments: Scratch.engines)
    func refused(scratch: Scratch) async throws {
        try await open(scratch) { desk in
            for blank in [
                "", "  \n", "...", "–", "x", "urgent", "x y z", "urgent urgent urgent", "It is urgent",
                "Unwiederbringlichkeiten",
            ] {
                await #expect(throws: GlassRefusal.noReason) { try await desk.breakGlass(because: blank) }
            }
            let long = String(repeating: "a", count: 501)
            await #expect(throws: GlassRefusal.reasonIsLong) { try await desk.breakGlass(because: long) }
            await #expect(throws: GlassRefusal.notBreakable) { try await desk.breakGlass(.closeFiles) }
            await #expect(throws: GlassRefusal.notTheirs) { try await desk.breakGlass(minutes: 16) }
            let weak = try #require(
                try await desk.sessions.begin(for: desk.administrator, by: .password, at: Self.noon))
            await #expect(throws: GlassRefusal.notTheirs) { try await desk.breakGlass(with: weak) }
            #expect(try await desk.may() == false)
            #expect(desk.told.broken.isEmpty)
            let refusals = try await desk.office.database.read { try $0.entries(3) }
            #expect(refusals.map(\.outcome).filter { $0 == .refused }.count == 2)
        }
    }

    @Test(
        "nobody without a seat for it breaks the glass, and nobody for what is theirs anyway",
        arguments: Scratch.engines)
    func others(scratch: Scratch) async throws {
        try await open(scratch) { desk in
            let body = try await desk.office.body("Panel")
            for (role, refusal) in [(Role.chair, GlassRefusal.notTheirs), (.clerk, .notTheirs)] {
                let person = try await desk.office.person("Somebody \(role)")
                try await desk.office.appoint(person, to: try await desk.office.seat(role, on: body))
                let token = try #require(try await desk.sessions.begin(for: person, by: .code, at: Self.noon))
                await #expect(throws: refusal) { try await desk.breakGlass(with: token) }
            }
            try await desk.office.appoint(
                desk.administrator, to: try await desk.office.seat(.caseworker, on: body))
            let token = try #require(
                try await desk.sessions.begin(for: desk.administrator, by: .code, at: Self.noon))
            await #expect(throws: GlassRefusal.isTheirsAnyway) { try await desk.breakGlass(with: token) }
        }
    }

    @Test("without a witness it is not broken", arguments: Scratch.engines)
    func alone(scratch: Scratch) async throws {
        try await open(scratch) { desk in
            let token = try #require(try await desk.sessions.begin(for: desk.officer, by: .code, at: Self.noon))
            let office = desk.office
            try await office.people.move(
                FirstOfficerStore.person, by: .suspend,
                as: try #require(try await desk.session(token)?.member), at: Self.noon)
            await #expect(throws: GlassRefusal.nobodyToTell) { try await desk.breakGlass(with: token) }
        }
    }

    @Test("time is not added up: whoever needs more asks again when it is over", arguments: Scratch.engines)
    func cumulative(scratch: Scratch) async throws {
        try await open(scratch) { desk in
            try await desk.breakGlass(.openFiles, .quarterOfAnHour)
            await #expect(throws: GlassRefusal.isOpenAlready) {
                try await desk.breakGlass(.openFiles, .fourHours, minutes: 5)
            }
            #expect(try await desk.may(minutes: 15) == false)
            await #expect(throws: GlassRefusal.notTheirs) { try await desk.breakGlass(minutes: 15) }
        }
    }

    @Test(
        "they end it, and so does an officer, who is the other to be told; nobody else does", arguments: Scratch.engines
    )
    func ended(scratch: Scratch) async throws {
        try await open(scratch) { desk in
            let officer = desk.office.officer
            try await desk.breakGlass()
            let first = try #require(try await desk.session()?.member.brokenGlass.first)
            try await desk.glass.end(first.id, by: try #require(try await desk.session()?.member), at: Self.noon + 60)
            #expect(try await desk.may(minutes: 1) == false)
            #expect(desk.told.ended.isEmpty)

            try await desk.breakGlass(minutes: 2)
            let second = try #require(try await desk.session(minutes: 2)?.member.brokenGlass.first)
            let chair = try await desk.office.person("Cher Chair")
            let body = try await desk.office.body("Panel")
            try await desk.office.appoint(chair, to: try await desk.office.seat(.chair, on: body))
            let stranger = try #require(try await desk.office.member(chair))
            await #expect(throws: GlassRefusal.notHere) {
                try await desk.glass.end(second.id, by: stranger, at: Self.noon + 180)
            }
            let theirs = try #require(try await desk.sessions.begin(for: officer.id, by: .password, at: Self.noon))
            let overseer = try #require(try await desk.session(theirs)?.member)
            try await desk.glass.end(second.id, by: overseer, at: Self.noon + 180)
            #expect(try await desk.may(minutes: 3) == false)
            #expect(desk.told.ended == ["Community safety officer"])
            await #expect(throws: GlassRefusal.isOver) {
                try await desk.glass.end(second.id, by: overseer, at: Self.noon + 200)
            }
            let all = try await desk.glass.all(10)
            #expect(all.map(\.glass.ending?.by) == ["Community safety officer", "Pat Admin"])
        }
    }

    @Test(
        "it ends with the session, with the membership and with the seat, and does not come back",
        arguments: Scratch.engines)
    func endsWithTheSession(scratch: Scratch) async throws {
        try await open(scratch) { desk in
            let office = desk.office
            try await desk.breakGlass()
            let session = try #require(try await desk.session())
            try await desk.sessions.end(desk.token, of: session.member, at: Self.noon + 60)
            #expect(try await desk.glass.all(1).first?.glass.ending == .init(at: Self.noon + 60, by: nil))

            for deed in [MembershipDeed.suspend, .leave] {
                let token = try #require(
                    try await desk.sessions.begin(for: desk.administrator, by: .code, at: Self.noon))
                try await desk.breakGlass(with: token)
                try await office.people.move(desk.administrator, by: deed, as: office.officer, at: Self.noon + 120)
                #expect(try await desk.session(token) == nil)
                #expect(try await desk.glass.all(1).first?.glass.ending?.at == Self.noon + 120)
                guard deed == .suspend else { continue }
                try await office.people.move(desk.administrator, by: .resume, as: office.officer, at: Self.noon + 180)
                let again = try #require(
                    try await desk.sessions.begin(for: desk.administrator, by: .code, at: Self.noon + 180))
                #expect(try await desk.may(again, minutes: 3) == false)
            }
        }
    }

    @Test("without the second step it opens nothing any more", arguments: Scratch.engines)
    func secondStepRemoved(scratch: Scratch) async throws {
        try await open(scratch) { desk in
            try await desk.breakGlass()
            let session = try #require(try await desk.session())
            let (code, person) = (RecoveryCode(chance: Array(0..<10)), desk.administrator)
            let entry = Entry(.secondFactorSet, of: .init("test", person), by: .job("a test"), at: Self.noon)
            try await desk.office.database.write(entry) { db in
                try db.run(
                    """
                    INSERT INTO second_factor (person, secret, confirmed_at)
                    VALUES (\(person), \([UInt8](0..<20)), \(Self.noon))
                    """)
                try db.run("INSERT INTO recovery_code (person, code_hash) VALUES (\(person), \(code.hash))")
            }
            try await SecondFactorStore(desk.office.database, identities: .seeded(3))
                .remove(by: code.text, in: session, at: Self.noon)
            #expect(try await desk.may() == false)
        }
    }

    @Test("it never lasts longer than the session", arguments: Scratch.engines)
    func notPastTheSession(scratch: Scratch) async throws {
        try await open(scratch) { desk in
            // A session that is nearly over, whose owner proved again who they are.
            let late = 11 * 60.0 + 30
            try await desk.stay(until: late)
            let id = try #require(try await desk.session(minutes: late)).id
            let entry = Entry(.signedIn, of: .init("test", "proof"), by: .job("a test"), at: Self.noon)
            try await desk.office.database.write(entry) { db in
                try db.run("UPDATE session SET proved_at = \(Self.noon + late * 60) WHERE id = \(id)")
            }
            try await desk.breakGlass(.openFiles, .fourHours, minutes: late)
            #expect(try await desk.glass.all(1).first?.glass.endsAt == Self.noon + Session.lifetime)
        }
    }

    @Test(
        "each address is noted once, and every deed meanwhile says under which broken glass", arguments: Scratch.engines
    )
    func noted(scratch: Scratch) async throws {
        try await open(scratch) { desk in
            try await desk.breakGlass()
            let session = try #require(try await desk.session())
            let id = try #require(session.member.brokenGlass.first?.id)
            for address in ["/files/1", "/files/2", "/files/1", "/home"] {
                let permission: Permission = address == "/home" ? .decidePapers : .openFiles
                try await desk.glass.note(address, openedIn: session, for: permission, at: Self.noon + 60)
            }
            let uses = try #require(try await desk.glass.all(1).first?.uses)
            #expect(uses.map(\.address) == ["/files/1", "/files/2", "/home"])
            #expect(uses.map(\.permission) == ["open files", "open files", "decide papers"])
            let entries = try await desk.office.database.read { try $0.entries(3) }
            #expect(entries.map(\.act) == Array(repeating: "opened under broken glass", count: 3))
            #expect(entries.map(\.subject.address) == ["/home", "/files/2", "/files/1"])
            #expect(
                entries.allSatisfy { $0.changes.contains(#""after":"\#(id)","before":null,"field":"broken glass""#) })
        }
    }

    @Test("what was opened for an hour seats nobody for good", arguments: Scratch.engines)
    func lasting(scratch: Scratch) async throws {
        try await open(scratch) { desk in
            try await desk.breakGlass()
            let member = try #require(try await desk.session()?.member)
            let body = try await desk.office.body("Panel")
            let seat = try await desk.office.seat(.caseworker, on: body)
            let seating = SeatingStore(
                desk.office.database, identities: .seeded(5), permissions: GlassOffice.permissions)
            await #expect(throws: MembershipRefusal.moreThanOwn) {
                try await seating.appoint(
                    desk.administrator, to: seat, for: Term(from: Office.today), by: member, at: Self.noon)
            }
        }
    }
}
