import DataFiles
import DataRegister
import Statistics
import Wording

/// The partnership's district among those of a set, by the rate of one measure over one period.
public struct Comparison: Sendable {
    /// One district of the set.
    public struct Member: Sendable {
        public let name: String
        public let isOwn: Bool
        /// Nil is missing, never zero.
        public let count: Int?
        public let people: PopulationUsed?
        /// Whose police recorded it, where the figures tell.
        public let force: String?
        /// Whether only a neighbour's rows of it are here.
        public let isStray: Bool
        /// With its 95 % interval; nil where the count or the residents are not known.
        public let rate: Rate?
        /// From 1, the highest rate first; those with one rate share a place.
        public fileprivate(set) var rank: Int?
        /// In the funnel of the group; nil where there is none.
        public fileprivate(set) var position: FunnelPosition?
        /// Whether its rate differs from the own district's by more than chance and the swings of months, all comparisons
        /// allowed for; nil where that is not known, and of the own district itself.
        public fileprivate(set) var isToldApart: Bool?
    }

    public let set: ComparatorSet
    public let measures: [Measure]
    public let period: Period
    /// Those with a rate by their place, then the others by name.
    public let members: [Member]
    /// The unweighted mean of the members' rates, the own district's included: no district weighs more for being large.
    /// Nil where fewer than three have one.
    ///
    /// *Source*: HMIC, most similar groups.
    public let mean: Double?
    /// In the order of `members`. Nil where it cannot be drawn, and of so few that nobody could stand out.
    public let funnel: Funnel?
    /// How much months vary in what is counted, as is allowed for where districts are told apart.
    let swings: Swings?
    /// What must be said beside it.
    public let cautions: [String]
    public let citation: Citation
    public let populations: Citation
    /// Whether the own district is in the set only because it is compared with it.
    public let isOwnAdded: Bool

    /// From how many rates a mean is told.
    static let fewest = 3
    /// From how many rates it is told who stands out: of fewer, the limits are as wide as the districts are apart.
    static let fewestInFunnel = 10
    /// What is allowed for where the own district's months are not here: about what crimes of one type in a district have.
    static let usualSwings = (value: 2.0, freedom: 11.0)

    /// - Parameters:
    ///   - figures: of each measure over the period, for every district; their counts are added up.
    ///   - populations: of districts.
    ///   - home: the own district; nil where it is not known.
    ///   - swings: how much its months vary; nil where they are not here.
    ///   - isJudged: whether it is worked out who differs and who stands out, which takes long of many; without, there are the
    ///     rates and the places alone.
    /// - Throws: ``ComparisonRefusal`` where districts may not be set side by side.
    init(
        _ set: ComparatorSet, _ figures: [PlaceFigures], over period: Period, among populations: DistrictPopulations,
        home: String?, swings: Swings? = nil, isJudged: Bool = true
    ) throws {
        guard let first = figures.first else { throw ComparisonRefusal.nothingAsked }
        if let part = figures.compactMap(\.part).first { throw ComparisonRefusal.part(period, reason: part) }
        let rows = figures.map { figures in
            Dictionary(figures.rows.map { (DistrictName($0.place.name), $0) }, uniquingKeysWith: { one, _ in one })
        }
        let own = home.map(DistrictName.init)
        var names = set.members
        let isThere = names.contains { DistrictName($0) == own }
        if let home, !isThere { names.append(home) }
        isOwnAdded = home != nil && !isThere
        var members: [Member] = []
        for name in names {
            let found = rows.map { $0[DistrictName(name)] }
            members.append(try Member(name, found, populations.table, over: period, isOwn: DistrictName(name) == own))
        }
        if let small = figures.map(\.smallCounts).max(by: { $0.least < $1.least }),
            let few = members.first(where: { small.hides($0.count ?? 0) })
        {
            throw ComparisonRefusal.tooSmall(few.name, period, small)
        }
        (self.set, measures, self.period) = (set, figures.map(\.measure), period)
        cautions = try Self.cautions(figures, names) + Self.strays(members)
        let rates = members.compactMap { $0.rate?.value }
        mean = rates.count < Self.fewest ? nil : rates.reduce(0, +) / Double(rates.count)
        self.swings = swings
        members = try Self.placed(members, swings, isJudged: isJudged)
        funnel =
            !isJudged || rates.count < Self.fewestInFunnel
            ? nil
            : try? Funnel(
                counts: members.map { $0.rate?.count },
                populations: members.map { Double($0.people?.people ?? 1) })
        for (index, area) in (funnel?.areas ?? []).enumerated() { members[index].position = area?.position }
        self.members = members
        citation = figures.dropFirst().reduce(first.citation) { $0.joined(with: $1.citation) }.standing(
            on: isJudged ? [swings?.citation].compactMap(\.self) : [])
        self.populations = populations.citation
    }

