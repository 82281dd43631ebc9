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
            var page = AgencyFormPages.add(answers)
            if let added = request.asked("added").flatMap({ ID<Agency>($0) }),
                let agency = try await who.agencies.agency(added)
            {
                page.notice = Notice(.success, "\(agency.name) was added")
            }
            return .page(page.page(for: context.visit))
        }
        routes.members(.post, "/partnership/agencies", may: .keepStructure, use: add)
        routes.members(.get, "/partnership/agencies/{agency}", may: .seeWhoIsWho, use: one)
        details.add(to: &routes, at: "/partnership/agencies/{agency}/details", may: .keepStructure)
        departure.add(to: &routes, at: "/partnership/agencies/{agency}/departure", may: .keepStructure)
        liaison.add(to: &routes, at: "/partnership/agencies/{agency}/liaison-officer", may: .keepStructure)
        area.add(to: &routes, at: "/partnership/area", may: .keepStructure)
        routes.members(.post, "/partnership/agencies/{agency}/return", may: .keepStructure) { _, context in
            let agency = try await found(context)
            return try await pressing("/partnership/agencies/\(agency.id)") {
                try await who.agencies.end(agency, on: nil, by: context.member.actor, at: who.now())
            }
        }
    }

    private var details: RecordForm<Agency, AgencyDetails> {
        RecordForm(
            questions: AgencyFormPages.questions, changes: who.changes, stored: found, subject: Self.subject,
            answers: { AgencyFormPages.answers(about: $0) },
            page: { AgencyFormPages.details(of: $0, $1, refusals: $2) },
            read: { try AgencyFormPages.read($0) }, isStored: { $0.details == $1 },
            save: { agency, details, context in
                try await who.agencies.change(agency, to: details, by: context.member.actor, at: who.now())
            }, done: Self.place)
    }

    private var departure: RecordForm<Agency, Day> {
        .ending(
            at: { who.today }, inEntries: "takes part until", changes: who.changes, stored: found,
            subject: Self.subject,
            term: \.term, ask: "Enter the day on which its part ends",
            page: { AgencyFormPages.departure(of: $0, $1, refusals: $2) },
            save: { agency, day, context in
                try await who.agencies.end(agency, on: day, by: context.member.actor, at: who.now())
            }, done: Self.place)
    }

    private var liaison: RecordForm<(agency: Agency, people: [Participant]), (person: ID<Person>?, from: Day)> {
        RecordForm(
            questions: [RecordQuestion("person", inEntries: "liaison officer")], changes: who.changes,
            stored: { context in (try await found(context), try await who.people.people()) },
            subject: { Self.subject($0.agency) },
            answers: { Answers(["person": $0.agency.lastingLiaisonOfficer.map { "\($0.person)" } ?? ""]) },
            proposed: { record in
                let now = record.agency.liaisonOfficer(on: who.today)
                return Answers(["person": now.map { "\($0.person)" } ?? "", "day": who.today.typed])
            },
            page: { AgencyFormPages.liaison(for: $0.agency, people: $0.people, $1, refusals: $2) },
            read: { answers in
                var check = Check(answers)
                let person = check.id("person", of: Person.self)
                let day = check.day("day", ask: "Enter the day from which it holds")
                return try check.checked { day.map { (person, $0) } }
            },
            save: { record, named, context in
                try await who.liaison.name(
                    named.person, for: record.agency, from: named.from, by: context.member.actor, at: who.now())
            }, done: { Self.place($0.agency) })
    }

    private var area: RecordForm<PartnershipArea?, PartnershipArea> {
        let partnership = who.partnership
        return RecordForm(
            questions: [RecordQuestion("country"), RecordQuestion("councils")], changes: who.changes,
            stored: { _ in try await who.area.area() }, subject: { _ in .init("partnership", partnership) },
            answers: { AgencyFormPages.answers(about: $0) }, page: { AgencyFormPages.area($1, refusals: $2) },
            read: { try AgencyFormPages.readArea($0) }, isStored: { $0 == $1 },
            save: { known, area, context in
                try await who.area.set(area, insteadOf: known, by: context.member.actor, at: who.now())
            }, done: { _ in "/partnership/agencies" })
    }

    @Sendable
    private static func subject(_ agency: Agency) -> Entry.Subject { .init("agency", agency.id) }

    @Sendable
    private static func place(_ agency: Agency) -> Address { "/partnership/agencies/\(agency.id)" }

    private func list(_ request: Request, _ context: MemberContext) async throws -> Reply {
        .page(
            try await pages(context).list(
                who.agencies.agencies(), gaps: who.gaps(), country: who.area.area()?.country
            ).afterSaving(request))
    }

    private func one(_ request: Request, _ context: MemberContext) async throws -> Reply {
        let agency = try await found(context)
        let structure = try await who.structure(shownTo: context)
        let seats = structure.seats.filter { $0.agency == agency.id && $0.term.holds(on: who.today) }
            .compactMap { seat in structure.body(seat.body).map { (body: $0, seat: seat) } }
            .filter { $0.body.term.holds(on: who.today) }
        return .page(pages(context).one(agency, seats: seats, for: context.visit).afterSaving(request))
    }

    private func add(_ form: Form, _ context: MemberContext) async throws -> Reply {
        try await answering(context.visit, again: { AgencyFormPages.add(Answers(form), refusals: $0) }) {
            let id = try await who.agencies.add(
                AgencyFormPages.read(Answers(form)), by: context.member.actor, at: who.now())
            return FormPage.asksForAnother(form)
                ? ("/partnership/agencies/new" as Address).asking(["added": "\(id)"]) : "/partnership/agencies/\(id)"
        }
    }

    private func pages(_ context: MemberContext) -> AgencyPages {
        AgencyPages(today: who.today, mayChange: context.member.may(.keepStructure))
    }

    @Sendable
    private func found(_ context: MemberContext) async throws -> Agency {
        guard let id = context.parameters.get("agency").flatMap({ ID<Agency>($0) }),
            let agency = try await who.agencies.agency(id)
        else { throw HTTPError(.notFound) }
        return agency
    }
}
