import Foundation
import Hummingbird
import Membership
import Press
import Publishing
import Storage
import Web
import Wording

/// Everything that minutes are taken with.
public struct MinutesDesk: Sendable {
    let meetings: any MeetingDesk
    let minutes: MinutesStore
    let standings: MinutesStandingStore
    let actions: ActionStore
    let publications: PublicationStore
    let identities: Identities
    let printer: MinutesPrinter
    var now: @Sendable () -> Date
    let today: @Sendable () -> Day

    public init(
        _ database: Database, identities: Identities, meetings: any MeetingDesk, printing: Printing,
        news: (any DecisionNews)? = nil, now: @escaping @Sendable () -> Date, today: @escaping @Sendable () -> Day
    ) {
        (self.meetings, self.identities) = (meetings, identities)
        minutes = MinutesStore(database, identities: identities)
        standings = MinutesStandingStore(database, identities: identities, news: news)
        actions = ActionStore(database)
        publications = PublicationStore(database, identities: identities)
        printer = MinutesPrinter(printing: printing)
        (self.now, self.today) = (now, today)
    }

    /// Minutes with how they stand, and what their reader may see of them.
    struct Opened {
        let meeting: MinutedMeeting
        let record: MinutesRecord
        let standing: MinutesStanding
        let writes: Bool
        /// Nil where there is nothing to read for them yet.
        let document: MinutesDocument?
        /// As a meeting confirmed them; nil before that.
        var confirmed: MinutesDocument?

        var seesClosed: Bool { writes || meeting.isReadByMember }
        var address: Address { "/committees/meetings/\(meeting.id)/minutes" }
        var crumbs: [Mention] {
            [
                Mention(at: "/home", titled: "Home"), Mention(at: "/committees", titled: "Meetings"),
                Mention(at: "/committees/meetings/\(meeting.id)", titled: meeting.title),
            ]
        }
    }

    /// The minutes in the address. Drafts are for who takes minutes, and once circulated for who sits on the body; what is
    /// confirmed is for everybody who may know of the meeting.
    func opened(_ context: MemberContext) async throws -> Opened {
        guard let id = context.parameters.get("meeting").flatMap({ ID<MinutedMeeting>($0) }),
            let meeting = try await meetings.meeting(id, for: context.member)
        else { throw HTTPError(.notFound) }
        let (record, standing) = (
            try await minutes.record(of: meeting), try await standings.standing(of: id)
        )
        let writes = context.member.may(.takeMinutes)
        var (document, confirmed): (MinutesDocument?, MinutesDocument?)
        if let confirmation = standing.confirmation {
            confirmed = try MinutesDocument(written: confirmation.content)
            document = confirmed?.summarised(by: record)
        } else if writes {
            document = MinutesDocument(record, numbers: standing.numbers)
        } else if meeting.isReadByMember, let last = standing.circulations.last {
            document = try await circulated(last, meeting, standing)
        }
        return Opened(
            meeting: meeting, record: record, standing: standing, writes: writes, document: document,
            confirmed: confirmed)
    }

    /// The minutes as they were sent round.
    func circulated(
        _ circulation: MinutesStanding.Circulation, _ meeting: MinutedMeeting, _ standing: MinutesStanding
    ) async throws -> MinutesDocument {
        MinutesDocument(try await record(of: meeting, upTo: circulation), numbers: standing.numbers)
    }

    func record(of meeting: MinutedMeeting, upTo circulation: MinutesStanding.Circulation) async throws -> MinutesRecord
    {
        try await record(of: meeting) { $0.number <= circulation.upTo }
    }

    /// What stood in them once some of the deeds were written, and no others.
    func record(
        of meeting: MinutedMeeting, where isWritten: (WrittenDeed) -> Bool
    ) async throws -> MinutesRecord {
        var record = MinutesRecord(of: meeting)
        for written in try await minutes.deeds(of: meeting) where isWritten(written) {
            record.apply(written.deed, number: written.number)
        }
        return record
    }

    func pdf(of opened: Opened, _ document: MinutesDocument) async throws -> [UInt8] {
        let confirmed = opened.standing.confirmation
        return try await printer.pdf(
            of: document, withClosed: opened.seesClosed,
            state: confirmed.map { "Confirmed on \($0.on.words)" } ?? opened.standing.title, isDraft: confirmed == nil,
            at: confirmed?.at ?? now())
    }
}
