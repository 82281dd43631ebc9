import DataFiles
import Foundation
import Hummingbird
import Membership
import Storage
import Web

/// `/api/series`: every series that is here, for programs, to whoever may read the same on pages.
struct SeriesRoutes: Sendable {
    let series: SeriesStore
    let sets: DataSetStore
    let places: PlaceAddressStore
    let directory: SeriesDirectoryStore
    let standings: DataSetStandingStore

    init(_ database: Database, identities: Identities) {
        series = SeriesStore(database, identities: identities)
        (sets, places) = (DataSetStore(database), PlaceAddressStore(database))
        directory = SeriesDirectoryStore(
            database: database, releases: ReleaseStore(database, identities: identities))
        standings = DataSetStandingStore(database)
    }

    func add(to routes: inout Routes) {
        let now = routes.site.now
        routes.members(.get, "/api/series", may: .readAssessments) { request, _ in
            try await list(request, on: Day(now()))
        }
        let path = "/api/series/{set}/{measure}/{place}"
        routes.members(.get, path, may: .readAssessments) { request, context in
            try .json(try await answer(request, context, on: Day(now())))
        }
        routes.members(.get, path + "/values.csv", may: .readAssessments) { request, context in
            let answer = try await answer(request, context, on: Day(now()))
            return .download(
                answer.csv, type: "text/csv; charset=utf-8",
                named: "\(answer.address.map { $0.isLetter || $0.isNumber ? $0 : "-" }.map(String.init).joined()).csv")
        }
    }

    private static let listed = "Ask for /api/series without it to see which there are."

    private func list(_ request: Request, on day: Day) async throws -> Reply {
        let asked = request.uri.queryParameters
        var question = SeriesDirectory.Question()
        if let text = asked["measure"] {
            guard let measure = MeasureAddress(String(text)) else {
                throw Refusals("‘measure’ is no measure: give one like street-crime/burglary")
            }
            guard try await sets.measures(of: measure.dataSet).contains(where: { $0.address == measure }) else {
                return try .problem(Problem(unknown: "‘measure’: there is no ‘\(measure)’ here. \(Self.listed)"))
            }
            question.measure = measure
        }
        if let text = asked["place"] {
            guard let place = PlaceAddress(String(text)) else {
                throw Refusals("‘place’ is no place: give one like district:thanet")
            }
            guard try await places.place(place) != nil else {
                return try .problem(Problem(unknown: "‘place’: there is no ‘\(place)’ here. \(Self.listed)"))
            }
            question.place = place
        }
        question.page = try PageOfList(request).number
        let (lines, all) = try await directory.directory(on: day).page(question)
        let pages = PageOfList.count(of: all, most: SeriesDirectory.most)
        let next: Address? =
            question.page < pages
            ? ("/api/series" as Address).asking([
                "measure": question.measure?.description, "place": question.place?.description,
                "page": "\(question.page + 1)",
            ]) : nil
        return try .json(
            SeriesDocument.Listing(
                page: question.page, pages: pages, total: all, next: next?.text, series: lines.map { .init($0) }))
    }

    private func answer(
        _ request: Request, _ context: MemberContext, on day: Day
    ) async throws -> SeriesDocument.Answer {
        guard let set = context.parameters.get("set"), let name = context.parameters.get("measure"),
            let address = MeasureAddress("\(set)/\(name)"),
            let measure = try await sets.measures(of: address.dataSet).first(where: { $0.address == address }),
            let known = context.parameters.get("place").flatMap({ PlaceAddress($0) }),
            let place = try await places.place(known)
        else { throw HTTPError(.notFound) }
        let span = try await span(request, of: address.dataSet, on: day)
        var refusal: SeriesRefusal?
        for grain in try grains(request) {
            do {
                let told = try await series.series(SeriesQuestion([address], in: [place], by: grain, over: span))
                return SeriesDocument.Answer(told, of: measure, in: place, over: span)
            } catch let coarser as SeriesRefusal {
                // Of months that make no whole years the first reason is the one to tell.
                switch coarser {
                case .coarser, .spanIsNotWhole: refusal = refusal ?? coarser
                default: throw Refusals("\(coarser)")
                }
            }
        }
        throw Refusals("\(refusal ?? .nothingAsked)")
    }

    /// As finely as it is told, unless something else is asked for.
    private func grains(_ request: Request) throws -> [SeriesQuestion.Grain] {
        guard let text = request.uri.queryParameters["by"] else { return SeriesQuestion.Grain.allCases }
        guard let grain = SeriesQuestion.Grain(rawValue: String(text)) else {
            throw Refusals("‘by’ is month, quarter or year")
        }
        return [grain]
    }

    /// What is asked for, or else all that the set covers.
    private func span(_ request: Request, of set: DataSetAddress, on day: Day) async throws -> Period {
        let asked = request.uri.queryParameters
        let covered = try await standings.standings(on: day).first { $0.set.address == set }?.months ?? []
        var refusals = Refusals()
        func month(_ name: String, else known: Month?) -> Month? {
            guard let text = asked[name[...]] else {
                if known == nil { refusals.add("Nothing of this data set is here yet", field: name) }
                return known
            }
            return refusals.month(String(text), field: name, "‘\(name)’ as a month", like: "2015-01")
        }
        let (from, to) = (month("from", else: covered.min()), month("to", else: covered.max()))
        guard let from, let to else { throw refusals }
        guard let span = try? Period(from: from, to: to) else { throw Refusals("‘to’ is before ‘from’: swap the two") }
        return span
    }
}
