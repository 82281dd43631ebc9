import Foundation
import Membership
import Notices
import ScratchDatabases
import Storage
import Testing

@testable import Minutes

@Suite("What was taken in private leaves the public a fair and coherent record (LGA 1972 s.100C(2), D79)")
struct FairRecordTests {
    private static let item = MinutesHouse.items1

    private func fair(_ deeds: Deed...) -> FairRecord {
        var record = MinutesRecord(of: MinutesHouse.meeting(isWithheld: true))
        for deed in deeds { record.apply(deed, number: record.newest + 1) }
        return FairRecord(MinutesDocument(record, numbers: [:]), record)
    }

    private func summary(_ text: String, isNotNeeded: Bool = false) -> Deed {
        .summary(item: Self.item, .init(text: text, isNotNeeded: isNotNeeded))
    }

    @Test("an item kept from the public wants a summary, or the word that none is needed, before anything is published")
    func wanting() throws {
        let silent = fair(.discussion(item: Self.item, text: "A price was compared."))
        #expect(silent.wanting.map(\.title) == ["Budget 2016-17"])
        #expect(throws: MinutesRefusal.self) { try silent.check(hasLooked: true) }

        #expect(fair(summary("A contract was let.")).wanting.isEmpty)
        #expect(fair(summary("", isNotNeeded: true)).wanting.isEmpty)
        #expect(fair(summary("", isNotNeeded: true), summary("")).wanting.count == 1, "taken back")
    }

    @Test("a body nothing of which is ever public wants none")
    func neverPublic() {
        var record = MinutesRecord(of: MinutesHouse.meeting())
        record.apply(.discussion(item: Self.item, text: "In the open."), number: 1)
        #expect(FairRecord(MinutesDocument(record, numbers: [:]), record).wanting.isEmpty)
    }

    @Test(
        "words that a summary shares with what is kept back are found",
        arguments: [
            ("HEMLOCK Ltd asks for £48,200 a year.", "A bidder asked for £48,200.", ["£48,200."]),
            ("It was let to Ada Byron of Ryde.", "Ada Byron was thanked.", ["Ada Byron"]),
            (
                "The cameras of the north pier are out of order since May.",
                "Members heard that the cameras of the north pier are broken.", ["the cameras of the north pier are"]
            ),
            ("The contract was let in 2016.", "A contract was let in 2016.", []),
            ("A price was compared.", "", []),
        ])
    func shared(minute: String, summary: String, passages: [String]) {
        #expect(CopiedWords(summary: summary, minute: minute).passages == passages)
    }

    @Test("whoever publishes looks at them first")
    func looks() throws {
        let shared = fair(
            .discussion(item: Self.item, text: "HEMLOCK asks for £48,200."), summary("Somebody asked for £48,200."))
        #expect(throws: MinutesRefusal.wordsWanted(FairRecord.asksToLook)) { try shared.check(hasLooked: false) }
        try shared.check(hasLooked: true)
        try fair(summary("A contract was let.")).check(hasLooked: false)
    }

    @Test(
        "minutes that were confirmed without one still take a summary, which is the proper officer’s, and nothing else",
        arguments: Scratch.engines)
    func afterwards(scratch: Scratch) async throws {
        try await scratch.database([.ofMembership, .ofNotices, .ofMinutes]) { database in
            let meeting = MinutesHouse.meeting(isWithheld: true)
            let clerk = Entry.Actor.job("a clerk")
            let store = MinutesStore(database, identities: .system)
            let standings = MinutesStandingStore(database, identities: .system)
            var newest = 0
            func write(_ deed: Deed) async throws {
                newest = try await store.write(
                    MinutesChange(deed, key: "key-of-\(newest)-deed"), into: meeting, by: clerk, at: Scratch.noon,
                    on: meeting.called.day)
            }
            try await write(.attend(seat: "saunders", Attendance(.present)))
            try await write(.discussion(item: Self.item, text: "HEMLOCK asks for £48,200."))
            try await write(.close(time: "20:25"))
            try await standings.circulate(
                meeting, asOf: newest, numbering: (beginsOn: Day("2015-05-19")!, first: 39), by: clerk, at: Scratch.noon
            )
            let later = OtherMeeting(id: MinutesHouse.id(19), day: Day("2016-02-09")!, kind: "ordinary")
            let hash = try await standings.confirm(meeting, at: later, asOf: newest, by: clerk, at: Scratch.noon)

            try await write(summary("A contract was let."))

            let record = try await store.record(of: meeting)
            let confirmed = try #require(try await standings.standing(of: meeting.id).confirmation)
            let document = try MinutesDocument(written: confirmed.content).summarised(by: record)
            #expect(document.items[2].summary == "A contract was let." && confirmed.hash == hash)
            #expect(FairRecord(document, record).wanting.isEmpty)
            for deed in [
                Deed.others("Somebody"), .summary(item: meeting.items[0].key, .init(text: "x", isNotNeeded: false)),
            ] {
                await #expect(throws: MinutesRefusal.isConfirmed) { try await write(deed) }
            }
        }
    }
}
