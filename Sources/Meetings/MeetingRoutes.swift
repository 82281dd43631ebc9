import Hummingbird
import Membership
import Storage
import Web
import Wording

/// `/committees`: the partnership's meetings, for those who arrange them and those who sit in them.
public struct MeetingRoutes: Sendable {
    private let desks: MeetingDesks

    public init(_ desks: MeetingDesks) {
        self.desks = desks
    }

    public func add(to routes: inout Routes) {
        routes.members(.get, "/committees", may: .readMeetings, use: all)
        routes.members(.get, "/committees/bodies/{body}", may: .readMeetings, use: ofBody)
        routes.members(.get, "/committees/bodies/{body}/meetings/new", may: .arrangeMeetings) { _, context in
            let (body, _) = try await desks.body(context)
            let last = try await desks.meetings.meetings(of: body.id).last
            return .page(forms(body).call(MeetingFormPages.proposal(after: last)).page(for: context.visit))
        }
        routes.members(.post, "/committees/bodies/{body}/meetings", may: .arrangeMeetings, use: call)
        routes.members(.get, "/committees/meetings/{meeting}", may: .readMeetings, use: one)
        routes.members(.get, "/committees/meetings/{meeting}/details", may: .arrangeMeetings) { _, context in
            let found = try await desks.found(context)
            let answers = MeetingFormPages.answers(about: found.meeting.details)
            return .page(forms(found.body).change(found.meeting, answers).page(for: context.visit))
        }
        routes.members(.post, "/committees/meetings/{meeting}/details", may: .arrangeMeetings, use: change)
        routes.members(.get, "/committees/meetings/{meeting}/calling-off", may: .arrangeMeetings) { _, context in
            let found = try await desks.found(context)
            return .page(forms(found.body).callOff(found.meeting, Answers()).page(for: context.visit))
        }
        routes.members(.post, "/committees/meetings/{meeting}/calling-off", may: .arrangeMeetings, use: callOff)
        routes.members(.post, "/committees/meetings/{meeting}/return", may: .arrangeMeetings) { _, context in
            let found = try await desks.found(context)
            return try await pressing(found.address) {
                try await desks.meetings.takeUpAgain(
                    found.meeting, of: found.body, by: context.member.actor, at: desks.now())
            }
        }
        routes.members(.post, "/committees/meetings/{meeting}/announcement", may: .arrangeMeetings, use: announce)
        DeadlineRoutes(desks: desks).add(to: &routes)
        RulesRoutes(desks: desks).add(to: &routes)
        PublicTermsRoutes(desks: desks).add(to: &routes)
        BodyPublicationRoutes(desks: desks).add(to: &routes)
        AgendaRoutes(desks: desks).add(to: &routes)
        PaperRoutes(desks: desks).add(to: &routes)
        AgendaPublicationRoutes(desks: desks).add(to: &routes)
        ReviewRoutes(desks: desks).add(to: &routes)
        CombinedPackRoutes(desks: desks).add(to: &routes)
    }

    private func forms(_ body: Body) -> MeetingFormPages {
        MeetingFormPages(
            body: body, crumbs: [.home, .committees, Mention(at: "/committees/bodies/\(body.id)", titled: body.name)])
    }

    private func all(_ request: Request, _ context: MemberContext) async throws -> Reply {
        let structure = try await desks.bodies.structure()
        let bodies = structure.bodiesInOrder(on: desks.today()).filter { desks.sees($0, in: structure, context.member) }
        let known = Set(bodies.map(\.id))
        let meetings = try await desks.meetings.meetings().filter { known.contains($0.body) }
        return .page(
            MeetingsPage(
                bodies: bodies, meetings: meetings, minuted: try await desks.minuted(), today: desks.today(),
                mayArrange: context.member.may(.arrangeMeetings),
                reviews: try await desks.reviewsDue(for: context.member),
                due: try await due(meetings.filter { $0.day >= desks.today() }.prefix(20), in: structure)
            ).page)
    }

    /// The next thing to do for each coming meeting.
    private func due(_ meetings: some Sequence<Meeting>, in structure: Structure) async throws -> [ID<Meeting>:
        Deadline]
    {
        var due: [ID<Meeting>: Deadline] = [:]
        let closures = try await desks.rules.closures().asDays
        for meeting in meetings where !meeting.isCalledOff {
            guard let body = structure.body(meeting.body) else { continue }
            let deadlines = try await desks.deadlines(
                of: .init(meeting: meeting, body: body, structure: structure), closures)
            due[meeting.id] = deadlines?.all.first { $0.day >= desks.today() }
        }
        return due
    }

