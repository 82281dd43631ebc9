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
        routes.members(.get, "/partnership/seats/{seat}", may: .seeWhoIsWho) { _, context in
            let (seat, body) = try await found(context)
            return .page(try await who.bodyPages(context).seat(seat, on: body))
        }
        routes.members(.get, "/partnership/seats/{seat}/details", may: .keepStructure) { _, context in
            let (seat, body) = try await found(context)
            return .page(try await forms(for: body).details(of: seat, nil).page(for: context.visit))
        }
        routes.members(.post, "/partnership/seats/{seat}/details", may: .keepStructure, use: change)
        routes.members(.get, "/partnership/seats/{seat}/closure", may: .keepStructure) { _, context in
            let (seat, body) = try await found(context)
            return .page(try await forms(for: body).closure(of: seat, todayAnswer).page(for: context.visit))
        }
        routes.members(.post, "/partnership/seats/{seat}/closure", may: .keepStructure, use: end)
        routes.members(.post, "/partnership/seats/{seat}/return", may: .keepStructure) { _, context in
            let seat = try await found(context).seat
            try await who.seats.end(seat.id, on: nil, by: context.member.actor, at: who.now())
            return .redirect(to: "/partnership/seats/\(seat.id)")
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

    private func change(_ form: Form, _ context: MemberContext) async throws -> Reply {
        let (seat, body) = try await found(context)
        let forms = try await forms(for: body)
        return try await answering(
            context.visit, again: { forms.details(of: seat, Answers(form), refusals: $0) }
        ) {
            var check = Check(form)
            let title = check.text("title", ask: "Enter what the seat is called")
            let agency = check.id("agency", of: Agency.self)
            try await who.seats.change(
                seat.id, title: check.checked { title }, agency: agency, by: context.member.actor, at: who.now())
            return "/partnership/seats/\(seat.id)"
        }
    }

    private func end(_ form: Form, _ context: MemberContext) async throws -> Reply {
        let (seat, body) = try await found(context)
        let forms = try await forms(for: body)
        return try await answering(
            context.visit, again: { forms.closure(of: seat, Answers(form), refusals: $0) }
        ) {
            var check = Check(form)
            let day = check.day("day", ask: "Enter the day on which it ends")
            try await who.seats.end(seat.id, on: check.checked { day }, by: context.member.actor, at: who.now())
            return "/partnership/seats/\(seat.id)"
        }
    }

    private var todayAnswer: Answers { Answers(["day": who.today.typed]) }

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
    func seatForms(for body: Body) async throws -> SeatFormPages {
        SeatFormPages(
            body: body, agencies: try await agencies.agencies().filter { !$0.term.hasEnded(on: today) },
            people: try await people.people())
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
            structure: try await bodies.structure(), agencies: try await agencies.agencies(), today: today,
            visit: context.visit, mayChange: context.member.may(.keepStructure),
            maySeat: context.member.may(.keepPeople))
    }
}
