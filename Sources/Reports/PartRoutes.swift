import Hummingbird
import Membership
import Publishing
import Storage
import Web
import Wording

/// `/reports/{report}/edit` and `/reports/{report}/parts/{part}`: what is filled in and what is missing, and the parts themselves.
struct PartRoutes: Sendable {
    let desk: ReportsDesk

    func add(to routes: inout Routes) {
        routes.members(.get, "/reports/{report}/edit", may: .writeReports) { _, context in
            let opened = try await desk.opened(context)
            guard opened.report.state == .draft else { return .redirect(to: opened.report.address) }
            let content = try await desk.reports.content(of: opened.report.id)
            return .page(
                try await OverviewPage(
                    opened: opened, content: content, bodies: desk.reports.bodyNames(),
                    clearances: desk.clearances(of: opened.report.id, content),
                    readiness: desk.readiness(of: opened.report.id, content)
                ).page)
        }
        // Whoever is asked to clear an implication may put its text right, and nobody else who does not write reports.
        routes.members(.get, "/reports/{report}/parts/{part}/edit", may: .readReports) { _, context in
            let (opened, place) = try await found(context)
            guard opened.report.state == .draft else { return .redirect(to: opened.report.address) }
            return .page(try await PartForm(desk, opened, place).opened(context).page)
        }
        routes.members(.post, "/reports/{report}/parts/{part}", may: .readReports) { form, context in
            let (opened, place) = try await found(context)
            return try await PartForm(desk, opened, place).take(form, context)
        }
    }

    private func found(_ context: MemberContext) async throws -> (OpenReport, ReportPlace) {
        let opened = try await desk.draft(context)
        guard let part = context.parameters.get("part").flatMap({ ReportPart(rawValue: $0) }),
            opened.reach.writes || part.implication.map(opened.reach.asked.contains) ?? false
        else { throw HTTPError(.notFound) }
        return (opened, .part(part))
    }
}

/// The form of a part: opened, looked at, and saved, so that two who write at once lose nothing.
struct PartForm: Sendable {
    private let desk: ReportsDesk
    private let opened: OpenReport
    private let place: ReportPlace

    init(_ desk: ReportsDesk, _ opened: OpenReport, _ place: ReportPlace) {
        (self.desk, self.opened, self.place) = (desk, opened, place)
    }

    private var report: ID<Report> { opened.report.id }

    /// As often as somebody else may save between two looks.
    private static let patience = 20

    func opened(_ context: MemberContext) async throws -> PartPage {
        let newest = try await desk.contents.versions(of: report, at: place).first
        return try await page(newest?.answers ?? PartAnswers(), version: newest?.number ?? 0, context)
    }

    func take(_ form: Form, _ context: MemberContext) async throws -> Reply {
        let begun = Int(form["version"]) ?? 0
        let versions = place.takesFile ? try await desk.contents.versions(of: report, at: place) : []
        let sent = try await desk.sent(form, at: place, of: versions)
        if MarkdownEditor.isLooking(form) {
            var page = try await page(sent.again, version: begun, context)
            page.fields.readings = try await desk.readings(of: sent.answers, at: place)
            page.notice = sent.leftOut
            return .page(page.page)
        }
        guard sent.refusals.all.isEmpty else {
            return .page(
                try await page(sent.again, version: begun, context, sent.refusals).page, status: .unprocessableContent)
        }
        do {
            return try await save(sent.answers, after: begun, context)
        } catch let refusal as ReportRefusal {
            let page = try await page(sent.again, version: begun, context, Refusals(refusal.reason))
            return .page(page.page, status: refusal == .notHere ? .notFound : .conflict)
        }
    }

    private func save(_ typed: PartAnswers, after begun: Int, _ context: MemberContext) async throws -> Reply {
        var (answers, version, isTogether) = (typed, begun, false)
        for _ in 0..<Self.patience {
            let versions = try await desk.contents.versions(of: report, at: place)
            let newest = versions.first
            if newest?.answers ?? PartAnswers() == answers { return try await done(isTogether, context) }
            do {
                try await desk.contents.save(
                    answers, at: place, of: report, after: version, by: context.member.actor, at: desk.now())
                return try await done(isTogether, context)
            } catch ReportRefusal.savedMeanwhile {
                let again = try await desk.contents.versions(of: report, at: place)
                let was = again.first { $0.number == begun }?.answers ?? PartAnswers()
                guard let theirs = again.first else { throw ReportRefusal.notHere }
                let merge = FormMerge(
                    place.questions.map { FormMerge.Question($0.name) }, was: { was[$0] },
                    theirs: { theirs.answers[$0] },
                    mine: { typed[$0] })
                guard merge.disputed.isEmpty else {
                    let standing = try await keepingFile(merge, theirs, context)
                    return try await both(
                        merge, was, standing, typed, by: "\(theirs.writtenBy), \(theirs.writtenAt.dayAndTime),", context
                    )
                }
                answers = PartAnswers(
                    Dictionary(
                        uniqueKeysWithValues: place.questions.map { ($0.name, merge[$0.name] ?? typed[$0.name]) }))
                (version, isTogether) = (theirs.number, true)
            }
        }
        throw ReportRefusal.savedMeanwhile
    }

    private func done(_ isTogether: Bool, _ context: MemberContext) async throws -> Reply {
        let back = try await page(PartAnswers(), version: 0, context).back
        return .redirect(to: isTogether ? back.asking(["saved": "together"]) : back)
    }

