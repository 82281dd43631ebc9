import DataFiles
import DataRegister
import Hummingbird
import Membership
import Publishing
import Storage
import Web

/// `/strategic-assessments`: the list, the beginning of a year's, and each year's first page.
struct BeginningRoutes: Sendable {
    let finder: AssessmentFinder
    let years: YearDesk

    func add(to routes: inout Routes) {
        routes.members(.get, "/strategic-assessments", may: .readStrategicAssessments) { _, context in
            .page(
                AssessmentsPage(
                    assessments: try await finder.store.assessments(),
                    mayWrite: context.member.may(.writeStrategicAssessments)
                ).page)
        }
        routes.members(.get, "/strategic-assessments/new", may: .writeStrategicAssessments) { _, context in
            let known = try await finder.store.assessments()
            let answers = BeginningPages.usual(on: finder.today(), after: known.first?.year)
            return .page(BeginningPages.begin(answers).page(for: context.visit))
        }
        routes.members(.post, "/strategic-assessments", may: .writeStrategicAssessments) { form, context in
            try await answering(context.visit, again: { BeginningPages.begin(Answers(form), refusals: $0) }) {
                let read = try BeginningPages.read(form)
                do {
                    let begun = try await finder.store.begin(
                        read.year, over: read.period, comparedWith: read.comparison, by: context.member.actor,
                        at: finder.now())
                    return begun.address
                } catch let refusal as StrategicRefusal {
                    throw Refusals(refusal.reason, field: "year")
                }
            }
        }
        routes.members(.get, "/strategic-assessments/{year}", may: .readStrategicAssessments) { _, context in
            let assessment = try await finder.assessment(context)
            return .page(
                OverviewPage(
                    standing: try await years.standing(of: assessment),
                    mayPublish: context.member.may(.publish)
                ).page)
        }
        routes.members(.get, "/strategic-assessments/by-id/{id}", may: .readStrategicAssessments) { _, context in
            let found = try await finder.store.assessments().first { $0.id.description == context.parameters.get("id") }
            guard let found else { throw HTTPError(.notFound) }
            return .redirect(to: found.address)
        }
    }
}
