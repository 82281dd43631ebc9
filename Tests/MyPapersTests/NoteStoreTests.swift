import Foundation
import Membership
import ScratchDatabases
import Storage
import Testing

@testable import MyPapers

@Suite("Private notes are their writer’s own, and none is lost between two devices")
struct NoteStoreTests {
    private func run(
        _ scratch: Scratch, _ body: (NoteStore, _ people: [ID<Person>], ID<MyMeeting>) async throws -> Void
    ) async throws {
        try await scratch.database([.ofMembership, .ofMyPapers]) { database in
            let people = try await PersonStore(database, identities: .system).add(
                ["Ada Byron", "Bea Byron"].map { PersonDetails(name: $0, email: nil, agency: nil) }, as: .active,
                by: .job("tests"), at: Scratch.noon)
            let store = NoteStore(database, identities: .system)
            try await body(store, people, Identities.system.new(at: Scratch.noon))
        }
    }

    private func write(
        _ text: String, after: Int = 0, key: String, to store: NoteStore, on meeting: ID<MyMeeting>,
        of person: ID<Person>,
        item: String = "meeting"
    ) async throws -> PrivateNote {
        try await store.write(
            NoteChange(item: item, text: text, key: key, after: after), on: meeting, of: person,
            by: .member(person, name: "Somebody"), at: Scratch.noon)
    }

    @Test("a note is read by whoever wrote it and by nobody else", arguments: Scratch.engines)
    func own(scratch: Scratch) async throws {
        try await run(scratch) { store, people, meeting in
            let note = try await write("Ask about lamps.", key: "first", to: store, on: meeting, of: people[0])

            #expect(note.text == "Ask about lamps." && note.revision == 1)
            #expect(try await store.notes(of: people[0], on: meeting) == ["meeting": note])
            #expect(try await store.notes(of: people[1], on: meeting).isEmpty)
            #expect(try await store.counts(of: people[0]) == [meeting: 1])
            #expect(try await store.counts(of: people[1]).isEmpty)
        }
    }

    @Test("what is sent twice is written once", arguments: Scratch.engines)
    func once(scratch: Scratch) async throws {
        try await run(scratch) { store, people, meeting in
            _ = try await write("One.", key: "first", to: store, on: meeting, of: people[0])
            _ = try await write("Two.", after: 1, key: "second", to: store, on: meeting, of: people[0])

            let again = try await write("One.", key: "first", to: store, on: meeting, of: people[0])

            #expect(again.text == "Two." && again.revision == 2)
        }
    }

    @Test("a note that is emptied is gone, and counts no more", arguments: Scratch.engines)
    func emptied(scratch: Scratch) async throws {
        try await run(scratch) { store, people, meeting in
            _ = try await write("One.", key: "first", to: store, on: meeting, of: people[0])
            let note = try await write("  \r\n", after: 1, key: "second", to: store, on: meeting, of: people[0])

            #expect(note.text.isEmpty)
            #expect(try await store.counts(of: people[0]).isEmpty)
        }
    }

    @Test("what two devices wrote apart stays, both of it", arguments: Scratch.engines)
    func devices(scratch: Scratch) async throws {
        try await run(scratch) { store, people, meeting in
            _ = try await write("On the tablet.", key: "tablet", to: store, on: meeting, of: people[0])
            let note = try await write("On the laptop.", key: "laptop", to: store, on: meeting, of: people[0])

            #expect(note.text == "On the tablet.\n\nAlso written, on another device:\n\nOn the laptop.")
        }
    }

    @Test(
        "of two texts of which one holds the other, the longer stands",
        arguments: [
            ("Ask.", "Ask. And again.", "Ask. And again."), ("Ask. And again.", "Ask.", "Ask. And again."),
            ("", "Ask.", "Ask."), ("Ask.", "", "Ask."), ("Ask.\r\nNow", "Ask.\nNow", "Ask.\nNow"),
        ])
    func together(kept: String, sent: String, both: String) {
        #expect(PrivateNote.together(kept: kept, sent: sent) == both)
    }
}