    /// A file that came with the form is saved at once where nobody gave another: no browser gives it a second time by itself.
    private func keepingFile(
        _ merge: FormMerge, _ theirs: SavedPart, _ context: MemberContext
    ) async throws -> SavedPart {
        guard let file = merge.answers.first(where: { $0.name == AnnexFile.question }), file.outcome == .mine else {
            return theirs
        }
        var answers = theirs.answers
        answers[file.name] = file.value
        try await desk.contents.save(
            answers, at: place, of: report, after: theirs.number, by: context.member.actor, at: desk.now())
        return try await desk.contents.versions(of: report, at: place).first ?? theirs
    }

    /// Two changed the same: the second chooses, and nobody's words are lost.
    ///
    /// - Parameter who: who saved first, and when.
    private func both(
        _ merge: FormMerge, _ was: PartAnswers, _ theirs: SavedPart, _ mine: PartAnswers, by who: String,
        _ context: MemberContext
    ) async throws -> Reply {
        let texts = Set(place.questions.filter { $0.kind == .markdown }.map(\.name))
        if merge.disputed.count == 1, let name = merge.disputed.first?.name, texts.contains(name) {
            let others = merge.answers.filter { $0.name != name && $0.name != AnnexFile.question }
                .map { ($0.name, $0.value) }
            let screen = ConflictScreen(
                EditConflict(base: was[name], theirs: theirs.answers[name], mine: mine[name]), of: name,
                PartFields.label(name, at: place), savedBy: who, to: opened.report.saving(place), context.visit,
                values: [("version", "\(theirs.number)")] + others,
                wayBack: Mention(at: opened.report.overview, titled: opened.title))
            return .page(screen.page, status: .conflict)
        }
        var refusals = Refusals()
        var answers: [String: String] = [:]
        for answer in merge.answers {
            answers[answer.name] = answer.value
            if answer.name == AnnexFile.question { answers[answer.name] = theirs.answers[answer.name] }
            guard answer.outcome == .disputed else { continue }
            if texts.contains(answer.name) {
                answers[answer.name] =
                    EditConflict(base: was[answer.name], theirs: answer.theirs, mine: mine[answer.name]).together
                refusals.add(
                    "\(who) changed this text too. Both are in the box: put them right, and save again",
                    field: answer.name)
            } else {
                refusals.add(
                    AnnexFile.question == answer.name
                        ? "\(who) changed the file too. Choose which file goes with it, or give yours again, and save"
                        : "\(who) saved ‘\(answer.theirs)’ here. Yours stands in the form: choose what to keep, and save again",
                    field: answer.name)
            }
        }
        let page = try await page(PartAnswers(answers), version: theirs.number, context, refusals)
        return .page(page.page, status: .conflict)
    }

    private func page(
        _ answers: PartAnswers, version: Int, _ context: MemberContext, _ refusals: Refusals? = nil
    ) async throws -> PartPage {
        let choices = try await desk.choices(for: opened.report.id, at: place)
        return PartPage(
            opened: opened, place: place,
            fields: PartFields(place: place, answers: answers, choices: choices, refusals: refusals),
            visit: context.visit, version: version)
    }
}

/// What was answered in the form of a part.
enum PartReading {
    static func answers(_ form: Form, at place: ReportPlace, _ refusals: inout Refusals) -> PartAnswers {
        var answers: [String: String] = [:]
        for question in place.questions {
            let name = question.name
            switch question.kind {
            case .markdown:
                let text = form["\(name)-choice"].isEmpty ? form[name] : ConflictScreen.text(form, name)
                answers[name] =
                    MarkdownEditor.measured(
                        text, name, PartFields.label(name, at: place), refusals: &refusals
                    ).trimmed
            case .lines: answers[name] = form[name].withoutUnseen.trimmed
            case .ticks: answers[name] = form.answers(name).joined(separator: ",")
            // It did not come as words.
            case .file: continue
            case .words, .choice, .day:
                answers[name] = form[name].withoutUnseen.replacing("\n", with: " ").replacing("\t", with: " ")
            }
        }
        return PartAnswers(answers)
    }
}

extension ReportsDesk {
    /// How texts that were typed will read, by their questions: with their figures in words.
    func readings(of answers: PartAnswers, at place: ReportPlace) async throws -> [String: String] {
        var readings: [String: String] = [:]
        for question in place.questions where question.kind == .markdown {
            let text = answers[question.name]
            let told = try await FiguresOfReport(of: text, from: figures)
            readings[question.name] = ToldText(figures: told, isNumbered: false).text(text)
        }
        return readings
    }

    /// What can be chosen in the form of a place.
    func choices(for report: ID<Report>, at place: ReportPlace) async throws -> PartChoices {
        let today = today()
        let content = try await reports.content(of: report)
        let country = try await area.area()?.country
        let countries = country.map { [$0] } ?? PartnershipArea.Country.allCases
        var places = [(ReportPlace.part(.summary), ReportPart.summary.title)]
        places += content[.sections].map { (.item(.sections, $0.id), content.name(of: .item(.sections, $0.id))) }
        places += Implication.allCases.map { ($0.place, "\($0.title) implications") }
        places += content[.annexes].map { (.item(.annexes, $0.id), content.name(of: .item(.annexes, $0.id))) }
        let files = place.takesFile ? try await contents.versions(of: report, at: place).files : []
        return PartChoices(
            bodies: try await bodies.structure().bodiesInOrder(on: today),
            people: place.list == .authors ? try await clearances.people(on: today) : [],
            paragraphs: countries.flatMap { ExemptParagraph.all(in: $0, on: today) }, places: places, files: files)
    }
}
