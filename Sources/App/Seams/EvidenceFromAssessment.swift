import Assessment
import DataFiles
import DataRegister
import Statistics
import Storage
import StrategicAssessment

/// What the strategic assessment's themes and texts are told of the figures.
struct EvidenceFromAssessment: EvidenceDesk {
    private let desk: FigureDesk
    private let comparisons: ComparisonDesk
    private let series: SeriesStore
    private let district: String?
    /// A ranking asks for the figures of every theme each time it is opened.
    private let shelf = EditionShelf<Key, Evidence>(most: 64)
    /// A text, its document and its paper ask for the same figures.
    private let figures = EditionShelf<String, Result<Evidence.Figure, Evidence.Missing>>(most: 2_000)

    private let counts = EditionShelf<String, Result<(Int, Evidence.Figure), Evidence.Missing>>(most: 2_000)

    private struct Key: Hashable {
        let measures: [String]
        let period: Period
        let comparison: Period
    }

    /// - Parameter district: the one the partnership is for.
    init(_ desk: FigureDesk, comparisons: ComparisonDesk, series: SeriesStore, district: String?) {
        (self.desk, self.comparisons, self.series, self.district) = (desk, comparisons, series, district)
    }

    func evidence(on measures: [String], over period: Period, against comparison: Period) async throws -> Evidence {
        let key = Key(measures: measures, period: period, comparison: comparison)
        return try await shelf.value(key, edition: edition()) { [self] in
            try await found(measures, over: period, against: comparison)
        }
    }

    func isAtHand(on measures: [String], over period: Period, against comparison: Period) async throws -> Bool {
        await shelf.isMade(
            Key(measures: measures, period: period, comparison: comparison), edition: try await edition())
    }

    private func edition() async throws -> String {
        "\(try await series.edition()) \(try await comparisons.edition())"
    }

    private func found(
        _ measures: [String], over period: Period, against comparison: Period
    ) async throws -> Evidence {
        guard let district else {
            return Evidence(missing: "The partnership’s details name no district, so nothing can be counted in it.")
        }
        let known = measures.compactMap(MeasureAddress.init)
        guard known.count == measures.count, !known.isEmpty else {
            return Evidence(missing: "Something that the theme counts is not known here. Choose again what it counts.")
        }
        let place = PlaceAddress(.district(district))
        let count = FigureAddress(.count, of: known, in: place, over: period)
        let change = FigureAddress(.change, of: known, in: place, over: period, against: comparison)
        return Evidence(
            volume: try await figure(count).flatMap { figure in
                figure.count.map { .success(($0, Evidence.Figure(figure))) }
                    ?? .failure(Self.unscored(figure, "That is too few to be scored by."))
            },
            trend: try await figure(change).flatMap { figure in
                guard figure.change?.verdict != .untold else {
                    return .failure(
                        .init(
                            "\(figure.sentence) Import the months of both years to score it.",
                            fact: "whether a change is more than chance cannot be told from two totals",
                            isOfPrinciple: true, figure: Evidence.Figure(figure)))
                }
                if let why = figure.change?.whyUnjudged {
                    return .failure(
                        .init(figure.sentence, fact: why, isOfPrinciple: true, figure: Evidence.Figure(figure)))
                }
                return figure.change.map { .success(($0, Evidence.Figure(figure))) }
                    ?? .failure(Self.unscored(figure, "Those are too few to be scored by."))
            },
            comparison: try await besideOthers(known, over: period))
    }

    /// What can be told, and is too little to be scored by; or no more is known than that it was at least so much, which bears no score.
    private static func unscored(_ figure: Figure, _ why: String) -> Evidence.Missing {
        if let short = figure.shortfall {
            return .init(short.description, fact: short.reason, figure: Evidence.Figure(figure))
        }
        return .init("\(figure.sentence) \(why)", figure: Evidence.Figure(figure))
    }

    func count(
        of measure: String, over period: Period
    ) async throws -> Result<(Int, Evidence.Figure), Evidence.Missing> {
        guard let district, let known = MeasureAddress(measure) else {
            return .failure(.init("No district is named, or something that the theme counts is not known here."))
        }
        let address = FigureAddress(.count, of: [known], in: PlaceAddress(.district(district)), over: period)
        return try await counts.value(address.description, edition: edition()) { [self] in
            try await figure(address).flatMap { figure in
                figure.count.map { .success(($0, Evidence.Figure(figure))) }
                    ?? .failure(Self.unscored(figure, "That is too few for harm to be worked out."))
            }
        }
    }

    func monthsHere() async throws -> MonthsHere {
        guard let district else { return MonthsHere(monthly: [], years: []) }
        return MonthsHere(monthly: try await series.months(of: district), years: try await yearsHere(of: district))
    }

    /// The whole years in which the table of districts and years tells of the district.
    private func yearsHere(of district: String) async throws -> Set<Int> {
        let years = try await series.wholeYears(of: .districtYears)
        guard let last = years.first, let first = years.last,
            let all = MeasureAddress(in: .districtYears, called: CrimeMeasures.allCrime)
        else { return [] }
        let span = try Period(from: Period.calendarYear(first).from, to: Period.calendarYear(last).to)
        let told = try await series.series(SeriesQuestion([all], in: [.district(district)], by: .year, over: span))
        return Set(told.points.filter { $0.count != nil }.map(\.period.from.year))
    }

