import Foundation
import ScratchDatabases
import Storage
import Testing

@testable import Membership

@Suite("Whoever guesses gets no further for there being more partnerships, and keeps nobody out for long")
struct GuesserTests {
    private static let noon = SigningInTests.noon

    @Test(
        "wrong tries at one partnership count at another: at passwords, codes, and proofs", arguments: Scratch.engines)
    func everywhere(scratch: Scratch) async throws {
        try await SigningInDesk.open(scratch) { desk in
            let neighbour = try await Neighbour(desk)
            for _ in 0..<5 {
                await #expect(throws: SignInRefusal.notRecognised) { try await desk.enter(SigningInTests.wrong) }
            }
            await #expect(throws: SignInRefusal.wait(2)) {
                _ = try await neighbour.signIn.signIn(
                    "ada@example.org", SigningInTests.right, from: desk.caller(), at: Self.noon)
            }
        }
    }

    @Test(
        "after a thousand wrong tries from elsewhere the owner waits half a minute at most", arguments: Scratch.engines)
    func newBrowser(scratch: Scratch) async throws {
        try await SigningInDesk.open(scratch) { desk in
            for number in 0..<1000 {
                _ = try? await desk.enter(
                    SigningInTests.wrong, from: "198.51.\(number / 250).\(number % 250)",
                    at: Self.noon + Double(number))
            }
            let later = Self.noon + 1000
            _ = try await desk.enter(from: "203.0.113.9", at: later + 30)
        }
    }

    @Test("a stranger who asks for resets neither uses up the owner’s nor ends their link", arguments: Scratch.engines)
    func resets(scratch: Scratch) async throws {
        try await SigningInDesk.open(scratch) { desk in
            let sent = Sent()
            func ask(from address: String) async throws {
                try await desk.links.makeReset(
                    forOwnerOf: "Ada@example.org", from: desk.caller(address), at: Self.noon
                ) { _, link, token in sent.add(link.email.description, token) }
            }
            for _ in 0..<6 { try await ask(from: "198.51.100.7") }
            #expect(sent.all.count == 3)
            try await ask(from: "192.0.2.1")
            #expect(sent.all.count == 4)
            let own = try #require(sent.all.last?.token)
            for number in 0..<60 { try await ask(from: "198.51.100.\(number)") }
            #expect(sent.all.count == 20, "letters to one address have an end")

            #expect(try await desk.links.link(with: own, at: Self.noon) != nil)
            _ = try await desk.passwords.choose(SigningInTests.wrong, by: own, from: desk.caller(), at: Self.noon)
            for letter in sent.all {
                #expect(try await desk.links.link(with: letter.token, at: Self.noon) == nil, "one chooses for all")
            }
        }
    }

    @Test("nobody fills mailboxes with invitations", arguments: Scratch.engines)
    func manyInvitations(scratch: Scratch) async throws {
        try await SigningInDesk.open(scratch) { desk in
            let officer = desk.office.officer
            for _ in 0..<10 { try await desk.links.countInvitation(of: desk.ada, by: officer, at: Self.noon) }
            await #expect(throws: MembershipRefusal.manyInvitations) {
                try await desk.links.countInvitation(of: desk.ada, by: officer, at: Self.noon)
            }
            for number in 0..<290 {
                let person: ID<Person> = Identities.seeded(UInt64(number + 1000)).new(at: Self.noon)
                try await desk.links.countInvitation(of: person, by: officer, at: Self.noon)
            }
            await #expect(throws: MembershipRefusal.manyInvitations) {
                let another: ID<Person> = Identities.seeded(5).new(at: Self.noon)
                try await desk.links.countInvitation(of: another, by: officer, at: Self.noon)
            }
            try await desk.links.countInvitation(of: desk.ada, by: officer, at: Self.noon + 60 * 60)
        }
    }

    @Test("an invitation to one partnership leaves another’s open", arguments: Scratch.engines)
    func invitations(scratch: Scratch) async throws {
        try await SigningInDesk.open(scratch) { desk in
            let bo = try await desk.office.person("Bo", "bo@example.org", as: .invited)
            let first = try await desk.links.make(.invitation, for: bo, by: desk.office.actor, at: Self.noon)
            let neighbour = try await Neighbour(desk)
            _ = try await neighbour.office.person("Bo", "bo@example.org", as: .invited)
            let theirs = try await neighbour.links.make(
                .invitation, for: bo, by: neighbour.office.actor, at: Self.noon)
            #expect(try await desk.links.link(with: first, at: Self.noon) != nil)
            let second = try await desk.links.make(.invitation, for: bo, by: desk.office.actor, at: Self.noon)
            #expect(try await desk.links.link(with: first, at: Self.noon) == nil, "its own earlier one it ends")
            #expect(try await desk.links.link(with: second, at: Self.noon) != nil)
            #expect(try await neighbour.links.link(with: theirs, at: Self.noon) != nil)
        }
    }
}
