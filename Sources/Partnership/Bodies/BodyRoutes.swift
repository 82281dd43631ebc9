import Hummingbird
import Membership
import Press
import Storage
import Web

/// `/partnership` and `/partnership/bodies`.
struct BodyRoutes: Sendable {
    let who: WhoIsWho
    let papers: StructurePapers

    func add(to routes: inout Routes) {
        routes.members(.get, "/partnership", may: .seeWhoIsWho, use: structure)
        routes.members(.get, "/partnership/structure.pdf", may: .seeWhoIsWho, as: .printing, use: print)
        routes.members(.get, "/partnership/bodies/new", may: .keepStructure) { _, context in
            .page(try await forms().add(Answers(["day": who.today.typed])).page(for: context.visit))
        }
        routes.members(.post, "/partnership/bodies", may: .keepStructure, use: add)
        routes.members(.get, "/partnership/bodies/{body}", may: .seeWhoIsWho, use: one)
        details.add(to: &routes, at: "/partnership/bodies/{body}/details", may: .keepStructure)
        closure.add(to: &routes, at: "/partnership/bodies/{body}/closure", may: .keepStructure)
        routes.members(.post, "/partnership/bodies/{body}/return", may: .keepStructure) { _, context in
            let body = try await found(context)
            return try await pressing("/partnership/bodies/\(body.id)") {
                try await who.bodies.end(body, on: nil, by: context.member.actor, at: who.now())
            }
        }
    }

    private func structure(_ request: Request, _ context: MemberContext) async throws -> Reply {
        .page(
            StructurePage(
                profile: who.profile, structure: try await who.structure(shownTo: context),
                gaps: try await who.gaps().count,
                today: who.today, mayChange: context.member.may(.keepStructure),
                canPrint: await papers.press.status.canDraw
            ).page)
    }

    private func print(_ request: Request, _ context: MemberContext) async throws -> Reply {
        let agencies = try await who.agencies.agencies()
        let words = try await StructureWords(
            who.profile, structure: who.structure(shownTo: context), agencies: agencies, gaps: who.gaps(),
            country: who.area.area()?.country, accent: papers.accent, on: who.today)
        do {
            let pdf = try await papers.pdf(saying: words, at: who.now())
            return .shown(pdf, type: "application/pdf", named: "structure-\(who.today).pdf")
        } catch let error as PressError {
            let page = MissingPaper(
                "The PDF could not be made", because: "\(error)",
                instead: Mention(at: "/partnership", titled: "The structure"),
                crumbs: [PartnershipSections.home, PartnershipSections.structure]
            ).page
            return .page(page, status: .serviceUnavailable)
        }
    }

    private func one(_ request: Request, _ context: MemberContext) async throws -> Reply {
        let body = try await found(context)
        return .page(try await who.bodyPages(context).body(body).afterSaving(request))
    }

    private func add(_ form: Form, _ context: MemberContext) async throws -> Reply {
        let forms = try await forms()
        return try await answering(context.visit, again: { forms.add(Answers(form), refusals: $0) }) {
            let read = try BodyFormPages.read(Answers(form))
            let id = try await who.bodies.add(
                read.details, from: read.day, by: context.member.actor, at: who.now())
            return "/partnership/bodies/\(id)"
        }
    }

    private typealias Opened = (forms: BodyFormPages, body: Body)

    private var details: RecordForm<Opened, (details: BodyDetails, day: Day)> {
        RecordForm(
            questions: BodyFormPages.questions, changes: who.changes, stored: opened, subject: Self.subject,
            answers: { BodyFormPages.answers(about: $0.body) },
            page: { $0.forms.details(of: $0.body, $1, refusals: $2) }, read: { try BodyFormPages.read($0) },
            isStored: { $0.body.details == $1.details && $0.body.term.beginsOn == $1.day },
            save: { opened, read, context in
                try await who.bodies.change(
                    opened.body, to: read.details, from: read.day, by: context.member.actor, at: who.now())
            }, done: Self.place)
    }

    private var closure: RecordForm<Opened, Day> {
        .ending(
            at: { who.today }, inEntries: "ends", changes: who.changes, stored: opened, subject: Self.subject,
            term: \.body.term, ask: "Enter the day on which it ends",
            page: { $0.forms.closure(of: $0.body, $1, refusals: $2) },
            save: { opened, day, context in
                let seats = opened.forms.structure.seats.filter { $0.body == opened.body.id }
                try who.requireRight(toUnseatFrom: seats, context)
                try await who.bodies.end(opened.body, on: day, by: context.member.actor, at: who.now())
            }, done: Self.place)
    }

    @Sendable
    private static func subject(_ opened: Opened) -> Entry.Subject { .init("body", opened.body.id) }

    @Sendable
    private static func place(_ opened: Opened) -> Address { "/partnership/bodies/\(opened.body.id)" }

    @Sendable
    private func opened(_ context: MemberContext) async throws -> Opened {
        let forms = try await forms()
        return (forms, try found(context, in: forms.structure))
    }

    private func forms() async throws -> BodyFormPages {
        BodyFormPages(structure: try await who.bodies.structure(), today: who.today)
    }

    private func found(_ context: MemberContext) async throws -> Body {
        try found(context, in: try await who.bodies.structure())
    }

    private func found(_ context: MemberContext, in structure: Structure) throws -> Body {
        guard let id = context.parameters.get("body").flatMap({ ID<Body>($0) }), let body = structure.body(id) else {
            throw HTTPError(.notFound)
        }
        return body
    }
}
