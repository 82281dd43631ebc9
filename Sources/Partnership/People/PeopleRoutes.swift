import DataFiles
import Foundation
import Hummingbird
import Membership
import Storage
import Web

/// `/partnership/people`.
struct PeopleRoutes: Sendable {
    let who: WhoIsWho
    let files: KeptFiles
    /// All that the program declares, to say what seats let a person do.
    let permissions: Set<Permission>
    /// Whether an invitation can be sent by email.
    let sendsMail: Bool

    func add(to routes: inout Routes) {
        routes.members(.get, "/partnership/people", may: .seeWhoIsWho) { request, context in
            let added = request.uri.queryParameters["added"].flatMap { Int($0) }
            return .page(try await pages(context).list(who.people.people(), added: added))
        }
        routes.members(.get, "/partnership/people/new", may: .keepPeople) { _, context in
            let agencies = try await who.agencies.agencies()
            return .page(PeopleFormPages.add(Answers(), agencies: agencies).page(for: context.visit))
        }
        routes.members(.post, "/partnership/people", may: .keepPeople, use: add)
        routes.members(.get, "/partnership/people/import", may: .keepPeople) { _, context in
            var page = PeopleFormPages.file()
            page.notice = .noRoom(in: files)
            return .page(page.page(for: context.visit))
        }
        routes.members(
            .post, "/partnership/people/import", may: .keepPeople,
            files: FileReceiver(keepingIn: files, limit: 1_000_000), use: take)
        routes.members(.get, "/partnership/people/{person}", may: .seeWhoIsWho, use: one)
        details.add(to: &routes, at: "/partnership/people/{person}/details", may: .keepPeople)
        routes.members(.get, "/partnership/people/{person}/membership/{deed}", may: .keepPeople) { _, context in
            let (person, deed) = (try await found(context), try deed(context))
            return .page(PeopleFormPages.confirmation(deed, of: person).page(for: context.visit))
        }
        routes.members(.post, "/partnership/people/{person}/membership/{deed}", may: .keepPeople, use: move)
    }

    private func one(_ request: Request, _ context: MemberContext) async throws -> Reply {
        let (person, pages) = (try await found(context), try await pages(context))
        let roles = Set(pages.structure.seats(for: person.id, on: who.today).map(\.role))
        let may = permissions.filter { !$0.holders.isDisjoint(with: roles) }.sorted { $0.name < $1.name }
        return .page(
            pages.one(
                person, mayDo: may, isSelf: person.id == context.member.id,
                invitation: sendsMail && person.canBeInvited
                    ? PressForm(
                        label: "Send an invitation by email", action: "/partnership/people/\(person.id)/invitation",
                        weight: .primary
                    ).html(for: context.visit) : nil,
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
            stored: { context in (try await found(context), try await who.agencies.agencies()) },
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

    /// Nobody is entered unless every row is right; then all of them are.
    private func take(_ form: Form, _ context: MemberContext) async throws -> Reply {
        try await answering(context.visit, again: { PeopleFormPages.file(refusals: $0) }) {
            guard let file = try form.files.first, let url = files.url(for: file.kept.hash) else {
                throw Refusals("Choose a file", field: "file")
            }
            let known = try await who.people.people().compactMap(\.details.email)
            let agencies = try await who.agencies.agencies().filter { !$0.term.hasEnded(on: who.today) }
            let people = try read([UInt8](Data(contentsOf: url)), named: file.name, agencies, Set(known))
            let ids = try await who.people.add(people, by: context.member.actor, at: who.now())
            return ("/partnership/people" as Address).asking(["added": "\(ids.count)"])
        }
    }

    private func read(
        _ bytes: [UInt8], named name: String, _ agencies: [Agency], _ known: Set<EmailAddress>
    ) throws -> [PersonDetails] {
        let file: PeopleFile
        do throws(DataFileError) {
            file = try PeopleFile(bytes, named: name, agencies: agencies, known: known)
        } catch {
            throw Refusals("\(error)", field: "file")
        }
        guard file.faults.isEmpty else {
            var refusals = Refusals(
                "Nobody was entered. Put right what is listed here, and give the file again", field: "file")
            for fault in file.faults.prefix(100) { refusals.add("\(fault)", field: "file") }
            if file.faults.count > 100 { refusals.add("And \(file.faults.count - 100) more.", field: "file") }
            throw refusals
        }
        return file.people
    }

    private func pages(_ context: MemberContext) async throws -> PeoplePages {
        PeoplePages(
            today: who.today, structure: try await who.bodies.structure(), agencies: try await who.agencies.agencies(),
            mayKeep: context.member.may(.keepPeople), seesEmails: context.session.may(.keepPeople))
    }

    private func deed(_ context: MemberContext) throws -> MembershipDeed {
        guard let deed = context.parameters.get("deed").flatMap({ MembershipDeed(rawValue: $0) }) else {
            throw HTTPError(.notFound)
        }
        return deed
    }

    private func found(_ context: MemberContext) async throws -> Participant {
        guard let id = context.parameters.get("person").flatMap({ ID<Person>($0) }),
            let person = try await who.people.person(id)
        else { throw HTTPError(.notFound) }
        return person
    }
}