    private func ofBody(_ request: Request, _ context: MemberContext) async throws -> Reply {
        let (body, structure) = try await desks.body(context)
        let meetings = try await desks.meetings.meetings(of: body.id)
        return .page(
            BodyMeetingsPage(
                body: body, meetings: meetings, minuted: try await desks.minuted(),
                due: try await due(meetings.filter { $0.day >= desks.today() }.prefix(20), in: structure),
                rules: try await desks.rules.rules(of: body, on: desks.today()),
                terms: try await desks.publicTerms.terms(of: body.id, on: desks.today()), today: desks.today(),
                mayArrange: context.member.may(.arrangeMeetings),
                told: BodyPublicationPart(
                    body: body, publication: try await desks.publication(of: body, in: structure),
                    mayPublish: context.member.may(.publishAgendas), visit: context.visit)
            ).page)
    }

    private func one(_ request: Request, _ context: MemberContext) async throws -> Reply {
        let found = try await desks.found(context)
        return .page(
            MeetingPage(
                found: found, place: try await desks.publicPlace(of: found.meeting),
                deadlines: try await desks.deadlines(of: found),
                agenda: try await desks.agendas.agenda(of: found.meeting.id),
                openings: try await desks.reviews.openings(of: found.meeting.id),
                packs: try await desks.packs.packs(of: found.meeting.id), moment: desks.moment,
                mayArrange: context.member.may(.arrangeMeetings), mayPublish: context.member.may(.publishAgendas),
                seesWithheld: desks.seesWithheld(of: found, context.member), visit: context.visit
            ).page)
    }

    private func call(_ form: Form, _ context: MemberContext) async throws -> Reply {
        let (body, _) = try await desks.body(context)
        return try await answering(context.visit, again: { forms(body).call(Answers(form), refusals: $0) }) {
            let all = try MeetingFormPages.readSeries(Answers(form))
            let ids = try await desks.meetings.call(all, of: body.id, by: context.member.actor, at: desks.now())
            guard ids.count == 1, let id = ids.first else { return "/committees/bodies/\(body.id)" }
            return "/committees/meetings/\(id)"
        }
    }

    private func change(_ form: Form, _ context: MemberContext) async throws -> Reply {
        let found = try await desks.found(context)
        let forms = forms(found.body)
        return try await answering(
            context.visit, again: { forms.change(found.meeting, Answers(form), refusals: $0) }
        ) {
            let details = try MeetingFormPages.read(Answers(form))
            guard Int(form["number"]) == found.meeting.now.number else {
                let now = found.meeting.now
                throw Refusals(
                    "\(now.by) changed this meeting at \(now.at.dayAndTime), while you were writing: it is now on "
                        + "\(now.details.when), \(now.details.place). What you typed stands here: look at it, and save again"
                )
            }
            do {
                try await desks.meetings.change(
                    found.meeting, of: found.body, to: details, because: form["why"], by: context.member.actor,
                    at: desks.now())
            } catch is ChangedMeanwhile {
                throw Refusals("Somebody saved at the very same moment. Load the meeting again")
            }
            return found.address
        }
    }

    private func callOff(_ form: Form, _ context: MemberContext) async throws -> Reply {
        let found = try await desks.found(context)
        return try await answering(
            context.visit, again: { forms(found.body).callOff(found.meeting, Answers(form), refusals: $0) }
        ) {
            var check = Check(form)
            let why = check.text("why", ask: "Say why it is called off", longest: 500)
            try check.refusals.check()
            try await desks.meetings.callOff(
                found.meeting, of: found.body, because: why, by: context.member.actor, at: desks.now())
            return found.address
        }
    }

    private func announce(_ form: Form, _ context: MemberContext) async throws -> Reply {
        let found = try await desks.found(context)
        return try await pressing(found.address) {
            guard !found.body.details.regime.isNeverPublic else { throw Refusals(MeetingsRefusal.neverPublic.reason) }
            try await desks.meetings.announce(
                found.meeting, of: found.body, by: context.member.actor, at: desks.now())
        }
    }
}
