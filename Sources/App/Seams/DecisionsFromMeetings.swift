import Decisions
import Meetings
import Membership
import Minutes
import Storage
import WorkingDays

/// What the register of decisions is told of bodies and their rules.
struct DecidingBodiesFromMeetings: DecidingBodyDesk {
    let database: Database
    let identities: Identities
    let today: @Sendable () -> Day

    func bodies() async throws -> [DecidingBody] {
        let (structure, rules) = (
            try await BodyStore(database, identities: identities).structure(), RulesStore(database)
        )
        let day = today()
        var found: [DecidingBody] = []
        for body in structure.bodiesInOrder(on: day) where !body.details.regime.isNeverPublic {
            let own = try await rules.rules(of: body, on: day)
            let isExecutive = [.executiveEngland, .executiveWales].contains(body.details.regime)
            found.append(
                DecidingBody(
                    key: body.id.description, name: body.name, isExecutive: isExecutive, noticeDays: own?.noticeDays,
                    callInDays: own?.callInDays, source: own?.source ?? "",
                    members: structure.seats(of: body.id, on: day).filter { $0.role.votes }.compactMap { seat in
                        seat.holder(on: day).map { $0.name + (seat.role == .chair ? " (Chair)" : "") }
                    }))
        }
        return found
    }

    func closures() async throws -> Closures {
        try await RulesStore(database).closures().asDays
    }
}

/// What meetings resolved, by their circulated and confirmed minutes.
struct ResolutionsFromMinutes: ResolutionDesk {
    let meetings: MeetingDesks
    let minutes: MinutesDesk
    let database: Database
    let identities: Identities
    let today: @Sendable () -> Day

    /// So many days back, and so many meetings: what is older was recorded or is not going to be.
    private static let (days, most) = (400, 40)

    func resolutions(for member: Member) async throws -> [Resolution] {
        let structure = try await BodyStore(database, identities: identities).structure()
        var held: [Meeting] = []
        for body in structure.bodies where !body.details.regime.isNeverPublic {
            held += try await meetings.meetingsHeld(of: body.id, after: today().adding(days: -Self.days))
        }
        var found: [Resolution] = []
        for meeting in held.sorted(by: { ($0.day, $0.id) > ($1.day, $1.id) }).prefix(Self.most) {
            guard let id = ID<MinutedMeeting>(meeting.id.description) else { continue }
            found += try await minutes.resolved(in: id, for: member).map { resolved in
                Resolution(
                    key: resolved.key, body: resolved.body, bodyName: resolved.bodyName, day: resolved.day,
                    title: resolved.title, points: resolved.points, interests: resolved.interests,
                    isConfirmed: resolved.isConfirmed)
            }
        }
        return found
    }
}
