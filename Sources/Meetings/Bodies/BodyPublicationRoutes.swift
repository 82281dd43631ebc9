import Membership
import Publishing
import Storage
import Web

/// What everybody is told of a body, beside what is kept of it.
struct BodyPublication {
    /// As it would be published now.
    let kept: PublishedBody
    /// As it was published last, and where; nil where it never was.
    let published: (slug: String, version: BodyVersion)?

    var number: Int { published?.version.number ?? 0 }
    /// What is kept and not told yet.
    var changes: [String] { published.map { kept.changes(since: $0.version.body) } ?? [] }
    /// What whoever publishes looked at.
    var fingerprint: String {
        let people = kept.seats.flatMap { seat in seat.holders.map { "\(seat.title) \($0)" } }
        return FileHash(of: Array(([kept.name, kept.purpose, "\(number)"] + people).joined(separator: "\n").utf8))
            .description
    }
}

extension MeetingDesks {
    /// Nil for a body of which nothing is ever laid before everybody (D2).
    func publication(of body: Body, in structure: Structure) async throws -> BodyPublication? {
        guard !body.details.regime.isNeverPublic else { return nil }
        let names = try await agencies.agencies().map { ($0.id, $0.name) }
        return BodyPublication(
            kept: PublishedBody(
                body, in: structure, agencies: Dictionary(names, uniquingKeysWith: { first, _ in first }),
                since: today().adding(years: -Self.yearsTold)),
            published: try await committees.published(body.id.description))
    }

    /// Who sat on a body is told for as long as one looks for who decided something (LGA 1972 s.100C: six years).
    private static let yearsTold = 6

    /// Tells everybody of a body, as it is kept now.
    ///
    /// - Throws: ``MeetingsRefusal``, `PublishingRefusal`, `DatabaseFault`
    func publish(
        _ body: Body, in structure: Structure, after before: Int, by actor: Entry.Actor
    ) async throws {
        guard let publication = try await publication(of: body, in: structure) else {
            throw MeetingsRefusal.neverPublic
        }
        try await committees.publish(
            publication.kept, as: body.id.description, after: before, by: actor, at: now())
    }
}

extension Day {
    /// The same day of another year; the last of February where there is none.
    fileprivate func adding(years: Int) -> Day {
        Day(year: year + years, month: month, number: number)
            ?? Day(year: year + years, month: month, number: number - 1) ?? self
    }
}

/// `/committees/bodies/{body}/publication`: what a body is and who sits on it, for everybody.
struct BodyPublicationRoutes: Sendable {
    let desks: MeetingDesks

    func add(to routes: inout Routes) {
        routes.members(.post, "/committees/bodies/{body}/publication", may: .publishAgendas) { form, context in
            let (body, structure) = try await desks.body(context)
            let place: Address = "/committees/bodies/\(body.id)"
            guard let publication = try await desks.publication(of: body, in: structure) else {
                throw Refusals(MeetingsRefusal.neverPublic.reason)
            }
            guard form["shown"] == publication.fingerprint else {
                throw Refusals(
                    "Somebody changed this body while you looked at it. Load its page again, and publish it then")
            }
            do {
                try await desks.publish(
                    body, in: structure, after: publication.number, by: context.member.actor)
            } catch let refusal as PublishingRefusal {
                throw Refusals(refusal.reason)
            }
            return .redirect(to: place)
        }
    }
}
