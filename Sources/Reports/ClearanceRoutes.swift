import Hummingbird
import Membership
import Storage
import Web

/// `/reports/{report}/clearance`: who is asked to clear what, and what they say.
struct ClearanceRoutes: Sendable {
    let desk: ReportsDesk

    func add(to routes: inout Routes) {
        let path = "/reports/{report}/clearance"
        routes.members(.get, path, may: .readReports) { _, context in
            let opened = try await desk.draft(context)
            let content = try await desk.reports.content(of: opened.report.id)
            return .page(
                ClearancesPage(
                    opened: opened, clearances: try await desk.clearances(of: opened.report.id, content)
                ).page)
        }
        routes.members(.get, path + "/{implication}", may: .readReports) { _, context in
            let (opened, implication) = try await found(context)
            return .page(try await page(of: implication, opened, context).page)
        }
        routes.members(.post, path + "/{implication}", may: .writeReports, use: ask)
        routes.members(.post, path + "/{implication}/answer", may: .readReports, use: answer)
    }

    private func found(_ context: MemberContext) async throws -> (OpenReport, Implication) {
        let opened = try await desk.draft(context)
        guard let implication = context.parameters.get("implication").flatMap({ Implication(rawValue: $0) }) else {
            throw HTTPError(.notFound)
        }
        return (opened, implication)
    }

    private func page(
        of implication: Implication, _ opened: OpenReport, _ context: MemberContext, answers: Answers = Answers(),
        refusals: Refusals? = nil
    ) async throws -> ClearancePage {
        let content = try await desk.reports.content(of: opened.report.id)
        let clearances = try await desk.clearances(of: opened.report.id, content)
        guard let line = clearances[implication] else { throw HTTPError(.notFound) }
        return ClearancePage(
            opened: opened, line: line, document: try await desk.document(of: opened.report.id),
            people: opened.reach.writes ? try await desk.clearances.peopleToClear(on: desk.today()) : [],
            visit: context.visit, reader: context.member.id, answers: answers, refusals: refusals)
    }

    private func ask(_ form: Form, _ context: MemberContext) async throws -> Reply {
        let (opened, implication) = try await found(context)
        return try await reporting(
            { try await page(of: implication, opened, context, answers: Answers(form), refusals: $0).page }
        ) {
            var check = Check(form)
            let person = check.id("person", of: Person.self, ask: "Choose the officer who is to clear it")
            let due = check.day("due", ask: "Enter the day by which they are to answer, like 1/2/2016")
            if let due, due < desk.today() { check.refuse("Enter today or a day to come", field: "due") }
            let (officer, day) = try check.checked { person.flatMap { person in due.map { (person, $0) } } }
            try await desk.clearances.ask(
                officer, toClear: implication, of: opened.report.id, by: day, as: context.member.actor, at: desk.now())
            return opened.report.clearance(of: implication)
        }
    }

    private func answer(_ form: Form, _ context: MemberContext) async throws -> Reply {
        let (opened, implication) = try await found(context)
        // To whoever is not asked there is no such form.
        guard opened.reach.asked.contains(implication) else { throw HTTPError(.notFound) }
        return try await reporting(
            { try await page(of: implication, opened, context, answers: Answers(form), refusals: $0).page }
        ) {
            var check = Check(form)
            let kind: ClearanceAnswer.Kind? = ClearanceAnswer.Kind(rawValue: form["deed"])
            let words = form["words"].withoutUnseen
            if words.count > 4_000 { check.refuse("Use 4,000 characters at most", field: "words") }
            if kind != .signed, words.isEmpty {
                check.refuse("Say what must change before you clear it", field: "words")
            }
            try check.refusals.check()
            try await desk.clearances.answer(
                kind ?? .toChange, words, about: implication, of: opened.report.id,
                asShownIn: Int(form["version"]) ?? 0, by: context.member.id, as: context.member.actor, at: desk.now())
            return opened.report.clearance(of: implication)
        }
    }
}
