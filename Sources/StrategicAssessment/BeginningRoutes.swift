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
    let ahead: FiguresAhead

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
            let here = try await finder.evidence.monthsHere()
            let answers = BeginningPages.usual(on: finder.today(), after: known.first?.year, here: here)
            return .page(BeginningPages.begin(answers, here: here, known: known).page(for: context.visit))
        }
        routes.members(.post, "/strategic-assessments", may: .writeStrategicAssessments, use: begin)
        routes.members(.get, "/strategic-assessments/{year}", may: .readStrategicAssessments) { request, context in
            let assessment = try await finder.assessment(context)
            let progress = try await ahead.progress(of: assessment, for: request)
            return .page(
                OverviewPage(
                    standing: try await years.standing(of: assessment, withRanking: progress == nil),
                    progress: progress,
                    mayWrite: context.member.may(.writeStrategicAssessments),
                    mayPublish: context.member.may(.publish), mayReadScores: context.member.may(.readScores)
                ).page)
        }
        routes.members(.get, "/strategic-assessments/by-id/{id}", may: .readStrategicAssessments) { _, context in
            let found = try await finder.store.assessments().first { $0.id.description == context.parameters.get("id") }
            guard let found else { throw HTTPError(.notFound) }
            return .redirect(to: found.address)
        }
    }

    private func begin(_ form: Form, _ context: MemberContext) async throws -> Reply {
        let here = try await finder.evidence.monthsHere()
        let known = try await finder.store.assessments()
        func again(_ refusals: Refusals?, _ doubts: MonthDoubts? = nil) -> FormPage {
            BeginningPages.begin(Answers(form), here: here, known: known, doubts: doubts, refusals: refusals)
        }
        if let read = try? BeginningPages.read(form), try await finder.store.assessment(read.year) == nil,
            let doubts = MonthDoubts(read.period, read.comparison, here: here, on: finder.today(), form: form)
        {
            return .page(again(nil, doubts).page(for: context.visit), status: .unprocessableContent)
        }
        return try await answering(context.visit, again: { again($0) }) {
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
}