    /// Incidents are recorded by each force in its own way: between forces they are not compared at all.
    private static func cautions(_ figures: [PlaceFigures], _ names: [String]) throws -> [String] {
        let between = "\(ComparabilityRefusal.antiSocialBehaviourBetweenForces)"
        let members = Set(names.map(DistrictName.init))
        let own = figures.flatMap(\.rows).filter { members.contains(DistrictName($0.place.name)) && $0.number != nil }
        let isIncidents = figures.contains { $0.measure.address.name == CrimeMeasures.antiSocialBehaviour }
        if isIncidents, Set(own.compactMap(\.force)).count > 1 {
            throw ComparabilityRefusal.antiSocialBehaviourBetweenForces
        }
        let all = figures.flatMap(\.cautions).filter { $0 != between }
        return all.enumerated().filter { all.firstIndex(of: $0.element) == $0.offset }.map(\.element)
    }

    private static func strays(_ members: [Member]) -> [String] {
        let names = members.filter(\.isStray).map(\.name)
        guard !names.isEmpty else { return [] }
        let those = names.count <= 5 ? names.inWords : "\(names.count.grouped) districts"
        return ["Of \(those) only a few rows are here, in a neighbour’s files. They have no rate and no place."]
    }

    private static func placed(_ members: [Member], _ swings: Swings?, isJudged: Bool) throws -> [Member] {
        let own = members.first(where: \.isOwn)
        let allowed = swings.map { ($0.dispersion.value, Double($0.dispersion.degreesOfFreedom)) } ?? usualSwings
        let probabilities = try members.map { member -> Double? in
            guard isJudged, !member.isOwn, let mine = own?.rate, let theirs = member.rate else { return nil }
            return try RateRatio.probability(
                before: theirs.count, after: mine.count, exposureBefore: theirs.population,
                exposureAfter: mine.population, swings: allowed)
        }
        let told = try FalseDiscoveryRate(probabilities)
        let rates = members.compactMap { $0.rate?.value }
        return members.enumerated().map { index, member in
            var member = member
            if let rate = member.rate { member.rank = 1 + rates.count { $0 > rate.value } }
            member.isToldApart = probabilities[index].map { _ in told.isRejected[index] }
            return member
        }.sorted { ($0.rank ?? .max, $0.name) < ($1.rank ?? .max, $1.name) }
    }
}

extension Comparison {
    public var own: Member? { members.first(where: \.isOwn) }

    /// Those with a rate.
    public var known: [Member] { members.filter { $0.rate != nil } }

    /// The rate of all its districts with a rate together, as that of one place: where a district of many people has many
    /// crimes, it is not their mean.
    public var together: Rate? {
        let rates = known.compactMap(\.rate)
        guard rates.count >= Self.fewest else { return nil }
        return try? Rate(
            count: rates.reduce(0) { $0 + $1.count }, population: rates.reduce(0) { $0 + $1.population })
    }

    /// None where the measures do not agree.
    public var polarity: Measure.Polarity {
        let all = Set(measures.map(\.polarity))
        return all.count == 1 ? all.first ?? .noJudgement : .noJudgement
    }

    /// The others that chance alone does not tell from the own district.
    public var notToldApart: [Member] { members.filter { $0.isToldApart == false } }

    /// From the best to the worst place that the own district could have, as far as differences are more than chance.
    public var places: ClosedRange<Int>? {
        guard let rate = own?.rate?.value, own?.rank != nil else { return nil }
        let told = members.filter { $0.isToldApart == true }
        let above = told.count { ($0.rate?.value ?? 0) > rate }
        let below = told.count { ($0.rate?.value ?? .infinity) < rate }
        return (1 + above)...(known.count - below)
    }
}

extension Comparison.Member {
    fileprivate init(
        _ name: String, _ rows: [PlaceFigures.Row?], _ populations: PopulationTable, over period: Period, isOwn: Bool
    ) throws {
        (self.name, self.isOwn) = (name, isOwn)
        let counts = rows.compactMap { $0?.count }
        let people = populations.people(inDistrict: name, during: period)
        // A few of a district's rows are in its neighbours' files: they are not how much there is in it.
        isStray = rows.contains { row in
            row?.areas.map { DistrictData.isStray(areas: $0, people: people?.people) } ?? false
        }
        count = counts.count == rows.count && !isStray ? counts.reduce(0, +) : nil
        self.people = people
        force = rows.lazy.compactMap { $0?.force }.first
        guard let count, let people else {
            rate = nil
            return
        }
        rate = try Rate(count: count, population: Double(people.people))
    }
}

