import Hummingbird
import Membership
import Publishing
import Storage
import Web

/// `/strategic-assessments/{year}/revised`: what newer data would say of what was published, and telling readers.
struct RevisedRoutes: Sendable {
    let finder: AssessmentFinder
    let desk: RevisedDesk
    let publications: PublicationStore

    func add(to routes: inout Routes) {
        let path = "/strategic-assessments/{year}/revised"
        routes.members(.get, path, may: .readStrategicAssessments) { _, context in
            let assessment = try await finder.assessment(context)
            let revised = try await desk.revised(assessment)
            return .page(
                RevisedPage(
                    assessment: assessment, revised: revised,
                    changedSets: try await desk.changedSets(assessment), mayPublish: context.member.may(.publish)
                ).page)
        }
        // Everybody reads it, and it stays: so it was proved lately who says it (S38).
        routes.members(.get, path + "/note", may: .publish, asksForProof: true) { _, context in
            let (assessment, revised) = try await found(context)
            return .page(RevisedNotePage.form(revised, assessment, Answers()).page(for: context.visit))
        }
        routes.members(.post, path + "/note", may: .publish, asksForProof: true) { form, context in
            let (assessment, revised) = try await found(context)
            return try await answering(
                context.visit, again: { RevisedNotePage.form(revised, assessment, Answers(form), refusals: $0) }
            ) {
                let why = form["why"].split(whereSeparator: \.isNewline).joined(separator: " ")
                guard !why.allSatisfy(\.isWhitespace) else {
                    throw Refusals("Say why: everybody who opens the publication reads this", field: "why")
                }
                guard why.count <= 500 else { throw Refusals("Use 500 characters at most", field: "why") }
                // What they were shown is what readers are told.
                guard form["said"] == revised.note else {
                    throw Refusals(
                        "More was revised since you opened this page. Read what readers will be told, and send it again"
                    )
                }
                try await publications.note(
                    revised.publication.slug, version: revised.version.number, saying: revised.note, because: why,
                    by: context.member.actor, at: finder.now())
                return "/publications/\(revised.publication.slug)"
            }
        }
    }

    /// Of what was revised; there is nothing to say of anything else.
    private func found(_ context: MemberContext) async throws -> (AnnualAssessment, RevisedSources) {
        let assessment = try await finder.assessment(context)
        guard let revised = try await desk.revised(assessment) else { throw HTTPError(.notFound) }
        return (assessment, revised)
    }
}
