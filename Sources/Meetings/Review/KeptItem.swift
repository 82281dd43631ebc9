import Foundation
import Storage
import WorkingDays

/// An item whose papers are kept from the public, with what became of that (D78).
public struct KeptItem: Hashable, Sendable {
    public let item: AgendaItem
    /// When it was looked at again and stayed as it was, the first first.
    public let reviews: [WithholdingReview]
    /// Nil while its papers are kept back.
    public let opening: PaperOpening?

    /// The day on which it is to be looked at again; nil where nobody said one, or where there is nothing to look at.
    public var due: Day? {
        guard item.details.withholding.isExempt, !item.isTakenOff, opening == nil else { return nil }
        return reviews.last?.until ?? item.details.withholding.until
    }

    func isDue(on today: Day) -> Bool { due.map { $0 <= today } ?? false }

    /// Whether it can stay as it is until another day.
    func checkKeeping(until day: Day, on today: Day) throws(MeetingsRefusal) {
        guard opening == nil else { throw .openedAlready }
        guard item.details.withholding.isExempt else { throw .keptByLaw }
        guard day > today else { throw .reviewDayPast }
    }

    /// Whether its papers can be laid before everybody now. What is confidential never can (D76), and what is still to come is
    /// changed on the agenda itself.
    ///
    /// - Parameter edition: what was published of the agenda last.
    func checkOpening(
        of edition: EditionContents?, heldOn day: Day, on today: Day
    ) throws(MeetingsRefusal) {
        guard opening == nil else { throw .openedAlready }
        guard item.details.withholding.isExempt else { throw .keptByLaw }
        guard day <= today else { throw .stillToCome }
        guard !laid(in: edition).isEmpty else { throw .nothingToOpen }
    }

    /// The papers that lay before the meeting: what nobody published is no paper of it.
    func laid(in edition: EditionContents?) -> [AgendaPaper] {
        let published = Set(edition?.items.first { $0.id == "\(item.id)" }?.papers.map(\.id) ?? [])
        return item.papers.filter { published.contains("\($0.id)") }
    }

    /// Where nobody says another: a year later.
    static func suggestedReview(after day: Day) -> Day {
        Day(year: day.year + 1, month: day.month, number: day.number) ?? day.adding(days: 365)
    }
}

/// Somebody looked again at what is kept from the public, and it stays so until another day.
public struct WithholdingReview: Hashable, Sendable {
    /// From 1.
    public let number: Int
    /// When it is looked at next.
    public let until: Day
    public let why: String
    public let by: String
    public let at: Date
}

/// What was kept from the public was laid before everybody.
public struct PaperOpening: Hashable, Sendable {
    /// What the publication is called in addresses.
    public let slug: String
    public let on: Day
    public let why: String
    public let by: String

    /// "Opened on 9 March 2017"
    public var words: String { "Opened on \(on.words)" }
}
