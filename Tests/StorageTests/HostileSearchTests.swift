import Foundation
import ScratchDatabases
import Testing

@testable import Storage

@Suite("Whatever is looked for or written, search goes on")
struct HostileSearchTests {
    private static let typed = [
        "", " ", "\"", "\"\"", "\"\"\"", "'", "''", "\\", "\\'", "%", "_", "*", "a*", "\"a\"*", "^a", "(", ")", "((a",
        "NEAR(a b, 2)",
        "a NEAR b", "a AND", "AND", "OR", "NOT", "NOT a", "a AND NOT b", "title_words:a", "{title_words} : a", "-a",
        "a:*",
        "a:A", "'a' <-> 'b'", "a & | ! b", "a <2> b", "!a", "a\u{0}b", "\u{0}", "; DROP TABLE search_document; --",
        "$1", "?1", ":a",
        "🚨", "👮🏽‍♀️ police", "the", "of the and", "\u{202E}ecilop", "\u{FEFF}", "\u{FFFD}\u{FFFE}", "½ ² ①", "ͺ", "हिन्दी में",
        "警察", "شرطة", "e\u{301}\u{301}\u{301}\u{301}", "a\nb\r\tc", "\u{1F170}\u{1F171}", "=a", "'=a':*", "ﷺ", "İ ı ẞ",
    ]

    @Test("no question is an error", arguments: Scratch.engines)
    func questions(scratch: Scratch) async throws {
        try await scratch.database { database in
            try await database.shelve("A police plan", "of the town")
            for typed in Self.typed {
                for variant in [typed, typed + " plan", "plan " + typed, "\"\(typed)\"", "\"plan \(typed)\" x"] {
                    _ = try await database.titles(variant)
                }
            }
            #expect(try await database.titles("plan") == ["A police plan"])
            #expect(try await database.titles("🚨 plan 🚨") == ["A police plan"])
            #expect(try await database.titles("pol\u{0}ice") == [])
        }
    }

    @Test("long questions are read as far as they help", arguments: Scratch.engines)
    func long(scratch: Scratch) async throws {
        try await scratch.database { database in
            try await database.shelve("One plan", (0..<30).map { "word\($0)" }.joined(separator: " "))
            let words = [
                String(repeating: "plan ", count: 10_000), String(repeating: "a", count: 1_000_000),
                String(repeating: "\"", count: 100_000), String(repeating: "\"a b\" ", count: 10_000),
                "e" + String(repeating: "\u{301}", count: 100_000),
                (0..<10_000).map { "word\($0)" }.joined(separator: " "),
            ]
            let found = try await words.asyncMap { try await database.titles($0).count }
            #expect(found == [1, 0, 0, 0, 0, 1])
        }
    }

    @Test("every question of the list finds the text that it is", arguments: Scratch.engines)
    func texts(scratch: Scratch) async throws {
        try await scratch.database { database in
            for typed in Self.typed where !typed.contains("\u{0}") && !TextWords(typed).words.isEmpty {
                let unquoted = typed.replacing("\"", with: " ")
                let book = try await database.shelve(unquoted, "plain")
                #expect(try await database.titles("\"\(unquoted)\"") == [unquoted], "\(typed)")
                #expect(try await database.titles(unquoted) == [unquoted], "\(typed)")
                try await database.take(book)
            }
        }
    }

    @Test("the longest texts are taken in", arguments: Scratch.engines)
    func longTexts(scratch: Scratch) async throws {
        var chance = SeededChance(seed: 7)
        let letters = Array("abcdefghijklmnopqrstuvwxyzжщ警")
        let wide = (0..<40_000).map { _ in String((0..<70).map { _ in letters.randomElement(using: &chance) ?? "a" }) }
        let texts = [
            wide.joined(separator: " "), String(repeating: "crime ", count: 60_000),
            String(repeating: "a", count: 3_000_000), (0..<60_000).map { "word\($0)" }.joined(separator: " "),
        ]
        try await scratch.database { database in
            for (number, text) in texts.enumerated() {
                try await database.shelve("Long book \(number)", "first " + text)
            }
            try await database.shelve(texts[3], "")
            #expect(try await database.titles("first").count == 4)
            #expect(try await database.titles("crime") == ["Long book 1"])
            #expect(try await database.titles("word15000") == ["Long book 3"])
        }
    }
}

extension Sequence {
    fileprivate func asyncMap<Made>(_ make: (Element) async throws -> Made) async rethrows -> [Made] {
        var made: [Made] = []
        for element in self { made.append(try await make(element)) }
        return made
    }
}
