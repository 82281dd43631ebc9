import Foundation
import ScratchDatabases
import Testing

@testable import Storage

/// One text, one question, and whether it is found.
struct Finding: Sendable, CustomTestStringConvertible {
    let text: String
    let typed: String
    let isFound: Bool

    init(_ text: String, _ typed: String, _ isFound: Bool = true) {
        (self.text, self.typed, self.isFound) = (text, typed, isFound)
    }

    var testDescription: String { "‘\(typed)’ in ‘\(text.prefix(40))’" }
}

@Suite("What is written can be found, on both databases alike")
struct SearchTests {
    private static let accents = [
        Finding("The café on the pier", "cafe"), Finding("The cafe on the pier", "Café"),
        Finding("The CAFE\u{301} on the pier", "caFÉ"), Finding("Tŷ Hafan, Y Dŵr", "ty dwr"),
        Finding("Ty Hafan", "tŷ"), Finding("Llŷn a’r môr", "llyn mor"), Finding("Straße", "strasse"),
        Finding("Łódź and Ærø", "lodz aero"), Finding("Ｆｕｌｌ ｗｉｄｔｈ", "full width"), Finding("ﬁre service", "fire"),
        Finding("ΟΔΟΣ", "οδος"), Finding("Пожарная часть", "пожарная"), Finding("café", "caff", false),
    ]

    private static let endings = [
        Finding("Reducing burglaries", "burglary"), Finding("Reducing burglaries", "reduce burglary"),
        Finding("policing", "police"), Finding("communities", "community"), Finding("offences", "offence"),
        Finding("Thanet’s plan", "thanet"), Finding("Thanet's plan", "Thanet’s"), Finding("O’Brien", "obrien"),
        Finding("anti-social behaviour", "antisocial"), Finding("antisocial behaviour", "anti-social behaviour"),
        Finding("antisocial behaviour", "anti social"), Finding("co-operating bodies", "cooperation"),
        Finding("re-offending", "reoffend"), Finding("multi-agency work", "multiagency"),
        Finding("a well-known place", "known well"), Finding("police", "polite", false),
        Finding("theft", "thefts of bicycles", false), Finding("Day of the 2016 plan", "2016"),
        Finding("E4 1AB, 4x4 and 1e5", "4x4 1e5 e4"), Finding("jane.doe@kent.example.org", "jane.doe@kent.example.org"),
    ]

    private static let phrases = [
        Finding("the crime and disorder act", "\"crime and disorder\""),
        Finding("disorder and crime", "\"crime and disorder\"", false),
        Finding("Crime, and: disorder!", "“crime and disorder”"),
        Finding("crimes and disorder", "\"crime and disorder\"", false),
        Finding("crime and disorder of the town", "town \"and disorder\""),
        Finding("crime of the town", "crime \"", true), Finding("crime of the town", "\"crime town", true),
    ]

    private static let beginnings = [
        Finding("housing", "h", false), Finding("housing", "ho"), Finding("housing", "housin"),
        Finding("housing", "housin ", false), Finding("housing policy", "housin policy", false),
        Finding("housing policy", "housing poli"), Finding("partnership", "part"),
        Finding("partnership", "\"part\"", false), Finding("Margaret", "Marg"), Finding("Cathédrale", "cathé"),
    ]

    private static let common = [
        Finding("The theft of a bicycle", "the"), Finding("Theft of bicycles", "what is the theft of my bicycle"),
        Finding("To be or not to be", "to be or not to be"), Finding("bicycle", "theft and bicycle", false),
        Finding("bicycle", "theft OR bicycle", false), Finding("bicycle theft", "bicycle NOT theft"),
    ]

