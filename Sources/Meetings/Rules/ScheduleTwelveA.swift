/// What may be kept from the public, and under which paragraph: Schedule 12A to the Local Government Act 1972, as amended by
/// SI 2006/88 in England and SI 2007/969 in Wales.
public enum ScheduleTwelveA {
    public enum Country: String, Sendable, Hashable, CaseIterable {
        case england, wales
    }

    public struct Paragraph: Sendable, Hashable {
        public let number: Int
        /// What information it is about, in our words.
        public let subject: String
    }

    public static func paragraphs(of country: Country) -> [Paragraph] {
        let first = country == .england ? 1 : 12
        return subjects.enumerated().map { Paragraph(number: first + $0.offset, subject: $0.element) }
    }

    private static let subjects = [
        "about any individual",
        "likely to reveal who an individual is",
        "about the financial or business affairs of any particular person, the authority included",
        "about consultations or negotiations on a labour relations matter",
        "legally privileged",
        "about a notice, order or direction that the authority proposes to give or make",
        "about action taken, or to be taken, in connection with the prevention, investigation or prosecution of crime",
    ]
}
