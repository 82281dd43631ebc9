import Charts
import DataFiles
import DataRegister
import Hummingbird
import Membership
import Press
import Storage
import Web

/// `/places`: the own district's wards and small areas, and everything about one of them.
public struct PlaceRoutes: Sendable {
    private let desk: PlacesDesk
    private let mentions: any PlaceMentionDesk
    private let press: Press
    private let accent: Colour

    /// - Parameters:
    ///   - mentions: where it is asked who speaks of a place.
    ///   - accent: the partnership's own colour; nil is the house's.
    public init(_ desk: PlacesDesk, mentions: any PlaceMentionDesk, press: Press, accent: Accent? = nil) {
        (self.desk, self.mentions, self.press) = (desk, mentions, press)
        self.accent = Colour(accent)
    }

    public func add(to routes: inout Routes) {
        routes.members(.get, "/places", may: .readAssessments, use: overview)
        routes.members(.get, "/places/clusters.svg", may: .readAssessments, as: .printing) { request, _ in
            guard let (_, _, found) = try await clusters(request) else { throw HTTPError(.notFound) }
            return await press.drawn(found.chart, for: request, accent: accent)
        }
        routes.members(.get, "/places/clusters.csv", may: .readAssessments) { request, _ in
            guard let (question, _, found) = try await clusters(request) else { throw HTTPError(.notFound) }
            return .download(
                found.facts().csv, type: "text/csv; charset=utf-8",
                named: "clusters-\(question.typed.measure)-\(question.typed.by).csv")
        }
        routes.members(.get, "/places/concentration.csv", may: .readAssessments) { request, _ in
            guard let home = desk.home, let question = try? PlacesQuestion(Self.typed(request)),
                let overview = try await desk.overview(of: home, over: question.period),
                let found = TypeConcentration(overview.data, over: overview.period)
            else { throw HTTPError(.notFound) }
            return .download(
                found.facts.csv, type: "text/csv; charset=utf-8",
                named: "concentration-\(overview.period.address).csv")
        }
        addOne(to: &routes)
    }

    /// One ward's or small area's own addresses.
    private func addOne(to routes: inout Routes) {
        routes.members(.get, "/places/{level}/{key}", may: .readAssessments) { request, context in
            let (question, place, overview): (PlacesQuestion, PlaceAssessment, PlacesOverview)
            do {
                (question, place, overview) = try await asked(request, context)
            } catch let refusal as AssessmentRefusal {
                return .page(Self.changed(refusal), status: .notFound)
            }
            return .page(
                PlacePage(
                    place: place, overview: overview, question: question,
                    gathered: try await desk.gathered(of: place, in: overview, for: context.member, from: mentions),
                    canDraw: await press.status.canDraw
                ).page)
        }
        routes.members(.get, "/places/{level}/{key}/months.svg", may: .readAssessments, as: .printing) {
            request, context in
            let (_, place, _) = try await asked(request, context)
            let chart = AssessmentCharts(assessment: place.assessment, map: nil).allCrime.chart
            return await press.drawn(chart, for: request, accent: accent)
        }
        routes.members(.get, "/places/{level}/{key}/map.svg", may: .readAssessments, as: .printing) {
            request, context in
            guard let map = try await asked(request, context).1.map else { throw HTTPError(.notFound) }
            return await press.drawn(map, for: request, accent: accent)
        }
        routes.members(.get, "/places/{level}/{key}/streets.csv", may: .readAssessments) { request, context in
            let (_, place, _) = try await asked(request, context)
            guard let streets = place.streets else { throw HTTPError(.notFound) }
            return .download(
                streets.csv, type: "text/csv; charset=utf-8",
                named: "\(slugged(place.place.name))-map-points-\(streets.period.address).csv")
        }
    }

    private func overview(_ request: Request, _ context: MemberContext) async throws -> Reply {
        let typed = Self.typed(request)
        var refusals: Refusals?
        var question = PlacesQuestion.usual
        do throws(Refusals) {
            question = try PlacesQuestion(typed)
        } catch {
            refusals = error
        }
        var overview: PlacesOverview?
        if let home = desk.home { overview = try await desk.overview(of: home, over: question.period) }
        var found: ClusterYears?
        if let overview { found = try await desk.clusters(in: overview, question) }
        let page = PlacesPage(
            home: desk.home, overview: overview, question: question, typed: refusals == nil ? question.typed : typed,
            refusals: refusals, clusters: found,
            concentration: overview.flatMap { TypeConcentration($0.data, over: $0.period) },
            canDraw: await press.status.canDraw)
        return .page(page.page, status: refusals == nil ? .ok : .unprocessableContent)
    }

    private static func typed(_ request: Request) -> PlacesQuestion.Typed {
        PlacesQuestion.Typed(
            from: request.asked("from") ?? "", to: request.asked("to") ?? "",
            measure: request.asked("measure") ?? "", by: request.asked("by") ?? "")
    }

    private func clusters(_ request: Request) async throws -> (PlacesQuestion, PlacesOverview, ClusterYears)? {
        guard let home = desk.home, let question = try? PlacesQuestion(Self.typed(request)),
            let overview = try await desk.overview(of: home, over: question.period),
            let found = try await desk.clusters(in: overview, question)
        else { return nil }
        return (question, overview, found)
    }

    /// - Throws: ``AssessmentRefusal`` where the place is there no more.
    private func asked(
        _ request: Request, _ context: MemberContext
    ) async throws -> (PlacesQuestion, PlaceAssessment, PlacesOverview) {
        // Years that cannot be read are those of the page that offers them, which says what is wrong with them.
        let question = (try? PlacesQuestion(Self.typed(request))) ?? .usual
        guard let level = context.parameters.get("level"), let key = context.parameters.get("key"),
            let address = PlaceAddress("\(level):\(key)"),
            let found = try await desk.place(address, over: question.period)
        else { throw HTTPError(.notFound) }
        return (question, found.0, found.1)
    }

    private static func changed(_ refusal: AssessmentRefusal) -> Page {
        Page(
            "This place changed",
            crumbs: [Mention(at: "/home", titled: "Home"), Mention(at: "/places", titled: "Places")],
            body: "<h1>This place changed</h1><p class=\"lead\">\("\(refusal)")</p>")
    }
}
