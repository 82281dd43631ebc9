import Hummingbird
import Membership
import Storage
import Web

/// `/partnership/seats`: seats, and who sits in them.
struct SeatRoutes: Sendable {
    let who: WhoIsWho

    func add(to routes: inout Routes) {
        routes.members(.get, "/partnership/bodies/{body}/seats/new", may: .keepStructure) { _, context in
            let answers = Answers(["role": Role.member.rawValue, "day": who.today.typed])
            return .page(try await forms(for: foundBody(context)).add(answers).page(for: context.visit))
        }
        routes.members(.post, "/partnership/bodies/{body}/seats", may: .keepStructure, use: add)
        routes.members(.get, "/partnership/seats/{seat}", may: .seeWhoIsWho) { request, context in
            let (seat, body) = try await found(context)
            let pages = try await who.bodyPages(context)
            return .page(pages.seat(pages.structure.seat(seat.id) ?? seat, on: body).afterSaving(request))
        }
        details.add(to: &routes, at: "/partnership/seats/{seat}/details", may: .keepStructure)
        closure.add(to: &routes, at: "/partnership/seats/{seat}/closure", may: .keepStructure)
        routes.members(.post, "/partnership/seats/{seat}/return", may: .keepStructure) { _, context in
            let seat = try await found(context).seat
            return try await pressing("/partnership/seats/\(seat.id)") {
                try await who.seats.end(seat, on: nil, by: context.member.actor, at: who.now())
            }
        }
    }

    private func add(_ form: Form, _ context: MemberContext) async throws -> Reply {
        let body = try await foundBody(context)
        let forms = try await forms(for: body)
        return try await answering(context.visit, again: { forms.add(Answers(form), refusals: $0) }) {
            var check = Check(form)
            let title = check.text("title", ask: "Enter what the seat is called")
            let role: Role? = check.choice("role", ask: "Choose a role")
            let agency = check.id("agency", of: Agency.self)
            let day = check.day("day", ask: "Enter the day from which there is such a seat")
            let (details, from) = try check.checked { () -> (SeatDetails, Day)? in
                guard let role, let day else { return nil }
                return (SeatDetails(title: title, role: role, agency: agency), day)
            }
            let id = try await who.seats.add(
                details, to: body.id, from: from, by: context.member.actor, at: who.now())
            return "/partnership/seats/\(id)"
        }
    }

    private typealias Opened = (forms: SeatFormPages, seat: Seat)

    private var details: RecordForm<Opened, (title: String, agency: ID<Agency>?)> {
        RecordForm(
            questions: SeatFormPages.questions, changes: who.changes, stored: opened, subject: Self.subject,
            answers: { SeatFormPages.answers(about: $0.seat) },
            page: { $0.forms.details(of: $0.seat, $1, refusals: $2) }, read: { try SeatFormPages.read($0) },
            isStored: { $0.seat.title == $1.title && $0.seat.agency == $1.agency },
            save: { opened, read, context in
                try await who.seats.change(
                    opened.seat, title: read.title, agency: read.agency, by: context.member.actor, at: who.now())
            }, done: Self.place)
    }

    private var closure: RecordForm<Opened, Day> {
        .ending(
            at: { who.today }, inEntries: "ends", changes: who.changes, stored: opened, subject: Self.subject,
            term: \.seat.term, ask: "Enter the day on which it ends",
            page: { $0.forms.closure(of: $0.seat, $1, refusals: $2) },
            save: { opened, day, context in
                try who.requireRight(toUnseatFrom: [opened.seat], context)
                try await who.seats.end(opened.seat, on: day, by: context.member.actor, at: who.now())
            }, done: Self.place)
    }

    @Sendable
    private static func subject(_ opened: Opened) -> Entry.Subject { .init("seat", opened.seat.id) }

    @Sendable
    private static func place(_ opened: Opened) -> Address { "/partnership/seats/\(opened.seat.id)" }

    @Sendable
    private func opened(_ context: MemberContext) async throws -> Opened {
        let (seat, body) = try await found(context)
        return (try await forms(for: body), seat)
    }

    private func forms(for body: Body) async throws -> SeatFormPages {
        try await who.seatForms(for: body)
    }

    private func foundBody(_ context: MemberContext) async throws -> Body {
        guard let id = context.parameters.get("body").flatMap({ ID<Body>($0) }),
            let body = try await who.bodies.structure().body(id)
        else { throw HTTPError(.notFound) }
        return body
    }

    private func found(_ context: MemberContext) async throws -> (seat: Seat, body: Body) {
        try await who.seat(context)
    }
}

extension WhoIsWho {
    /// The bodies and seats as whoever asks may see them. Those who keep the structure, and those who seat people in it, see all.
    func structure(shownTo context: MemberContext) async throws -> Structure {
        shown(try await bodies.structure(), to: context)
    }

    /// - Parameter structure: with all seats of whoever asks.
    func shown(_ structure: Structure, to context: MemberContext) -> Structure {
        let keeps = context.member.may(.keepStructure) || context.member.may(.keepPeople)
        return keeps ? structure : structure.seen(by: context.member.id, on: today)
    }

    /// Whoever keeps the structure may end what nobody sits in. Where somebody else does, it takes away what they may do, which
    /// is for those who keep people.
    ///
    /// - Throws: `Refusals`
    func requireRight(toUnseatFrom seats: [Seat], _ context: MemberContext) throws(Refusals) {
        let sitting = seats.flatMap { $0.holders + $0.substitutes }
            .filter { !$0.term.hasEnded(on: today) && $0.person != context.member.id }
        guard let first = sitting.first, !context.session.may(.keepPeople) else { return }
        throw Refusals(
            "\(first.name) sits there, and this would take away what that lets them do. Ask an officer or an "
                + "administrator to end their time in the seat first", field: "day")
    }

    func seatForms(for body: Body) async throws -> SeatFormPages {
        SeatFormPages(
            body: body, agencies: try await agencies.agencies(), people: try await people.people(), today: today)
    }

    /// The seat in the address, with its body.
    func seat(_ context: MemberContext) async throws -> (seat: Seat, body: Body) {
        let structure = try await bodies.structure()
        guard let id = context.parameters.get("seat").flatMap({ ID<Seat>($0) }), let seat = structure.seat(id),
            let body = structure.body(seat.body)
        else { throw HTTPError(.notFound) }
        return (seat, body)
    }

    func bodyPages(_ context: MemberContext) async throws -> BodyPages {
        BodyPages(
            structure: try await structure(shownTo: context), agencies: try await agencies.agencies(), today: today,
            visit: context.visit, mayChange: context.member.may(.keepStructure),
            maySeat: context.member.may(.keepPeople))
    }
}
