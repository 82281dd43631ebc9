import Charts
import DataFiles
import DataRegister
import Foundation
import Hummingbird
import Membership
import Press
import Storage
import Web

/// `/assessment`: any district in the data over any period, as page, PDF, CSV and JSON.
public struct AssessmentRoutes: Sendable {
    private let desk: AssessmentDesk
    private let press: Press
    private let papers: PaperDesk
    private let partnership: String
    private let home: String?
    private let accent: Colour

    /// - Parameters:
    ///   - partnership: the name that stands at the head of a paper.
    ///   - home: the district the partnership is for, which is offered first.
    ///   - accent: the partnership's own colour; nil is the house's.
    public init(_ desk: AssessmentDesk, press: Press, partnership: String, home: String?, accent: Accent? = nil) {
        self.desk = desk
        self.press = press
        papers = PaperDesk()
        self.partnership = partnership
        self.home = home
        self.accent = Colour(accent)
    }

    public func add(to routes: inout Routes) {
        let now = routes.site.now
        routes.members(.get, "/assessment", may: .readAssessments, use: choose)
        routes.members(.get, "/assessment/{district}", may: .readAssessments, use: read)
        routes.members(.get, "/assessment/{district}/assessment.json", may: .readAssessments) { request, context in
            try .json(AssessmentDocument(try await assess(request, context).assessment))
        }
        routes.members(.get, "/assessment/{district}/months.csv", may: .readAssessments) { request, context in
            let (question, assessment, _) = try await assess(request, context)
            return csv(AssessmentTables(assessment: assessment).monthlyCSV, "months", question)
        }
        routes.members(.get, "/assessment/{district}/types.csv", may: .readAssessments) { request, context in
            let (question, assessment, _) = try await assess(request, context)
            return csv(AssessmentTables(assessment: assessment).typesCSV, "types", question)
        }
        routes.members(.get, "/assessment/{district}/places.csv", may: .readAssessments) { request, context in
            let (question, assessment, _) = try await assess(request, context)
            return csv(AssessmentTables(assessment: assessment).placesCSV, "places", question)
        }
        routes.members(
            .get, "/assessment/{district}/charts/{chart}", may: .readAssessments, as: .printing, use: draw)
        routes.members(.get, "/assessment/{district}/assessment.pdf", may: .readAssessments, as: .printing) {
            request, context in
            try await print(request, context, at: now())
        }
        routes.members(.get, "/assessment/{district}/assessment.pdf/progress", may: .readAssessments) {
            request, context in
            struct State: Encodable {
                let isFinished: Bool
                let detail: String
            }
            let key = try await paperKey(assess(request, context))
            return try .json(State(isFinished: await papers.isMade(key), detail: "Setting the pages"))
        }
        routes.visitors(.get, "/methods") { _, _ in .page(MethodsPage.page) }
    }

    private func choose(_ request: Request, _ context: MemberContext) async throws -> Reply {
        let all = try await desk.districts.districts()
        if let name = request.uri.queryParameters["district"], let district = all.first(where: { $0.slug == name }) {
            let typed = typed(request)
            let usual = try await usualMonths(of: district)
            let address: Address = "/assessment/\(district.slug)"
            guard let question = try? AssessmentQuestion(typed, district: district, usual: usual) else {
                return .redirect(to: asked(typed, at: address))
            }
            return .redirect(to: question.address(address))
        }
        let usual: UsualMonths? = if let home { try await desk.usualMonths(of: home) } else { nil }
        return .page(
            ChooserPage(
                districts: all, neighbours: try await desk.districts.strays(), home: home, usual: usual,
                mayImport: context.member.may(.importData)
            ).page)
    }

    private func read(_ request: Request, _ context: MemberContext) async throws -> Reply {
        let all = try await desk.districts.districts()
        let district = try find(context, among: all)
        do {
            let (question, assessment, map) = try await assess(request, context)
            let charts = AssessmentCharts(assessment: assessment, map: map)
            let canDraw = await press.status.canDraw
            return .page(
                AssessmentPage(
                    question: question, assessment: assessment, charts: charts,
                    usual: try await desk.usualMonths(of: district.name), canDraw: canDraw,
                    pressAdvice: canDraw ? nil : "\(await press.status)"
                ).page)
        } catch let refusals as Refusals {
            let page = RefusedAssessmentPage(district: district, typed: typed(request), refusals: refusals).page
            return .page(page, status: .unprocessableContent)
        }
    }

