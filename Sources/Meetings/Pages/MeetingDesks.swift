import Foundation
import Hummingbird
import Membership
import Press
import Publishing
import Storage
import Web
import WorkingDays

/// Everything that meetings are arranged with.
public struct MeetingDesks: Sendable {
    let meetings: MeetingStore
    let agendas: AgendaStore
    let reviews: ReviewStore
    let packs: CombinedPackStore
    let places: ArisingStore
    let arisingDesk: any ArisingDesk
    let privateNotices: any PrivateNoticeDesk
    let rules: RulesStore
    let overrides: OverrideStore
    let publicTerms: PublicTermsStore
    let bodies: BodyStore
    let people: PersonStore
    let agencies: AgencyStore
    let committees: CommitteeStore
    let publications: PublicationStore
    let notices: MeetingNoticeStore
    let files: KeptFiles
    let identities: Identities
    let database: Database
    let reports: any ReportDesk
    let printing: Printing
    let outside: (@Sendable (Address) -> String)?
    var now: @Sendable () -> Date
    var today: @Sendable () -> Day

    /// - Parameters:
    ///   - reports: where finished reports come from.
    ///   - arising: who keeps what waits for meetings.
    ///   - privateNotices: who knows what notice was given of business in private.
    ///   - outside: makes of an address within the site one that leads there from anywhere; nil where the site was not told
    ///     its own.
    public init(
        _ database: Database, identities: Identities, reports: any ReportDesk, arising: any ArisingDesk,
        privateNotices: any PrivateNoticeDesk, printing: Printing, outside: (@Sendable (Address) -> String)?,
        now: @escaping @Sendable () -> Date, today: @escaping @Sendable () -> Day
    ) {
        (self.database, self.identities, self.reports, self.printing) = (database, identities, reports, printing)
        meetings = MeetingStore(database, identities: identities)
        agendas = AgendaStore(database, identities: identities)
        reviews = ReviewStore(database, identities: identities)
        packs = CombinedPackStore(database)
        (rules, overrides) = (RulesStore(database), OverrideStore(database))
        publicTerms = PublicTermsStore(database)
        bodies = BodyStore(database, identities: identities)
        people = PersonStore(database, identities: identities)
        agencies = AgencyStore(database, identities: identities)
        committees = CommitteeStore(database)
        publications = PublicationStore(database, identities: identities)
        notices = MeetingNoticeStore(database)
        files = database.files
        (places, arisingDesk) = (ArisingStore(database, identities: identities), arising)
        self.privateNotices = privateNotices
        (self.now, self.today, self.outside) = (now, today, outside)
    }

    /// Where everybody reads of a meeting; nil where nobody was told of it.
    func publicPlace(of meeting: Meeting) async throws -> Address? {
        guard let announced = try await announced(meeting) else { return nil }
        return "/meetings/\(announced.bodySlug)/\(announced.step)"
    }

    func announced(_ meeting: Meeting) async throws -> AnnouncedMeeting? {
        guard let id = meeting.publishedID else { return nil }
        return try await notices.meeting(id)
    }

    /// Of meetings whose day is no earlier than today those that were held: everybody can read their minutes.
    func minuted() async throws -> Set<ID<Meeting>> {
        let announced = try await notices.meetings(from: today(), of: nil)
        return Set(announced.filter(\.isMinuted).compactMap { ID<Meeting>($0.id.description) })
    }

    /// A meeting with what it takes to show it.
    struct Found {
        let meeting: Meeting
        let body: Body
        let structure: Structure

        var address: Address { meeting.address }
        /// "Overview & Scrutiny Panel, 9 February 2016"
        var title: String { "\(body.name), \(meeting.day.words)" }
        var crumbs: [Mention] {
            [.home, .committees, Mention(at: "/committees/bodies/\(body.id)", titled: body.name)]
        }
    }

    /// The meeting in the address. One of a private panel is there for its members and for who arranges meetings.
    func found(_ context: MemberContext) async throws -> Found {
        guard let id = context.parameters.get("meeting").flatMap({ ID<Meeting>($0) }),
            let meeting = try await meetings.meeting(id)
        else { throw HTTPError(.notFound) }
        let structure = try await bodies.structure()
        guard let body = structure.body(meeting.body), sees(body, in: structure, context.member) else {
            throw HTTPError(.notFound)
        }
        return Found(meeting: meeting, body: body, structure: structure)
    }

    /// The body in the address.
    func body(_ context: MemberContext) async throws -> (body: Body, structure: Structure) {
        let structure = try await bodies.structure()
        guard let id = context.parameters.get("body").flatMap({ ID<Body>($0) }), let body = structure.body(id),
            sees(body, in: structure, context.member)
        else { throw HTTPError(.notFound) }
        return (body, structure)
    }

    func sees(_ body: Body, in structure: Structure, _ member: Member) -> Bool {
        body.details.regime != .privatePanel || member.may(.arrangeMeetings)
            || isSeated(member, on: body, in: structure)
    }

    /// Whether they sit on the body today, or may sit in for somebody.
    func isSeated(_ member: Member, on body: Body, in structure: Structure) -> Bool {
        structure.seats(of: body.id, on: today()).contains { $0.seats(member.id, on: today()) }
    }

    func deadlines(of found: Found) async throws -> MeetingDeadlines? {
        try await deadlines(of: found, rules.closures().asDays)
    }

    /// - Parameter closures: read once, where several meetings are asked about.
    func deadlines(of found: Found, _ closures: Closures) async throws -> MeetingDeadlines? {
        guard let rules = try await rules.rules(of: found.body, on: found.meeting.day) else { return nil }
        return MeetingDeadlines(
            of: found.meeting.day, under: rules,
            bringing: try await publicTerms.terms(of: found.body.id, on: found.meeting.day), closures: closures,
            overrides: try await overrides.overrides(of: found.meeting.id))
    }
}

extension Meeting {
    var address: Address { "/committees/meetings/\(id)" }
}

extension Mention {
    static let home = Mention(at: "/home", titled: "Home")
    static let committees = Mention(at: "/committees", titled: "Meetings")
}
