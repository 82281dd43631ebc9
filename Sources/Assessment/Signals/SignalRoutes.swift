import Charts
import DataFiles
import DataRegister
import Foundation
import Hummingbird
import Membership
import Press
import Storage
import Web
import Wording

/// `/signals`: which months of which types of crime were out of the ordinary, as page, paper, pictures and table.
public struct SignalRoutes: Sendable {
    private let desk: SignalDesk
    private let press: Press
    private let papers = PaperDesk()
    private let partnership: String
    private let notice: String?
    private let accent: Colour

    /// - Parameters:
    ///   - partnership: the name that stands at the head of a paper.
    ///   - notice: what is said at the head of every paper.
    ///   - accent: the partnership's own colour; nil is the house's.
    public init(_ desk: SignalDesk, press: Press, partnership: String, notice: String?, accent: Accent? = nil) {
        (self.desk, self.press, self.partnership, self.notice) = (desk, press, partnership, notice)
        self.accent = Colour(accent)
    }

    public func add(to routes: inout Routes) {
        let now = routes.site.now
        routes.members(.get, "/signals", may: .readAssessments) { _, _ in
            guard let home = desk.home, let place = try await desk.place(PlaceAddress(.district(home))) else {
                return .page(NoSignalsPage.withoutDistrict(desk.home))
            }
            return .redirect(to: place.signals)
        }
        let path = "/signals/{level}/{key}"
        routes.members(.get, path, may: .readAssessments, use: read)
        routes.members(.get, path + "/months.csv", may: .readAssessments) { request, context in
            let (asked, overview) = try await told(request, context)
            return .download(
                SignalTables(overview: overview).csv, type: "text/csv; charset=utf-8",
                named: "\(slugged(asked.place.name))-unusual-months-\(overview.period.address).csv")
        }
        routes.members(.get, path + "/charts/{chart}", may: .readAssessments, as: .printing, use: draw)
        routes.members(.get, path + "/signals.pdf", may: .readAssessments, as: .printing) { request, context in
            try await print(request, context, at: now())
        }
        routes.members(.get, path + "/signals.pdf/progress", may: .readAssessments) { request, context in
            struct State: Encodable {
                let isFinished: Bool
                let detail: String
            }
            let (_, overview) = try await told(request, context)
            let isFinished = await papers.isMade(try paper(overview, at: now()).key)
            return try .json(State(isFinished: isFinished, detail: "Setting the pages"))
        }
    }

    private func place(_ context: MemberContext) async throws -> Place {
        guard let level = context.parameters.get("level"), let key = context.parameters.get("key"),
            let address = PlaceAddress("\(level):\(key)"), let place = try await desk.place(address)
        else { throw HTTPError(.notFound) }
        return place
    }

    private func read(_ request: Request, _ context: MemberContext) async throws -> Reply {
        let place = try await place(context)
        let asked: SignalsQuestion
        do {
            asked = try SignalsQuestion(request, of: place)
        } catch {
            let typed = SignalsQuestion(of: place, typed: request.uri.queryParameters["to"].map(String.init) ?? "")
            return .page(NoSignalsPage(asked: typed, refusals: error).page, status: .unprocessableContent)
        }
        guard let overview = try await desk.overview(of: place, to: asked.month), !overview.series.isEmpty else {
            return .page(NoSignalsPage(asked: asked).page)
        }
        return .page(
            SignalsPage(overview: overview, asked: asked, canDraw: await press.status.canDraw).page)
    }

    /// For files, which have no room for why there is nothing.
    private func told(
        _ request: Request, _ context: MemberContext
    ) async throws -> (SignalsQuestion, SignalsOverview) {
        let place = try await place(context)
        guard let asked = try? SignalsQuestion(request, of: place),
            let overview = try await desk.overview(of: place, to: asked.month), !overview.series.isEmpty
        else { throw HTTPError(.notFound) }
        return (asked, overview)
    }

    private func draw(_ request: Request, _ context: MemberContext) async throws -> Reply {
        let (asked, overview) = try await told(request, context)
        guard let file = context.parameters.get("chart"), file.hasSuffix(".svg"),
            let one = overview.told.first(where: { $0.slug == file.dropLast(4) })
        else { throw HTTPError(.notFound) }
        let chart = one.chart(isSmall: one.signals.isEmpty)
        return await press.drawn(chart, for: request, accent: accent) {
            missing("The chart could not be drawn", asked, $0)
        }
    }

    private func paper(_ overview: SignalsOverview, at time: Date) -> SignalsPaper {
        SignalsPaper(
            overview: overview, partnership: partnership, notice: notice, accent: accent, madeAt: time)
    }

    private func print(_ request: Request, _ context: MemberContext, at time: Date) async throws -> Reply {
        let (asked, overview) = try await told(request, context)
        let paper = paper(overview, at: time)
        let making = await papers.making(try paper.key) { [press] in try await paper.pdf(by: press) }
        // A person waiting at a browser is shown that it is being made; a program simply waits.
        let isBrowser = request.headers[.accept]?.contains("text/html") ?? false
        guard !isBrowser || making.isOver else {
            return .page(
                Page(
                    "Making the PDF", crumbs: asked.crumbs, reloadsAfter: 2,
                    body: """
                        <h1>Making the PDF</h1>
                        <p class="lead">It opens here by itself in a few seconds.</p>
                        \(Progress(
                            "Setting the pages", fraction: nil, detail: "Drawing charts and setting type",
                            source: asked.address("signals.pdf/progress")
                        ).html)
                        """), status: .accepted)
        }
        do {
            return .shown(
                try await making.pdf(), type: "application/pdf",
                named: "\(slugged(asked.place.name))-unusual-months-\(overview.period.address).pdf")
        } catch let error as PressError {
            return .page(missing("The PDF could not be made", asked, "\(error)"), status: .serviceUnavailable)
        }
    }

    private func missing(_ heading: String, _ asked: SignalsQuestion, _ reason: String) -> Page {
        MissingPaper(
            heading, because: reason, instead: Mention(at: asked.page, titled: "The same page"), crumbs: asked.crumbs
        ).page
    }
}
