import Foundation
import Testing

@testable import StrategicAssessment

@Suite("The next document says what is different, from the records and not from memory")
struct DocumentRecordTests {
    private func record(
        _ year: String, places: [(String, Int?)] = [], figures: [(String, String)] = [], parts: [(String, String)] = []
    ) throws -> DocumentRecord {
        func object(_ pairs: [String: Any]) -> [String: Any] { pairs }
        let json: [String: Any] = [
            "year": year, "period": "2015", "comparedWith": "2014", "sources": [Any](),
            "parts": parts.map { object(["title": $0.0, "text": $0.1]) },
            "themes": places.map { theme in
                object(["name": theme.0].merging(theme.1.map { ["place": $0] } ?? [:]) { own, _ in own })
            },
            "figures": figures.enumerated().map { index, figure in
                object([
                    "number": index + 1, "address": figure.0, "words": figure.1, "sentence": "Burglary \(figure.1).",
                    "notes": [String](), "source": "police",
                ])
            },
        ]
        return try DocumentRecord(bytes: [UInt8](JSONSerialization.data(withJSONObject: json)))
    }

    @Test("a theme that moved, came or went is told with both places")
    func places() throws {
        let before = try record("2014/15", places: [("Violence", 2), ("Burglary", 1), ("Drugs", 3), ("Fires", nil)])
        let after = try record(
            "2015/16", places: [("Violence", 1), ("Burglary", 1), ("Fires", 11), ("Hate crime", 22)])
        #expect(
            after.changes(since: before) == [
                "Violence is 1st in the order of themes; it was 2nd.",
                "Fires is 11th in the order of themes; it had no place before.",
                "Hate crime is 22nd in the order of themes; it had no place before.",
                "Drugs is not among the themes any more.",
            ])
    }

    @Test("of last year's, the same figure is told for both years; of an earlier version, what its source revised")
    func figures() throws {
        let last = try record("2014/15", figures: [("count burglary thanet 2014-01..2014-12", "1,012 crimes")])
        let first = try record("2015/16", figures: [("count burglary thanet 2015-01..2015-12", "966 crimes")])
        let second = try record("2015/16", figures: [("count burglary thanet 2015-01..2015-12", "970 crimes")])
        #expect(
            first.changes(since: last) == [
                "Burglary 966 crimes. Last year’s assessment said: Burglary 1,012 crimes."
            ])
        #expect(
            second.changes(since: first) == [
                "Burglary 970 crimes. It said ‘966 crimes’ before: the source was revised."
            ])
        #expect(second.changes(since: second).isEmpty)
    }

    @Test("a later version names the parts that say something else")
    func parts() throws {
        let before = try record("2015/16", parts: [("Summary", "a"), ("Places", "b"), ("Levels", "c")])
        let after = try record("2015/16", parts: [("Summary", "a"), ("Places", "B"), ("Sources", "d")])
        #expect(
            after.changes(since: before) == [
                "‘Places’ reads otherwise, by its words or its figures.", "‘Sources’ is new.",
                "‘Levels’ was taken out.",
            ])
    }
}
