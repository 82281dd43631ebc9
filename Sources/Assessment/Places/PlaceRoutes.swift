import Charts
import DataRegister
import Hummingbird
import Membership
import Press
import Storage
import Web

/// `/places`: the own district's wards and small areas, and everything about one of them.
public struct PlaceRoutes: Sendable {
    private let desk: PlacesDesk
    private let press: Press
    private let accent: Colour

    /// - Parameter accent: the partnership's own colour; nil is the house's.
    public init(_ desk: PlacesDesk, press: Press, accent: Accent? = nil) {
        (self.desk, self.press) = (desk, press)
        self.accent = Colour(accent)
    }

    public func add(to routes: inout Routes) {
        routes.members(.get, "/places", may: .readAssessments) { _, _ in
            var overview: PlacesOverview?
            if let home = desk.home { overview = try await desk.overview(of: home) }
            return .page(PlacesPage(home: desk.home, overview: overview).page)
        }
        routes.members(.get, "/places/{level}/{key}", may: .readAssessments) { _, context in
            guard let found = try await found(context) else { throw HTTPError(.notFound) }
            guard case .success(let (place, overview)) = found else {
                return .page(Self.changed(found), status: .notFound)
            }
            return .page(PlacePage(place: place, overview: overview, canDraw: await press.status.canDraw).page)
        }
        routes.members(.get, "/places/{level}/{key}/months.svg", may: .readAssessments, as: .printing) {
            request, context in
            let (place, _) = try await asked(context)
            let chart = AssessmentCharts(assessment: place.assessment, map: nil).allCrime.chart
            return try await draw(chart, request)
        }
        routes.members(.get, "/places/{level}/{key}/map.svg", may: .readAssessments, as: .printing) {
            request, context in
            guard let map = try await asked(context).0.map else { throw HTTPError(.notFound) }
            return try await draw(map, request)
        }
        routes.members(.get, "/places/{level}/{key}/streets.csv", may: .readAssessments) { _, context in
            let (place, _) = try await asked(context)
            guard let streets = place.streets else { throw HTTPError(.notFound) }
            return .download(
                streets.csv, type: "text/csv; charset=utf-8",
                named: "\(slugged(place.place.name))-map-points-\(streets.period.address).csv")
        }
    }

    private func asked(_ context: MemberContext) async throws -> (PlaceAssessment, PlacesOverview) {
        guard let found = try await found(context), case .success(let there) = found else { throw HTTPError(.notFound) }
        return there
    }

    /// - Returns: nil where nothing goes by the address; a failure where it is there no more.
    private func found(
        _ context: MemberContext
    ) async throws -> Result<(PlaceAssessment, PlacesOverview), AssessmentRefusal>? {
        guard let level = context.parameters.get("level"), let key = context.parameters.get("key"),
            let address = PlaceAddress("\(level):\(key)")
        else { return nil }
        do {
            return try await desk.place(address).map(Result.success)
        } catch let refusal as AssessmentRefusal {
            return .failure(refusal)
        }
    }

    private static func changed(_ found: Result<(PlaceAssessment, PlacesOverview), AssessmentRefusal>) -> Page {
        var reason = ""
        if case .failure(let refusal) = found { reason = "\(refusal)" }
        return Page(
            "This place changed",
            crumbs: [Mention(at: "/home", titled: "Home"), Mention(at: "/places", titled: "Places")],
            body: "<h1>This place changed</h1><p class=\"lead\">\(reason)</p>")
    }

    private func draw(_ chart: some Chart, _ request: Request) async throws -> Reply {
        let width: ChartWidth = request.uri.queryParameters["width"] == "narrow" ? .narrow : .wide
        do {
            let svg = try await press.svg(chart.spec(width: width, accent: accent))
            return .shown(Array(svg.utf8), type: "image/svg+xml")
        } catch {
            let page = Page(
                "The chart could not be drawn",
                body: "<h1>The chart could not be drawn</h1><p>\("\(error)")</p>")
            return .page(page, status: .serviceUnavailable)
        }
    }
}
