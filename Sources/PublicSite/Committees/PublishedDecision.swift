import Foundation
import Publishing
import Storage
import Web
import Wording

/// Something that was decided, with the minutes that say so.
struct PublishedDecision {
    let meeting: AnnouncedMeeting
    let minutes: Publication
    let version: PublishedVersion
    let item: PublishedMinutes.Item
    let isDraft: Bool

    /// The minutes, as they stand.
    var address: Address { version.address(in: minutes) }

    /// Those of a body, or of all, the newest first.
    static func all(_ committees: PublishedCommittees, of body: PublishedCommittees.Committee? = nil) -> [Self] {
        committees.meetings.reversed().filter { body == nil || $0.now.body.id == body?.key }.flatMap { meeting in
            guard let (publication, minutes) = committees.minutes(of: meeting), let version = publication.current else {
                return [PublishedDecision]()
            }
            return minutes.items.filter { !$0.decisions.isEmpty }.map {
                PublishedDecision(
                    meeting: meeting, minutes: publication, version: version, item: $0,
                    isDraft: minutes.confirmedOn == nil)
            }
        }
    }

    /// What was said of minutes and decisions, for news readers.
    static func entries(_ decisions: [PublishedDecision]) -> [AtomFeed.Entry] {
        decisions.map { decision in
            AtomFeed.Entry(
                id: NamedUUID(
                    "decision", decision.minutes.id.description, "\(decision.version.number)", decision.item.key),
                title: "\(decision.item.title): \(decision.meeting.now.title), \(decision.meeting.now.day.words)",
                at: decision.version.publishedAt, address: decision.address,
                summary: decision.item.decisions.map(\.text).joined(separator: "\n"))
        }
    }

    /// Each version of minutes that stands, for news readers.
    static func minuteEntries(
        _ committees: PublishedCommittees, of body: PublishedCommittees.Committee?
    ) -> [AtomFeed.Entry] {
        committees.meetings.filter { body == nil || $0.now.body.id == body?.key }.flatMap { meeting in
            MeetingFeed(
                meetings: [meeting]
            ).papers { $0.role == .minutes || $0.role == .decisions }
        }
    }
}

/// Decisions one below another, as a page shows them.
struct DecisionList {
    let decisions: [PublishedDecision]
    /// Whether each says whose it is.
    let namesBody: Bool

    var html: HTML {
        """
        <ul class="decision-list">
        \(decisions.html(item))
        </ul>
        """
    }

    private func item(_ decision: PublishedDecision) -> HTML {
        let meeting = decision.meeting.now
        return """
            <li class="decision-list__item">
            <h3 class="decision-list__title"><a href="\(decision.address)">\(decision.item.title)</a></h3>
            <p class="decision-list__about">\(namesBody ? "\(meeting.title), " : "")\(meeting.day.words) · minute \
            \(decision.item.number)\(decision.isDraft ? " " + Tag("Draft minutes", .waiting).html : "" as HTML)</p>
            \(decision.item.decisions.html(decided))
            </li>

            """
    }

    private func decided(_ decision: PublishedMinutes.Decision) -> HTML {
        decision.points.count == 1
            ? "<p><strong>\(decision.style)</strong>: \(decision.points[0])</p>"
            : "<p><strong>\(decision.style)</strong>:</p><ol>\(decision.points.html { "<li>\($0)</li>" })</ol>"
    }
}