extension Comparison {
    /// Why the own district has no rate in it, which of the two it takes being missing.
    var noRateOfOwn: ComparisonRefusal {
        guard members.contains(where: { $0.count != nil }) else {
            return .noneCounted(subject, in: set.name, period)
        }
        let lacking: ComparisonRefusal.Lacking =
            own?.count != nil ? .residents : own?.people != nil ? .count : .both
        return .noRateOfOwn(own?.name ?? "", period, lacking: lacking)
    }
}

/// Why districts are not set side by side.
public enum ComparisonRefusal: Error, Hashable, Sendable, CustomStringConvertible {
    /// What a rate takes and is not here.
    public enum Lacking: String, Hashable, Sendable {
        case count = "its own count by the district is not here"
        case residents = "the number of its residents is not here"
        case both = "neither its own count by the district nor the number of its residents is here"
    }

    case nothingAsked
    case part(Period, reason: String)
    /// Of what is counted, with its data set: "Burglary, of street-level crime".
    case noWholeYear(String)
    case noOwnDistrict
    case noSuchSet(String)
    case notMember(String, of: String)
    case noneCounted(String, in: String, Period)
    /// A partner’s data, which tell of the own district alone.
    case countedHereAlone(String, in: String)
    case noRateOfOwn(String, Period, lacking: Lacking)
    case noOthers(String, in: String, Period)
    case tooFewKnown(Int, of: Int, in: String, Period)
    case tooSmall(String, Period, SmallCounts)
    case oneYear(String, Period)
    /// The other districts are of other forces, and the table of all districts leaves it out.
    case noAntiSocialBehaviour(in: String)

    /// Whether no file would make it a judgement: forces record anti-social behaviour each in their own way, and a partner tells of
    /// its own district.
    public var isOfPrinciple: Bool {
        switch self {
        case .noAntiSocialBehaviour, .countedHereAlone: true
        default: false
        }
    }

    public var description: String { remedy.map { "\(reason) \($0)" } ?? reason }

    /// What to do about it; nil where the reason has it, or nothing can be done.
    public var remedy: String? {
        switch self {
        case .part: "Choose a whole year."
        case .noWholeYear: "Import the missing files, or choose another measure."
        case .noOthers, .tooFewKnown:
            "Import their forces’ files or the table of districts and years, and the population of districts."
        case .tooSmall: "Choose a longer period or several measures together."
        default: nil
        }
    }

    /// What is the case.
    public var reason: String {
        switch self {
        case .nothingAsked: "Choose what to compare."
        case .part(let period, let reason):
            "\(period) is known in part: \(reason). A part of a year is never set against a whole one."
        case .noWholeYear(let counted): "\(counted): no year is here from January to December."
        case .noOwnDistrict: "The partnership’s details name no district, so there is nothing to compare."
        case .noSuchSet(let name): "There is no set of districts to compare with at the address ‘\(name)’."
        case .notMember(let name, let set): "\(name) is not among the districts of ‘\(set)’."
        case .noneCounted(let subject, let set, let period):
            "No district of ‘\(set)’ has a number of the district as a whole here for \(subject) in \(period), so nothing can be set "
                + "side by side. It takes figures that are given by the district, for those to be compared with too."
        case .countedHereAlone(let subject, let set):
            "No comparison: \(subject) is from a partner’s data, which tell of this district and of no other of ‘\(set)’."
        case .noRateOfOwn(let name, let period, let lacking):
            "There is no rate of \(name) for \(period): \(lacking.rawValue)."
        case .noOthers(let name, let set, let period):
            "Of ‘\(set)’ no district but \(name) has a rate for \(period), so there is nothing to have a place among."
        case .tooFewKnown(let known, let all, let set, let period):
            "Of the \(all) districts of ‘\(set)’ only \(known) \(known == 1 ? "has" : "have") a rate for \(period), which makes no mean of the group."
        case .oneYear(let subject, let period):
            "\(subject) is here for \(period) alone, as far as years are counted in one way, so there is no other year to set it "
                + "beside."
        case .noAntiSocialBehaviour(let set):
            "No comparison: the districts of ‘\(set)’ have no anti-social behaviour in the table of districts and years, and "
                + "theirs of the street-level files is not here."
        case .tooSmall(let name, let period, let small):
            "There were \(small.words) in \(name) in \(period), and a rate would tell how many."
        }
    }
}
