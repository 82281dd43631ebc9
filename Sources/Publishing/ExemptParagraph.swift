import Membership
import Storage

/// A description of exempt information, as Schedule 12A to the Local Government Act 1972 has it since a day (D77). The list is
/// data: what Parliament changes becomes a row more, and what was classified before stays as it was.
public struct ExemptParagraph: Hashable, Sendable {
    public let number: Int
    public let country: PartnershipArea.Country
    public let words: String
    /// Since when it stands so.
    let since: Day?
    let source: String

    private init(_ number: Int, _ words: String, in country: PartnershipArea.Country) {
        (self.number, self.words, self.country) = (number, words, country)
        switch country {
        case .england:
            since = Day(year: 2006, month: 3, number: 1)
            source = "Schedule 12A, Part 1, as substituted by SI 2006/88"
        case .wales:
            since = Day(year: 2007, month: 4, number: 1)
            source = "Schedule 12A, Part 4, as substituted by SI 2007/969 (W.86)"
        }
    }

    /// No number is in both countries.
    public init?(number: Int) {
        guard let found = Self.all.first(where: { $0.number == number }) else { return nil }
        self = found
    }

    /// Those of a country, on a day.
    public static func all(in country: PartnershipArea.Country, on day: Day) -> [ExemptParagraph] {
        all.filter { $0.country == country && ($0.since.map { $0 <= day } ?? false) }
    }

    public static let all = of(.england, from: 1) + of(.wales, from: 12)

    private static func of(_ country: PartnershipArea.Country, from first: Int) -> [ExemptParagraph] {
        [
            country == .england
                ? "Information relating to any individual" : "Information relating to a particular individual",
            "Information which is likely to reveal the identity of an individual",
            "Information relating to the financial or business affairs of any particular person, including the authority",
            "Information relating to consultations or negotiations about a labour relations matter",
            "Information for which legal professional privilege could be claimed in legal proceedings",
            "Information which reveals that the authority proposes to give a notice or make an order or direction",
            "Information relating to action taken or to be taken to prevent, investigate or prosecute crime",
        ].enumerated().map { ExemptParagraph(first + $0.offset, $0.element, in: country) }
    }
}
