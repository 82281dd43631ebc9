import Foundation
import Membership
import Notices
import ScratchDatabases
import Storage
import Testing

@testable import Minutes

@Suite("Minutes are kept deed by deed, sent round, confirmed, and never changed again")
struct MinutesStoreTests {
    private let clerk = Entry.Actor.job("a clerk")

    private func run(
        _ scratch: Scratch, _ body: (Database, MinutesStore, MinutesStandingStore) async throws -> Void
    ) async throws {
        try await scratch.database([.ofMembership, .ofNotices, .ofMinutes]) { database in
            try await body(
                database, MinutesStore(database, identities: .system),
                MinutesStandingStore(database, identities: .system))
        }
    }

    private func write(
        _ deed: Deed, _ key: String, after: Int = 0, in store: MinutesStore,
        of meeting: MinutedMeeting = MinutesHouse.meeting()
    ) async throws -> Int {
        try await store.write(
            MinutesChange(deed, key: "key-of-\(key)", after: after), into: meeting, by: clerk, at: Scratch.noon,
            on: meeting.called.day)
    }

    @Test("what is sent twice is written once, with one entry", arguments: Scratch.engines)
    func once(scratch: Scratch) async throws {
        try await run(scratch) { database, store, _ in
            let meeting = MinutesHouse.meeting()
            let deed = Deed.discussion(item: MinutesHouse.items1, text: "It was discussed.")
            let first = try await write(deed, "1", in: store)
            #expect(try await write(deed, "1", in: store) == first)
            // The answer was lost, and its writer wrote on meanwhile.
            let second = try await write(
                .discussion(item: MinutesHouse.items1, text: "More."), "2", after: first, in: store)
            #expect(try await write(deed, "1", in: store) == first)
            #expect(try await store.deeds(of: meeting).map(\.number) == [first, second])
            #expect(try await store.record(of: meeting)[MinutesHouse.items1].discussion == "More.")
        }
    }

    @Test("two who write in one place at once: the second is told, and nothing is lost", arguments: Scratch.engines)
    func together(scratch: Scratch) async throws {
        try await run(scratch) { _, store, _ in
            let item = MinutesHouse.items1
            let first = try await write(.discussion(item: item, text: "One."), "1", in: store)
            await #expect(throws: ChangedMeanwhile.self) {
                try await write(.discussion(item: item, text: "Other."), "2", in: store)
            }
            _ = try await write(.urgency(item: item, text: "Elsewhere."), "3", in: store)
            _ = try await write(.discussion(item: item, text: "Two."), "4", after: first, in: store)
            let texts = try await store.deeds(of: MinutesHouse.meeting()).compactMap(\.deed.text)
            #expect(texts == ["One.", "Elsewhere.", "Two."])
        }
    }

    @Test("what the rules refuse is not written", arguments: Scratch.engines)
    func refused(scratch: Scratch) async throws {
        try await run(scratch) { _, store, _ in
            await #expect(throws: MinutesRefusal.notEntitled("Councillor Potts")) {
                try await write(
                    .move(item: MinutesHouse.items1, Decision(id: "m", style: .resolved, text: "So"), mover: "potts"),
                    "1", in: store)
            }
            let deeds = try await store.deeds(of: MinutesHouse.meeting())
            #expect(deeds.isEmpty)
        }
    }

    /// Takes short minutes of a meeting.
    private func take(_ meeting: MinutedMeeting, in store: MinutesStore) async throws -> Int {
        var newest = 0
        let deeds: [Deed] = [
            .attend(seat: "saunders", Attendance(.present)),
            .discussion(item: meeting.items[2].key, text: "At length."),
            .close(time: "20:25"),
        ]
        for (place, deed) in deeds.enumerated() {
            newest = try await write(deed, "\(meeting.id)-\(place)".suffix(40).description, in: store, of: meeting)
        }
        return newest
    }

    @Test("numbers run through the year from where it was said, and none is given twice", arguments: Scratch.engines)
    func numbers(scratch: Scratch) async throws {
        try await run(scratch) { _, store, standings in
            let (one, two) = (MinutesHouse.meeting(11), MinutesHouse.meeting(12, day: Day("2016-02-09")!))
            let next = MinutesHouse.meeting(13, day: Day("2016-06-07")!)
            for (meeting, numbering) in [
                (one, (Day("2015-05-19")!, 39)), (two, (Day("2015-05-20")!, 1)), (next, (Day("2016-05-17")!, 1)),
            ] {
                let newest = try await take(meeting, in: store)
                try await standings.circulate(
                    meeting, asOf: newest, numbering: (beginsOn: numbering.0, first: numbering.1), by: clerk,
                    at: Scratch.noon, on: meeting.called.day)
            }
            func numbers(_ meeting: MinutedMeeting) async throws -> [Int?] {
                let known = try await standings.standing(of: meeting.id).numbers
                return meeting.items.map { known[$0.key] }
            }
            #expect(try await numbers(one) == [39, 40, 41])
            #expect(try await numbers(two) == [42, 43, 44])
            #expect(try await numbers(next) == [1, 2, 3])
            #expect(try await standings.numbering(of: one).next == 45)
            await #expect(throws: MinutesRefusal.nothingToCirculate) {
                try await standings.circulate(one, asOf: 3, numbering: nil, by: clerk, at: Scratch.noon)
            }
        }
    }

    @Test(
        "only a later meeting that is not extraordinary confirms, and then nothing changes", arguments: Scratch.engines)
    func confirming(scratch: Scratch) async throws {
        try await run(scratch) { database, store, standings in
            let meeting = MinutesHouse.meeting(lateReason: "The grant ends tomorrow")
            var newest = try await take(meeting, in: store)
            func later(_ kind: String) -> OtherMeeting {
                OtherMeeting(id: MinutesHouse.id(19), day: Day("2016-02-09")!, kind: kind)
            }
            func confirm(_ kind: String) async throws -> FileHash {
                try await standings.confirm(meeting, at: later(kind), asOf: newest, by: clerk, at: Scratch.noon)
            }
            func circulate() async throws {
                try await standings.circulate(
                    meeting, asOf: newest, numbering: (beginsOn: Day("2015-05-19")!, first: 39), by: clerk,
                    at: Scratch.noon)
            }
            try await circulate()
            await #expect(throws: MinutesRefusal.notSuitable) { try await confirm("extraordinary") }
            // D74
            await #expect(throws: (any Error).self) { try await confirm("ordinary") }
            newest = try await write(
                .urgency(item: meeting.items[2].key, text: "The grant ends tomorrow."), "late", in: store, of: meeting)
            // D105: not before members have what they are to agree.
            let changed = "Circulate the minutes again: they were changed since members had them"
            await #expect(throws: MinutesRefusal.obstacles([changed])) { try await confirm("ordinary") }
            try await circulate()
            let hash = try await confirm("ordinary")
            let confirmed = try #require(try await standings.standing(of: meeting.id).confirmation)
            #expect(confirmed.hash == hash && FileHash(of: Array(confirmed.content.utf8)) == hash)
            #expect(try MinutesDocument(written: confirmed.content).items.map(\.number) == [39, 40, 41])
            await #expect(throws: MinutesRefusal.isConfirmed) {
                _ = try await write(.others("Somebody"), "too-late", in: store, of: meeting)
            }
            await #expect(throws: (any Error).self) {
                try await database.write(
                    Entry(.minutesWritten, of: .init("minutes", meeting.id), by: clerk, at: Scratch.noon)
                ) { db in try db.run("UPDATE minutes_confirmation SET content = 'x'") }
            }
        }
    }
}
