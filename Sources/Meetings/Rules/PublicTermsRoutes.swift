import Hummingbird
import Membership
import Storage
import Web

/// `/committees/bodies/{body}/public-terms`: what the public may bring before a body's meetings.
struct PublicTermsRoutes: Sendable {
    let desks: MeetingDesks

    func add(to routes: inout Routes) {
        let path = "/committees/bodies/{body}/public-terms"
        routes.members(.get, path, may: .arrangeMeetings) { _, context in
            let (body, _) = try await desks.body(context)
            let terms = try await desks.publicTerms.terms(of: body.id, on: desks.today())
            let answers = PublicTermsForm.answers(about: terms, from: desks.today())
            return .page(PublicTermsForm(body: body).form(answers).page(for: context.visit))
        }
        routes.members(.post, path, may: .arrangeMeetings, use: set)
    }

    private func set(_ form: Form, _ context: MemberContext) async throws -> Reply {
        let (body, _) = try await desks.body(context)
        let page = PublicTermsForm(body: body)
        return try await answering(context.visit, again: { page.form(Answers(form), refusals: $0) }) {
            let read = try PublicTermsForm.read(Answers(form), isNeverPublic: body.details.regime.isNeverPublic)
            try await desks.publicTerms.set(
                read.terms, of: body.id, from: read.from, because: read.why, by: context.member.actor, at: desks.now())
            return "/committees/bodies/\(body.id)"
        }
    }
}
