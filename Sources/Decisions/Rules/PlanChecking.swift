import Foundation
import Publishing
import Storage
import Wording
import WorkingDays

/// How much notice a plan’s publication gives, and by when it had to be (regulations 5, 9 and 10 of SI 2012/2089; D92, D95).
public struct NoticeReckoning {
    public let deadline: PublicationDeadline
    /// The latest day counted in working days, as some councils do: advice alone.
    public let workingDeadline: Day
    public let given: NoticeGiven
    /// For the general exception.
    public let fiveDays: NoticeGiven
    /// The latest day for the second notice of a meeting in private.
    public let secondDeadline: Day

    /// - Parameters:
    ///   - first: the first day on which it may be decided.
    ///   - days: as the body’s rules have it.
    ///   - moment: when it is published.
    public init(before first: Day, days: Int = Self.usualDays, publishedAt moment: Date, closures: Closures) {
        let full = ClearDays(days, counting: .calendar, closures: closures)
        let five = ClearDays(5, counting: .working, closures: closures)
        deadline = full.deadline(before: first)
        workingDeadline = full.counted(by: .working).latestPublication(before: first)
        given = full.notice(publishedAt: moment, before: first)
        fiveDays = five.notice(publishedAt: moment, before: first)
        secondDeadline = five.latestPublication(before: first)
    }

    public static let usualDays = 28
}

/// What a notice for the forward plan lacks (regulation 9(1) of SI 2012/2089; D91 to D93).
public struct PlanChecking {
    let statement: PlanStatement
    /// Nil while no day is entered.
    let reckoning: NoticeReckoning?
    let today: Day
    /// Whether a version is published already: what was told in time is then only corrected.
    let isPublished: Bool
    /// Whether a version that is published says that it is to be considered in private: the first notice of that was given.
    let isToldInPrivate: Bool

    /// - Parameter isToldInPrivate: nil where that is as ``isPublished``.
    public init(
        _ statement: PlanStatement, _ reckoning: NoticeReckoning?, on today: Day, isPublished: Bool,
        isToldInPrivate: Bool? = nil
    ) {
        (self.statement, self.reckoning, self.today, self.isPublished) = (statement, reckoning, today, isPublished)
        self.isToldInPrivate = isToldInPrivate ?? isPublished
    }

    public var missing: [MissingField] { (matter + papers + privacy + notice).compactMap(\.self) }

    private var matter: [MissingField?] {
        let maker = statement.maker
        return [
            wants(statement.title.isEmpty, "matter", "title", "Enter a title"),
            wants(statement.isKey == nil, "matter", "key", "Say whether a key decision is to be made"),
            wants(statement.matter.isEmpty, "matter", "matter", "Enter the matter on which it is to be made"),
            wants(maker.kind == nil, "matter", "kind", "Say whether a body, a member or an officer decides"),
            wants(maker.name.isEmpty, "matter", "maker", "Enter who decides, by name and title or as a body"),
            wants(
                maker.kind == .body && maker.members.isEmpty, "matter", "members",
                "List who is on the body that decides"),
            wants(
                statement.from == nil, "matter", "from", "Enter the day, or the first of the period, of the decision"),
            wants(
                statement.until.map { until in statement.from.map { until < $0 } ?? false } ?? false, "matter", "until",
                "Enter a last day that is not before the first"),
        ]
    }

    private var papers: [MissingField?] {
        [
            wants(
                !statement.documents.isAnswered, "papers", "documents",
                "List the documents to be submitted, or enter None"),
            wants(statement.copies.isEmpty, "papers", "copies", "Enter the address from which copies are to be had"),
            wants(statement.further.isEmpty, "papers", "further", "Say that other documents may be submitted"),
            wants(
                statement.requests.isEmpty, "papers", "requests",
                "Say how to ask for documents as they become available"),
        ]
    }

    private var privacy: [MissingField?] {
        let privacy = statement.privacy
        let isPrivate = privacy.isPrivate == true
        let isSecondHalf = privacy.representations.isAnswered != !privacy.response.isEmpty
        return [
            wants(privacy.isPrivate == nil, "privacy", "private", "Say whether it is to be considered in private"),
            wants(
                isPrivate && privacy.reasons.isEmpty, "privacy", "reasons", "Say why the meeting is to be in private"),
            wants(
                isPrivate && privacy.paragraphs.isEmpty, "privacy", "paragraphs",
                "Enter the paragraphs of Schedule 12A by which it is in private"),
            wants(
                isPrivate && isSecondHalf, "privacy", "response",
                "For the second notice enter both the representations, or None, and the response"),
            wants(
                isPrivate && privacy.hasSecond && privacy.agreement.isEmpty && reckoning?.fiveDays.isEnough == false,
                "privacy", "agreement",
                "The second notice comes fewer than five clear days before: say who agreed that it cannot be deferred"),
            wants(
                isPrivate && !isToldInPrivate && privacy.agreement.isEmpty && reckoning?.given.isEnough == false,
                "privacy", "agreement",
                "The first notice comes fewer than 28 clear days before: say who agreed that it cannot be deferred"),
        ]
    }

    private var notice: [MissingField?] {
        guard statement.isKey == true, let reckoning, !isPublished else { return [] }
        let notice = statement.notice
        let late = "it had to be published by \(reckoning.deadline.words)"
        guard notice.way != .full else {
            return [
                wants(
                    !reckoning.given.isEnough, "notice", "way",
                    "Choose another day or a way of shorter notice: for \(reckoning.given.needed.grouped) clear days \(late)"
                )
            ]
        }
        let told = notice.way == .general ? "were told in writing" : "agreed"
        return [
            wants(notice.chair.isEmpty, "notice", "chair", "Enter the chair of scrutiny, or who acted for them"),
            wants(notice.on == nil, "notice", "on", "Enter the day on which they \(told)"),
            wants(
                notice.on.map { $0 > today } ?? false, "notice", "on",
                "Enter a day that has come: they \(told) before this"),
            wants(notice.why.isEmpty, "notice", "why", "Say why the full notice was impracticable"),
            wants(
                notice.way == .general && !reckoning.fiveDays.isEnough, "notice", "way",
                "The general exception needs five clear days, and there are \(reckoning.fiveDays.clearDays.grouped). Choose another day, or special urgency"
            ),
        ]
    }

    private func wants(_ isWanting: Bool, _ part: String, _ field: String, _ message: String) -> MissingField? {
        isWanting ? MissingField(part, field, message) : nil
    }
}
