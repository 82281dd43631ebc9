import Charts
import DataFiles
import DataRegister
import Foundation
import Hummingbird
import Membership
import Press
import Statistics
import Storage
import Web

/// `/comparators/{set}/comparison`: as a page, as a picture, and as a table for spreadsheets; and its years.
public struct ComparisonRoutes: Sendable {
    private let desk: ComparisonDesk
    private let press: Press
    private let accent: Colour

    /// - Parameter accent: the partnership's own colour; nil is the house's.
    public init(_ desk: ComparisonDesk, press: Press, accent: Accent? = nil) {
        self.desk = desk
        self.press = press
        self.accent = Colour(accent)
    }

    func add(to routes: inout Routes) {
        let path = "/comparators/{set}/comparison"
        routes.members(.get, path, may: .readAssessments, use: read)
        routes.members(.get, path + ".csv", may: .readAssessments, use: table)
        routes.members(.get, path + ".svg", may: .readAssessments, as: .printing, use: draw)
        routes.members(.get, path + "/years.csv", may: .readAssessments, use: tableOfYears)
        routes.members(.get, path + "/years.svg", may: .readAssessments, as: .printing, use: drawYears)
    }

    /// What was asked for, with what is not said filled in: all crime, in the last whole year there is.
    private struct Question {
        let set: ComparatorSet
        let measures: [MeasureAddress]
        let period: Period?
        let year: String
    }

    private func asked(_ request: Request, _ context: MemberContext) async throws -> Question {
        let set = try await desk.comparators.asked(context)
        let asked = request.uri.queryParameters
        var measures: [MeasureAddress] = []
        if let text = asked["measure"], !text.isEmpty {
            let parts = text.split(separator: "+", omittingEmptySubsequences: false)
            measures = parts.compactMap { MeasureAddress(String($0)) }
            guard measures.count == parts.count else { throw HTTPError(.notFound) }
        } else {
            measures = [try await desk.usualMeasure(for: set)]
        }
        measures = Set(measures).sorted()
        if let text = asked["year"], !text.isEmpty {
            guard let period = Period(address: text) else { throw HTTPError(.notFound) }
            return Question(set: set, measures: measures, period: period, year: String(text))
        }
        let year = try await measures.first.asyncFlatMap { try await desk.wholeYears(of: $0.dataSet).first }
        return Question(
            set: set, measures: measures, period: year.map(Period.calendarYear), year: year.map { "\($0)" } ?? "")
    }

    private func read(_ request: Request, _ context: MemberContext) async throws -> Reply {
        let question = try await asked(request, context)
        let choices = try await choices(of: question)
        do {
            let comparison = try await comparison(question)
            return .page(
                ComparisonPage(
                    comparison: comparison, years: try await years(beside: comparison), choices: choices,
                    canDraw: await press.status.canDraw
                ).page)
        } catch {
            guard let reason = Self.reason(error) else { throw error }
            return .page(
                RefusedComparisonPage(set: question.set, choices: choices, reason: reason).page,
                status: .unprocessableContent)
        }
    }

    private func comparison(_ question: Question) async throws -> Comparison {
        guard let period = question.period else {
            guard let measure = question.measures.first else { throw ComparisonRefusal.nothingAsked }
            throw try await desk.noWholeYear(of: measure)
        }
        return try await desk.comparison(with: question.set, of: question.measures, over: period)
    }

    /// The years beside it, or why there are none.
    private func years(beside comparison: Comparison) async throws -> ComparedYearsSection {
        do {
            return .told(
                try await desk.years(
                    with: comparison.set, of: comparison.measures.map(\.address), upTo: comparison.period))
        } catch {
            guard let reason = Self.reason(error) else { throw error }
            return .untold(reason)
        }
    }

    private func choices(of question: Question) async throws -> ComparisonChoices {
        var measures: [ComparisonChoices.Choice] = []
        for set in try await desk.sets.dataSets() {
            for measure in try await desk.sets.measures(of: set.address) where measure.isCount {
                measures.append(ComparisonChoices.Choice(measure: measure, dataSet: set.name))
            }
        }
        let years = try await question.measures.first.asyncFlatMap { try await desk.wholeYears(of: $0.dataSet) }
        return ComparisonChoices(
            measures: measures, years: years ?? [],
            measure: question.measures.map(\.description).joined(separator: "+"), year: question.year)
    }

    private func table(_ request: Request, _ context: MemberContext) async throws -> Reply {
        let comparison = try await toldComparison(request, context)
        return .download(
            comparison.csv, type: "text/csv; charset=utf-8",
            named: "\(comparison.set.address)-\(slugged(comparison.subject))-\(comparison.period.inAddresses).csv")
    }

    private func draw(_ request: Request, _ context: MemberContext) async throws -> Reply {
        guard let chart = try await toldComparison(request, context).chart else { throw HTTPError(.notFound) }
        return await press.drawn(chart, for: request, accent: accent)
    }

    private func tableOfYears(_ request: Request, _ context: MemberContext) async throws -> Reply {
        let years = try await toldYears(request, context)
        return .download(
            years.csv, type: "text/csv; charset=utf-8",
            named: "\(years.set.address)-\(slugged(years.subject))-\(slugged(years.span)).csv")
    }

    private func drawYears(_ request: Request, _ context: MemberContext) async throws -> Reply {
        await press.drawn(try toldYears(request, context).chart, for: request, accent: accent)
    }

    private func toldYears(_ request: Request, _ context: MemberContext) async throws -> ComparedYears {
        guard case .told(let years) = try await years(beside: toldComparison(request, context)) else {
            throw HTTPError(.notFound)
        }
        return years
    }

    /// - Throws: what is refused as a page that is not found, for a file has no room for the reason.
    private func toldComparison(_ request: Request, _ context: MemberContext) async throws -> Comparison {
        do {
            return try await comparison(asked(request, context))
        } catch {
            throw Self.reason(error) == nil ? error : HTTPError(.notFound)
        }
    }

    /// Why districts are not set side by side; nil of a fault that is none of theirs.
    private static func reason(_ error: any Error) -> String? { FigureRefusal(error)?.description }
}

extension Optional {
    fileprivate func asyncFlatMap<Result>(
        _ transform: (Wrapped) async throws -> Result?
    ) async throws -> Result? {
        guard let self else { return nil }
        return try await transform(self)
    }
}