    @Test(
        "accents, endings, phrases, beginnings and common words",
        arguments: Scratch.engines, [accents, endings, phrases, beginnings, common])
    func finding(scratch: Scratch, findings: [Finding]) async throws {
        try await scratch.database { database in
            for finding in findings {
                // In the text, and in the title.
                let book = try await database.shelve("A volume", finding.text)
                #expect(try await database.titles(finding.typed) == (finding.isFound ? ["A volume"] : []), "\(finding)")
                try await database.shelve(finding.text, id: book)
                #expect(
                    try await database.titles(finding.typed) == (finding.isFound ? [finding.text] : []), "\(finding)")
                try await database.take(book)
                #expect(try await database.titles(finding.typed) == [])
            }
        }
    }

    @Test("no phrase begins in the title and ends in the text", arguments: Scratch.engines)
    func acrossTitle(scratch: Scratch) async throws {
        try await scratch.database { database in
            try await database.shelve("Crime", "and disorder")
            #expect(try await database.titles("\"crime and\"") == [])
            #expect(try await database.titles("crime disorder") == ["Crime"])
        }
    }

    @Test("a title comes before any text, and near and often before far and seldom", arguments: Scratch.engines)
    func rank(scratch: Scratch) async throws {
        let often = String(repeating: "burglary alarm ", count: 200)
        let far = "burglary " + String(repeating: "and other words ", count: 50) + "alarm"
        try await scratch.database { database in
            try await database.shelve("Words in the text, far", far)
            try await database.shelve("Words in the text, often", often)
            try await database.shelve("One in the title: burglary", far)
            try await database.shelve("Burglary alarms", "nothing of it")
            #expect(
                try await database.titles("burglary alarm") == [
                    "Burglary alarms", "One in the title: burglary", "Words in the text, often",
                    "Words in the text, far",
                ])
            // The last word, not yet whole, is one word and not two.
            #expect(
                try await database.titles("burglary ala") == [
                    "Burglary alarms", "One in the title: burglary", "Words in the text, often",
                    "Words in the text, far",
                ])
        }
    }

    @Test("each member finds and counts what is for them, and what is not changes nothing", arguments: Scratch.engines)
    func audience(scratch: Scratch) async throws {
        try await scratch.database { database in
            try await database.shelve("Common plan", "plan of action")
            try await database.shelve("Reader’s plan", "action", for: .readers)
            let before = try await database.search(SearchWords("plan action"), for: [.readers], on: shelfDay)
            for number in 1...40 {
                try await database.shelve("Keeper’s plan \(number)", "action action", for: .keepers)
            }
            let after = try await database.search(SearchWords("plan action"), for: [.readers], on: shelfDay)
            #expect(before.found.map(\.subject) == after.found.map(\.subject))
            #expect(after.counts == [.book: 2])
            #expect(try await database.titles("plan", for: []) == ["Common plan"])
            #expect(try await database.titles("keeper") == [])
            let all = try await database.search(SearchWords("plan"), for: [.readers, .keepers], on: shelfDay)
            #expect(all.total == 42)
            #expect(all.found.count == 20)
        }
    }

    @Test("no partnership finds another’s", arguments: Scratch.engines)
    func tenants(scratch: Scratch) async throws {
        try await scratch.database { database in
            let other = database.opened(for: database.newID())
            let book = try await database.shelve("Ours")
            try await other.shelve("Theirs, and not ours", id: book)
            #expect(try await database.titles("ours") == ["Ours"])
            #expect(try await other.titles("ours") == ["Theirs, and not ours"])
            try await other.take(book)
            #expect(try await database.titles("ours") == ["Ours"])
        }
    }

    @Test("what has ended, was taken out or changed is found as it is now", arguments: Scratch.engines)
    func changes(scratch: Scratch) async throws {
        try await scratch.database { database in
            let book = try await database.shelve("Old name", until: shelfDay)
            let before = try #require(Day("2016-02-08"))
            #expect(try await database.titles("name") == [])
            #expect(try await database.titles("name", on: before) == ["Old name"])
            try await database.shelve("New name", id: book)
            #expect(try await database.titles("old") == [])
            #expect(try await database.titles("name") == ["New name"])
            try await database.shelve("Film of that name", kind: .film, id: book)
            try await database.take(book)
            #expect(try await database.titles("name") == ["Film of that name"])
        }
    }

    @Test("a deed that is undone leaves nothing to be found", arguments: Scratch.engines)
    func undone(scratch: Scratch) async throws {
        try await scratch.database { database in
            let book: ID<Book> = database.newID()
            await #expect(throws: TooLong.self) {
                try await database.write(.noteWritten()) { db in
                    try db.index(SearchDocument(.book, book, title: "Never", text: "", audience: nil))
                    throw TooLong()
                }
            }
            let found = try await database.titles("never")
            #expect(found == [])
        }
    }

    @Test("pages follow one another, and one kind can be asked for", arguments: Scratch.engines)
    func pages(scratch: Scratch) async throws {
        try await scratch.database { database in
            for number in 10...34 { try await database.shelve("Volume \(number)") }
            try await database.shelve("Volume of the film", kind: .film)
            let words = SearchWords("volume")
            let first = try await database.search(words, for: [], on: shelfDay, kind: .book, 0..<20)
            let second = try await database.search(words, for: [], on: shelfDay, kind: .book, 20..<40)
            #expect(first.found.map(\.title.text) == (10...29).map { "Volume \($0)" })
            #expect(second.found.map(\.title.text) == (30...34).map { "Volume \($0)" })
            #expect(second.counts == [.book: 25, .film: 1])
        }
    }
}
