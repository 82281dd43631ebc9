import Hummingbird
import Membership
import Storage
import Web

/// `/partnership/agencies` and `/partnership/area`.
struct AgencyRoutes: Sendable {
    let who: WhoIsWho

    func add(to routes: inout Routes) {
        routes.members(.get, "/partnership/agencies", may: .seeWhoIsWho, use: list)
        routes.members(.get, "/partnership/agencies/new", may: .keepStructure) { request, context in
            let kind = request.uri.queryParameters["kind"].map(String.init) ?? ""
            let standing = Agency.Kind(rawValue: kind).map { _ in Agency.Standing.responsible.rawValue }
            let answers = Answers(["kind": kind, "standing": standing ?? "", "day": who.today.typed])
            return .page(AgencyFormPages.add(answers).page(for: context.visit))
        }
        routes.members(.post, "/partnership/agencies", may: .keepStructure, use: add)
        routes.members(.get, "/partnership/agencies/{agency}", may: .seeWhoIsWho, use: one)
        routes.members(.get, "/partnership/agencies/{agency}/details", may: .keepStructure) { _, context in
            .page(AgencyFormPages.details(of: try await found(context), nil).page(for: context.visit))
        }
        routes.members(.post, "/partnership/agencies/{agency}/details", may: .keepStructure, use: change)
        routes.members(.get, "/partnership/agencies/{agency}/departure", may: .keepStructure) { _, context in
            let answers = Answers(["day": who.today.typed])
            return .page(AgencyFormPages.departure(of: try await found(context), answers).page(for: context.visit))
        }
        routes.members(.post, "/partnership/agencies/{agency}/departure", may: .keepStructure, use: end)
        routes.members(.post, "/partnership/agencies/{agency}/return", may: .keepStructure) { _, context in
            let agency = try await found(context)
            try await who.agencies.end(agency.id, on: nil, by: context.member.actor, at: who.now())
            return .redirect(to: "/partnership/agencies/\(agency.id)")
        }
        addLiaison(to: &routes)
        addArea(to: &routes)
    }

    private func addLiaison(to routes: inout Routes) {
        let path = "/partnership/agencies/{agency}/liaison-officer"
        routes.members(.get, path, may: .keepStructure) { _, context in
            let agency = try await found(context)
            let now = agency.liaisonOfficer(on: who.today)
            let answers = Answers(["person": now.map { "\($0.person)" } ?? "", "day": who.today.typed])
            return .page(
                AgencyFormPages.liaison(for: agency, people: try await who.people.people(), answers)
                    .page(for: context.visit))
        }
        routes.members(.post, path, may: .keepStructure) { form, context in
            let agency = try await found(context)
            let people = try await who.people.people()
            return try await answering(
                context.visit,
                again: { AgencyFormPages.liaison(for: agency, people: people, Answers(form), refusals: $0) }
            ) {
                var check = Check(form)
                let person = check.id("person", of: Person.self)
                let day = check.day("day", ask: "Enter the day from which it holds")
                try await who.liaison.name(
                    person, for: agency.id, from: check.checked { day }, by: context.member.actor, at: who.now())
                return "/partnership/agencies/\(agency.id)"
            }
        }
    }

    private func addArea(to routes: inout Routes) {
        routes.members(.get, "/partnership/area", may: .keepStructure) { _, context in
            let area = try await who.area.area()
            let answers = Answers(["country": area?.country.rawValue ?? "", "councils": area?.councils.rawValue ?? ""])
            return .page(AgencyFormPages.area(answers).page(for: context.visit))
        }
        routes.members(.post, "/partnership/area", may: .keepStructure) { form, context in
            try await answering(context.visit, again: { AgencyFormPages.area(Answers(form), refusals: $0) }) {
                try await who.area.set(AgencyFormPages.readArea(form), by: context.member.actor, at: who.now())
                return "/partnership/agencies"
            }
        }
    }

    private func list(_ request: Request, _ context: MemberContext) async throws -> Reply {
        .page(
            try await pages(context).list(
                who.agencies.agencies(), gaps: who.gaps(), country: who.area.area()?.country))
    }

    private func one(_ request: Request, _ context: MemberContext) async throws -> Reply {
        let agency = try await found(context)
        let structure = try await who.bodies.structure()
        let seats = structure.seats.filter { $0.agency == agency.id && $0.term.holds(on: who.today) }
            .compactMap { seat in structure.body(seat.body).map { (body: $0, seat: seat) } }
            .filter { $0.body.term.holds(on: who.today) }
        return .page(pages(context).one(agency, seats: seats, for: context.visit))
    }

    private func add(_ form: Form, _ context: MemberContext) async throws -> Reply {
        try await answering(context.visit, again: { AgencyFormPages.add(Answers(form), refusals: $0) }) {
            let id = try await who.agencies.add(
                AgencyFormPages.read(form), by: context.member.actor, at: who.now())
            return "/partnership/agencies/\(id)"
        }
    }

    private func change(_ form: Form, _ context: MemberContext) async throws -> Reply {
        let agency = try await found(context)
        return try await answering(
            context.visit, again: { AgencyFormPages.details(of: agency, Answers(form), refusals: $0) }
        ) {
            try await who.agencies.change(
                agency.id, to: AgencyFormPages.read(form), by: context.member.actor, at: who.now())
            return "/partnership/agencies/\(agency.id)"
        }
    }

    private func end(_ form: Form, _ context: MemberContext) async throws -> Reply {
        let agency = try await found(context)
        return try await answering(
            context.visit, again: { AgencyFormPages.departure(of: agency, Answers(form), refusals: $0) }
        ) {
            var check = Check(form)
            let day = check.day("day", ask: "Enter the day on which its part ends")
            try await who.agencies.end(
                agency.id, on: check.checked { day }, by: context.member.actor, at: who.now())
            return "/partnership/agencies/\(agency.id)"
        }
    }

    private func pages(_ context: MemberContext) -> AgencyPages {
        AgencyPages(today: who.today, mayChange: context.member.may(.keepStructure))
    }

    private func found(_ context: MemberContext) async throws -> Agency {
        guard let id = context.parameters.get("agency").flatMap({ ID<Agency>($0) }),
            let agency = try await who.agencies.agency(id)
        else { throw HTTPError(.notFound) }
        return agency
    }
}