    private func draw(_ request: Request, _ context: MemberContext) async throws -> Reply {
        guard let file = context.parameters.get("chart"), file.hasSuffix(".svg") else { throw HTTPError(.notFound) }
        let (question, assessment, map) = try await assess(request, context)
        let name = String(file.dropLast(4))
        guard let chart = AssessmentCharts(assessment: assessment, map: map)[name] else { throw HTTPError(.notFound) }
        return await press.drawn(chart, for: request, accent: accent) { PaperPages.undrawn(question, $0) }
    }

    private func print(_ request: Request, _ context: MemberContext, at time: Date) async throws -> Reply {
        let asked = try await assess(request, context)
        let key = try paperKey(asked)
        let (question, assessment, map) = asked
        let making = await papers.making(key) {
            try await AssessmentPaper(
                assessment: assessment, charts: AssessmentCharts(assessment: assessment, map: map),
                partnership: partnership, accent: accent, madeAt: time
            ).pdf(by: press)
        }
        // A person waiting at a browser is shown that it is being made; a program simply waits.
        let isBrowser = request.headers[.accept]?.contains("text/html") ?? false
        guard !isBrowser || making.isOver else {
            return .page(PaperPages.making(question), status: .accepted)
        }
        do {
            let name = "\(question.district.slug)-\(question.period.from)-to-\(question.period.to).pdf"
            return .shown(try await making.pdf(), type: "application/pdf", named: name)
        } catch let error as PressError {
            return .page(PaperPages.failed(question, "\(error)"), status: .serviceUnavailable)
        }
    }

    private func paperKey(_ asked: (AssessmentQuestion, DistrictAssessment, (any Chart)?)) throws -> String {
        try PaperDesk.name(of: AssessmentDocument(asked.1))
    }

    private func assess(
        _ request: Request, _ context: MemberContext
    ) async throws -> (question: AssessmentQuestion, assessment: DistrictAssessment, map: (any Chart)?) {
        let district = try find(context, among: try await desk.districts.districts())
        let question = try AssessmentQuestion(
            typed(request), district: district, usual: try await usualMonths(of: district))
        do {
            let assessed = try await desk.assessed(
                district.name, over: question.period, comparedWith: question.comparison)
            return (question, assessed.assessment, assessed.map)
        } catch let refusal as AssessmentRefusal {
            throw Refusals("\(refusal)", field: "from")
        }
    }

    private func find(_ context: MemberContext, among districts: [District]) throws -> District {
        guard let slug = context.parameters.get("district"), let district = districts.first(where: { $0.slug == slug })
        else { throw HTTPError(.notFound) }
        return district
    }

    private func usualMonths(of district: District) async throws -> Period {
        try await desk.usualMonths(of: district.name)?.period ?? .calendarYear(2010)
    }

    private func typed(_ request: Request) -> AssessmentQuestion.Typed {
        let asked = request.uri.queryParameters
        func text(_ name: Substring) -> String { asked[name].map(String.init) ?? "" }
        return AssessmentQuestion.Typed(
            from: text("from"), to: text("to"),
            compare: AssessmentQuestion.Comparison(rawValue: text("compare")) ?? .yearBefore,
            earlierFrom: text("earlier-from"), earlierTo: text("earlier-to"))
    }

    private func asked(_ typed: AssessmentQuestion.Typed, at address: Address) -> Address {
        address.asking([
            "from": typed.from, "to": typed.to, "compare": typed.compare.rawValue, "earlier-from": typed.earlierFrom,
            "earlier-to": typed.earlierTo,
        ])
    }

    private func csv(_ bytes: [UInt8], _ what: String, _ question: AssessmentQuestion) -> Reply {
        .download(
            bytes, type: "text/csv; charset=utf-8",
            named: "\(question.district.slug)-\(what)-\(question.period.from)-to-\(question.period.to).csv")
    }
}

extension Colour {
    /// The partnership's own, or the house's.
    public init(_ accent: Accent?) {
        self = accent.flatMap { Colour($0.hex) } ?? .house
    }
}