    /// How the district stands among those of the set that was chosen.
    private func besideOthers(
        _ measures: [MeasureAddress], over period: Period
    ) async throws -> Result<(Score?, Evidence.Figure), Evidence.Missing> {
        do {
            guard let found = try await comparisons.standing(of: measures, over: period) else {
                return .failure(.init("No set of districts to compare with has been chosen."))
            }
            return .success((found.score, Evidence.Figure(found)))
        } catch let refusal as ComparabilityRefusal {
            return .failure(
                .init(refusal.description, isOfPrinciple: refusal == .antiSocialBehaviourBetweenForces))
        } catch let refusal as ComparisonRefusal {
            return .failure(
                .init(refusal.description, fact: refusal.reason, isOfPrinciple: refusal.isOfPrinciple))
        } catch {
            guard let refusal = FigureRefusal(error) else { throw error }
            return .failure(.init(refusal.description, fact: refusal.reason))
        }
    }

    func signals(on measures: [String], over period: Period) async throws -> Result<Evidence.Figure, Evidence.Missing> {
        let known = measures.compactMap(MeasureAddress.init)
        guard let district, known.count == measures.count, !known.isEmpty else {
            return .failure(.init("No district is named, or one of the theme’s measures is not known here."))
        }
        let address = FigureAddress(.signal, of: known, in: PlaceAddress(.district(district)), over: period)
        return try await figure(address).map(Evidence.Figure.init)
    }

    func besideOthers(
        on themes: [(name: String, measures: [String])], over period: Period
    ) async throws -> BesideOthers {
        guard let set = try await comparisons.citationOfChosen() else { return BesideOthers(set: nil, rows: []) }
        var rows: [BesideOthers.Row] = []
        for theme in themes {
            rows.append(.init(theme.name, try await standing(on: theme.measures, over: period)))
        }
        return BesideOthers(set: set, rows: rows)
    }

    private func standing(
        on measures: [String], over period: Period
    ) async throws -> Result<BesideOthers.Standing, Evidence.Missing> {
        let known = measures.compactMap(MeasureAddress.init)
        guard known.count == measures.count else {
            return .failure(.init("One of the theme’s measures is not known here."))
        }
        do {
            guard let found = try await comparisons.standing(of: known, over: period), let words = found.inWords else {
                return .failure(.init("No set of districts to compare with has been chosen."))
            }
            return .success(
                .init(
                    rate: words.rate, interval: words.interval, mean: words.mean, besideMean: words.besideMean,
                    place: words.place, couldBe: words.couldBe, what: words.what, period: words.period,
                    figure: Evidence.Figure(found), numbers: found.numbers.map(BesideOthers.Numbers.init)))
        } catch {
            guard let refusal = FigureRefusal(error) else { throw error }
            return .failure(.init(refusal.description, fact: refusal.reason))
        }
    }

    func comparedWith() async throws -> ComparedSet? {
        try await comparisons.chosen().map { ComparedSet($0) }
    }

    func figure(at address: String) async throws -> Result<Evidence.Figure, Evidence.Missing> {
        guard let address = FigureAddress(address) else {
            return .failure(.init("‘\(address)’ is no figure. Choose one from the page of figures."))
        }
        return try await figures.value(address.description, edition: edition()) { [self] in
            try await figure(address).map(Evidence.Figure.init)
        }
    }

    private func figure(_ address: FigureAddress) async throws -> Result<Figure, Evidence.Missing> {
        do {
            return .success(try await desk.figure(address))
        } catch let refusal as FigureRefusal {
            return .failure(.init(refusal.description, fact: refusal.reason))
        }
    }
}

extension BesideOthers.Numbers {
    fileprivate init(_ found: ComparisonStanding.Numbers) {
        self.init(
            rate: found.rate, lower: found.lower, upper: found.upper, mean: found.mean, place: found.place,
            of: found.of,
            couldBe: found.couldBe)
    }
}

extension Evidence {
    fileprivate init(missing reason: String) {
        self.init(
            volume: .failure(.init(reason)), trend: .failure(.init(reason)), comparison: .failure(.init(reason)))
    }
}

extension Evidence.Figure {
    fileprivate init(_ figure: Figure) {
        self.init(
            words: figure.words, sentence: figure.sentence, notes: figure.notes, source: figure.citation.words,
            address: figure.address.description, interval: figure.interval,
            releases: figure.citation.allReleases.map(Evidence.Release.init), number: figure.value, unit: figure.unit,
            measured: figure.measured, comparedWith: figure.comparison.map { ComparedSet($0.set) })
    }
}

extension Evidence.Release {
    init(_ release: Citation.CitedRelease) {
        self.init(
            id: release.id.description, title: release.publicTitle, publisher: release.publisher,
            licence: release.licence, receivedAt: release.receivedAt,
            sha256: release.publicSHA256?.description ?? "")
    }
}

extension Evidence.Figure {
    fileprivate init(_ found: ComparisonStanding) {
        self.init(
            words: found.comparison.words, sentence: found.comparison.sentence, notes: found.notes,
            source: found.comparison.sources, address: found.address.description,
            releases: found.citation.allReleases.map(Evidence.Release.init),
            comparedWith: ComparedSet(found.comparison.set))
    }
}

extension ComparedSet {
    fileprivate init(_ set: ComparatorSet) {
        self.init(
            address: set.address, name: set.name, version: set.newest.number, madeAt: set.newest.madeAt,
            citation: set.citation, members: set.members)
    }
}
