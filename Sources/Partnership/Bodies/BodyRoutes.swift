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
        routes.members(.get, "/partnership/bodies/{body}/details", may: .keepStructure) { _, context in
            .page(try await forms().details(of: found(context), nil).page(for: context.visit))
        }
        routes.members(.post, "/partnership/bodies/{body}/details", may: .keepStructure, use: change)
        routes.members(.get, "/partnership/bodies/{body}/closure", may: .keepStructure) { _, context in
            let answers = Answers(["day": who.today.typed])
            return .page(try await forms().closure(of: found(context), answers).page(for: context.visit))
        }
        routes.members(.post, "/partnership/bodies/{body}/closure", may: .keepStructure, use: end)
        routes.members(.post, "/partnership/bodies/{body}/return", may: .keepStructure) { _, context in
            let body = try await found(context)
            try await who.bodies.end(body.id, on: nil, by: context.member.actor, at: who.now())
            return .redirect(to: "/partnership/bodies/\(body.id)")
        }
    }

    private func structure(_ request: Request, _ context: MemberContext) async throws -> Reply {
        .page(
            StructurePage(
                profile: who.profile, structure: try await who.bodies.structure(), gaps: try await who.gaps().count,
                today: who.today, mayChange: context.member.may(.keepStructure),
                canPrint: await papers.press.status.canDraw
            ).page)
    }

    private func print(_ request: Request, _ context: MemberContext) async throws -> Reply {
        let agencies = try await who.agencies.agencies()
        let words = try await StructureWords(
            who.profile, structure: who.bodies.structure(), agencies: agencies, gaps: who.gaps(),
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
        return .page(try await who.bodyPages(context).body(body))
    }

    private func add(_ form: Form, _ context: MemberContext) async throws -> Reply {
        let forms = try await forms()
        return try await answering(context.visit, again: { forms.add(Answers(form), refusals: $0) }) {
            let read = try BodyFormPages.read(form)
            let id = try await who.bodies.add(
                read.details, from: read.day, by: context.member.actor, at: who.now())
            return "/partnership/bodies/\(id)"
        }
    }

    private func change(_ form: Form, _ context: MemberContext) async throws -> Reply {
        let (forms, body) = (try await forms(), try await found(context))
        return try await answering(
            context.visit, again: { forms.details(of: body, Answers(form), refusals: $0) }
        ) {
            let read = try BodyFormPages.read(form)
            try await who.bodies.change(
                body.id, to: read.details, from: read.day, by: context.member.actor, at: who.now())
            return "/partnership/bodies/\(body.id)"
        }
    }

    private func end(_ form: Form, _ context: MemberContext) async throws -> Reply {
        let (forms, body) = (try await forms(), try await found(context))
        return try await answering(
            context.visit, again: { forms.closure(of: body, Answers(form), refusals: $0) }
        ) {
            var check = Check(form)
            let day = check.day("day", ask: "Enter the day on which it ends")
            try await who.bodies.end(body.id, on: check.checked { day }, by: context.member.actor, at: who.now())
            return "/partnership/bodies/\(body.id)"
        }
    }

    private func forms() async throws -> BodyFormPages {
        BodyFormPages(structure: try await who.bodies.structure(), today: who.today)
    }

    private func found(_ context: MemberContext) async throws -> Body {
        guard let id = context.parameters.get("body").flatMap({ ID<Body>($0) }),
            let body = try await who.bodies.structure().body(id)
        else { throw HTTPError(.notFound) }
        return body
    }
}
