import Foundation
import Storage
import Wording

/// Minutes as they read: every word that stands in them, for the page, the paper, and the record that is confirmed.
public struct MinutesDocument: Codable, Hashable, Sendable {
    public let body: String
    /// "extraordinary meeting"
    public let noun: String
    public let day: String
    public let startsAt: String
    public let place: String
    /// Who was there with a seat, the chair first.
    public let present: [String]
    public let inAttendance: [String]
    public internal(set) var items: [Item]
    /// "8.25 pm"; empty while it is not known.
    public let concluded: String

    /// A minute: an item with its number.
    public struct Item: Codable, Hashable, Sendable {
        public let key: String
        /// Through the year; nil before the draft was circulated.
        public let number: Int?
        public let title: String
        public let isWithheld: Bool
        /// What the program writes: why it was urgent, who came and went, who declared what.
        public let notes: [String]
        /// In Markdown.
        public let discussion: String
        public let decisions: [Decided]
        public let actions: [String]
        /// What the public is told in its place, where it is withheld.
        public internal(set) var summary: String

        /// "39"
        public var numbered: String { number.map { "\($0)" } ?? "–" }
    }

    /// Something that was decided, or moved and not carried.
    public struct Decided: Codable, Hashable, Sendable {
        /// Sentences before it: who moved it and who seconded, and the amendments.
        public let before: [String]
        /// "RESOLVED"; empty for what was not carried.
        public let style: String
        public let points: [Point]
        /// How the votes were.
        public let after: [String]

        public struct Point: Codable, Hashable, Sendable {
            /// Through the item.
            public let number: Int
            public let text: String
        }
    }

    /// The words that are confirmed and hashed.
    ///
    /// - Throws: `EncodingError`
    func written() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(self), as: UTF8.self)
    }

    /// - Throws: `DecodingError`
    init(written text: String) throws {
        self = try JSONDecoder().decode(MinutesDocument.self, from: Data(text.utf8))
    }

    /// As it stands in the records now.
    init(_ record: MinutesRecord, numbers: [String: Int]) {
        let meeting = record.meeting
        (body, noun) = (meeting.body.name, meeting.noun)
        (day, startsAt) = (meeting.called.day.words, meeting.called.startsAt.words)
        place = meeting.called.place
        present = MinutesDrafting(record).present
        inAttendance = record.others.split(whereSeparator: \.isNewline).map(String.init)
        items = meeting.items.map { MinutesDrafting(record).item($0, number: numbers[$0.key]) }
        concluded = TimeOfDay(record.closedAt)?.words ?? ""
    }

    /// "Overview & Scrutiny Panel, 26 January 2016"
    var title: String { "\(body), \(day)" }

    /// "Minutes of the extraordinary meeting held on 26 January 2016 at 7.00 pm in Council Chamber, Margate."
    var sentence: String { "Minutes of the \(noun) held on \(day) at \(startsAt) in \(place)".withFullStop }
}
