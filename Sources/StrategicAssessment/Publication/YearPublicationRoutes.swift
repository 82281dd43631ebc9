import Hummingbird
import Membership
import Press
import Publishing
import Web

/// `/strategic-assessments/{year}/publication`: what will be laid before everybody, and doing it.
struct YearPublicationRoutes: Sendable {
    let finder: AssessmentFinder
    let desk: PublishingDesk

    func add(to routes: inout Routes) {
        let path = "/strategic-assessments/{year}/publication"
        // What is published stays: so it was proved lately who does it (S38).
        routes.members(.get, path, may: .publish, asksForProof: true) { _, context in
            let plan = try await desk.plan(finder.assessment(context))
            return .page(PublishingPage(plan: plan, visit: context.visit).page)
        }
        routes.members(.post, path, may: .publish, asksForProof: true, use: publish)
    }

    private func publish(_ form: Form, _ context: MemberContext) async throws -> Reply {
        let plan = try await desk.plan(finder.assessment(context))
        do {
            // What they were shown is what they agreed to.
            guard Int(form["before"]) == plan.before else { throw PublishingRefusal.publishedMeanwhile }
            guard form["shown"] == plan.fingerprint else { throw StrategicRefusal.changedSinceShown }
            _ = try await desk.publish(plan, after: plan.before, by: context.member.actor, at: finder.now())
            return .redirect(to: "/publications/\(plan.document.assessment.publicationSlug)")
        } catch let refusal as StrategicRefusal {
            return refused(plan, refusal.reason, context)
        } catch let refusal as PublishingRefusal {
            return refused(plan, refusal.reason, context)
        } catch let error as PressError {
            return refused(plan, "The PDF could not be made, so nothing was published. \(error)", context)
        }
    }

    private func refused(_ plan: PublicationPlan, _ reason: String, _ context: MemberContext) -> Reply {
        .page(
            PublishingPage(plan: plan, visit: context.visit, refusals: Refusals(reason)).page,
            status: .unprocessableContent)
    }
}
