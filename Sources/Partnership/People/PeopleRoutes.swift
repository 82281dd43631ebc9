import Hummingbird
import Membership
import Storage
import Web

/// `/partnership/people`.
struct PeopleRoutes: Sendable {
    let who: WhoIsWho
    /// All that the program declares, to say what seats let a person do.
    let permissions: Set<Permission>
    /// Whether an invitation can be sent by email.
    let sendsMail: Bool

    func add(to routes: inout Routes) {
        routes.members(.get, "/partnership/people", may: .seeWhoIsWho) { request, context in
            let people = try await who.people.people()
            let pages = pages(
                of: try await who.structure(shownTo: context), try await who.agencies.agencies(), context)
            let visit = sendsMail && pages.seesAll ? context.visit : nil
            return .page(pages.list(people, done: done(request, among: people), inviting: visit))
        }
        routes.members(.get, "/partnership/people/new", may: .keepPeople) { _, context in
            let agencies = try await who.agencies.agencies()
            return .page(PeopleFormPages.add(Answers(), agencies: agencies).page(for: context.visit))
        }
        routes.members(.post, "/partnership/people", may: .keepPeople, use: add)
        routes.members(.get, "/partnership/people/{person}", may: .seeWhoIsWho, use: one)
        details.add(to: &routes, at: "/partnership/people/{person}/details", may: .keepPeople)
        routes.members(.get, "/partnership/people/{person}/membership/{deed}", may: .keepPeople) { _, context in
            let (person, deed) = (try await found(context), try deed(context))
            return .page(PeopleFormPages.confirmation(deed, of: person).page(for: context.visit))
        }
        routes.members(.post, "/partnership/people/{person}/membership/{deed}", may: .keepPeople, use: move)
    }

    private func one(_ request: Request, _ context: MemberContext) async throws -> Reply {
        let reader = context.member.id
        guard let id = id(context), let found = try await who.people.seated(id, asFor: reader) else {
            throw HTTPError(.notFound)
        }
        let person = found.person
        let pages = pages(of: who.shown(found.structure, to: context), found.agencies, context)
        let roles = Set(pages.structure.seats(for: person.id, on: who.today).map(\.role))
        let may = permissions.filter { !$0.holders.isDisjoint(with: roles) }.sorted { $0.name < $1.name }
        return .page(
            pages.one(
                person, mayDo: may, isSelf: person.id == reader,
                wayIn: WayIn(person: person, sendsMail: sendsMail, partnership: who.profile.name).html(
                    for: context.visit),
                isInvited: request.uri.queryParameters["invited"] != nil
            ).afterSaving(request))
    }

    private func add(_ form: Form, _ context: MemberContext) async throws -> Reply {
        let agencies = try await who.agencies.agencies()
        return try await answering(
            context.visit, again: { PeopleFormPages.add(Answers(form), agencies: agencies, refusals: $0) }
        ) {
            let ids = try await who.people.add(
                [PeopleFormPages.read(Answers(form))], by: context.member.actor, at: who.now())
            guard let id = ids.first else { throw HTTPError(.badRequest) }
            return "/partnership/people/\(id)"
        }
    }

    private var details: RecordForm<(person: Participant, agencies: [Agency]), PersonDetails> {
        RecordForm(
            questions: PeopleFormPages.questions, changes: who.changes,
            stored: { context in
                guard let id = id(context), let found = try await who.people.personAndAgencies(id) else {
                    throw HTTPError(.notFound)
                }
                return found
            },
            subject: { .init("person", $0.person.id) },
            answers: { PeopleFormPages.answers(about: $0.person.details) },
            page: { PeopleFormPages.details(of: $0.person, $1, agencies: $0.agencies, refusals: $2) },
            read: { try PeopleFormPages.read($0) }, isStored: { $0.person.details == $1 },
            save: { record, details, context in
                try await who.people.change(record.person, to: details, by: context.member, at: who.now())
            }, done: { "/partnership/people/\($0.person.id)" })
    }

    private func move(_ form: Form, _ context: MemberContext) async throws -> Reply {
        let (person, deed) = (try await found(context), try deed(context))
        return try await answering(
            context.visit, again: { PeopleFormPages.confirmation(deed, of: person, refusals: $0) }
        ) {
            var check = Check(form)
            let why = check.text("why", longest: 500)
            try check.refusals.check()
            try await who.people.move(
                person.id, by: deed, as: context.member, why: why.isEmpty ? nil : why, at: who.now())
            return "/partnership/people/\(person.id)"
        }
    }

    private func done(_ request: Request, among people: [Participant]) -> PeoplePages.Done {
        let left = Set((request.asked("not") ?? "").split(separator: ",").compactMap { ID<Person>(String($0)) })
        return PeoplePages.Done(
            added: request.asked("added").flatMap { Int($0) }, invited: request.asked("invited").flatMap { Int($0) },
            notInvited: people.filter { left.contains($0.id) })
    }

    private func pages(of structure: Structure, _ agencies: [Agency], _ context: MemberContext) -> PeoplePages {
        PeoplePages(
            today: who.today, now: who.now(), structure: structure, agencies: agencies,
            mayKeep: context.member.may(.keepPeople), seesAll: context.session.may(.keepPeople))
    }

    private func deed(_ context: MemberContext) throws -> MembershipDeed {
        guard let deed = context.parameters.get("deed").flatMap({ MembershipDeed(rawValue: $0) }) else {
            throw HTTPError(.notFound)
        }
        return deed
    }

    private func id(_ context: MemberContext) -> ID<Person>? {
        context.parameters.get("person").flatMap { ID<Person>($0) }
    }

    private func found(_ context: MemberContext) async throws -> Participant {
        guard let id = id(context), let person = try await who.people.person(id) else { throw HTTPError(.notFound) }
        return person
    }
}
