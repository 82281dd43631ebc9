import DataFiles
import DataRegister
import Geography
import Statistics
import Wording

/// The own district's wards and small areas: how much is where, how few of them hold half of it, and which clusters persist.
struct PlacesOverview: Sendable {
    /// One ward or small area over the last twelve months.
    struct Line: Sendable {
        let place: Place
        let crimes: Int
        let before: Int?
        let people: Int?
        let rate: Rate?
    }

    let data: DistrictData
    /// The last twelve months, and those before them, newest first; never across a change of small areas.
    let years: [Period]
    /// Most crime first.
    let areas: [Line]
    let wards: [Line]
    /// What is left out of both, and why.
    let leftOut: [String]
    /// Of crime over small areas.
    let concentration: Concentration?
    let hotSpots: HotSpots?
    /// Of the small areas, as far as they were imported.
    let boundaries: [Boundary]

    var period: Period { years[0] }

    /// The months that its numbers count, as a heading says it: "2015", and of twelve without the first "January to November
    /// 2014", whatever was asked for; "2015 (10 of 12 months)" where some are missing in between.
    var counted: String {
        let here = period.months.filter(data.covered.contains)
        guard here.count < period.count, let first = here.first, let last = here.last else { return "\(period)" }
        if let part = try? Period(from: first, to: last), part.count == here.count { return "\(part)" }
        return "\(period) (\(here.count) of \(period.count) months)"
    }

    /// Why fewer than twelve months are looked at, where nobody chose them.
    var shortSentence: String? {
        guard period.count < 12 else { return nil }
        let shown = period.count == 1 ? "this one is" : "these \(period.count) are"
        return "No twelve months on end are here yet, so \(shown) looked at."
    }

    /// Whether any place has a number of the months before.
    var tellsBefore: Bool { (areas + wards).contains { $0.before != nil } }

    init(_ data: DistrictData, years: [Period], wards: [WardAreas], boundaries: [Boundary]) {
        self.data = data
        self.years = years
        let level: Place.Level = years[0].from < LSOAVintage.firstMonthOf2021 ? .lsoa2011 : .lsoa2021
        let isKnown = years[0].months.contains(where: data.covered.contains)
        // A part of a year is never set against a whole one.
        let hasBefore = years.prefix(2).allSatisfy { $0.months.allSatisfy(data.covered.contains) } && years.count > 1
        let living = isKnown ? data.living(over: years[0]) : []
        areas = living.map { area in
            Line(.lsoa(area.code, name: area.name, of: level), of: [area], in: data, years: years, hasBefore: hasBefore)
        }.sorted(by: Self.order)
        let byCode = Dictionary(data.areas.map { ($0.code, $0) }, uniquingKeysWith: { one, _ in one })
        let codes = Set(living.map(\.code))
        let short = wards.filter { Self.isShort($0, of: data, over: years[0]) }
        self.wards = wards.filter { ward in
            !short.contains(ward) && ward.areas.contains(where: codes.contains)
        }.map { ward in
            Line(
                ward.ward, of: ward.areas.filter(codes.contains).compactMap { byCode[$0] }, in: data, years: years,
                hasBefore: hasBefore)
        }.sorted(by: Self.order)
        leftOut = Self.leftOut(data, living: codes, short: short)
        concentration = isKnown ? Self.concentration(of: areas) : nil
        self.boundaries = boundaries
        hotSpots = try? HotSpots(data, over: years.reversed(), boundaries: boundaries)
    }

    /// Whether a ward has lost areas to the census of 2021, or got some, of which what was there before or after is not known.
    private static func isShort(_ ward: WardAreas, of data: DistrictData, over period: Period) -> Bool {
        data.change?.within(Set(ward.areas))?.isShort(in: period) ?? false
    }

    private static func leftOut(_ data: DistrictData, living: Set<String>, short: [WardAreas]) -> [String] {
        guard let change = data.change else { return [] }
        let gone = data.areas.filter { !living.contains($0.code) }
        let areas =
            gone.isEmpty
            ? nil
            : "\(change.sentence) \(gone.count.counted("area that was not there is", "areas that were not there are")) left out."
        let wards =
            short.isEmpty
            ? nil
            : "\(short.map(\.ward.name).inWords) \(short.count == 1 ? "is" : "are") left out: which small areas of today lie "
                + "there is not known. Import a lookup of the small areas of 2021 and wards."
        return [areas, wards].compactMap(\.self)
    }

    private static func concentration(of areas: [Line]) -> Concentration? {
        try? Concentration(areas.map(\.crimes))
    }

    private static func order(_ one: Line, _ other: Line) -> Bool {
        (other.crimes, one.place.name) < (one.crimes, other.place.name)
    }

    /// Which of the months are not here, and what is therefore not told; nil where all are.
    var missingSentence: String? {
        let now = missingNow
        guard years.count > 1 else { return now }
        let before = years[1].months.filter(data.covered.contains).count
        guard now != nil || before < years[1].count else { return nil }
        let why =
            before < years[1].count
            ? "Of \(years[1]) \(before == 0 ? "none" : "\(before)") of the \(years[1].count) months \(before == 1 ? "is" : "are") here. "
            : ""
        return [now, "\(why)A part of a year is not set against a whole one, so no earlier number is told."]
            .compactMap(\.self).joined(separator: " ")
    }

    private var missingNow: String? {
        let missing = period.months.filter { !data.covered.contains($0) }
        guard !missing.isEmpty else { return nil }
        let months = missing.inWords
        return
            "Of \(period) \(months) \(missing.count == 1 ? "is" : "are") missing. Every number, rate and share here is of "
            + "the other \((period.count - missing.count).counted("month", "months")), and none is made up to twelve."
    }

    /// "Half of recorded crime lay in 18 of the 84 small areas (21%)."
    var concentrationSentence: String? {
        guard let concentration, let half = try? concentration.areas(holding: 50) else { return nil }
        let share = (Double(half.fewest) / Double(concentration.areas) * 100).rounded(places: 0)
        return
            "Half of recorded crime in \(counted) lay in \(half.fewest) of the \(concentration.areas) small areas (\(share)%)."
    }

    /// A point of the Lorenz curve in words, and the index of it.
    var lorenzSentence: String? {
        guard let concentration, let gini = concentration.generalisedGini else { return nil }
        let tenth = max(1, Int((Double(concentration.areas) / 10).rounded()))
        guard let share = concentration.share(ofTop: tenth) else { return nil }
        let held = (share * 100).rounded(places: 0)
        return
            "The \(tenth.counted("area", "areas")) with most, a tenth of them, held \(held)% of it; were it spread evenly, "
            + "they would hold a tenth. The Gini index is \(gini.rounded(places: 2)), where 0 is an even spread and 1 is all in "
            + "one area."
    }
}

extension PlacesOverview.Line {
    fileprivate init(
        _ place: Place, of areas: [DistrictData.Area], in data: DistrictData, years: [Period], hasBefore: Bool
    ) {
        self.place = place
        crimes = areas.reduce(0) { $0 + PlaceCounts.crimes(in: $1, over: years[0], known: data.covered) }
        before =
            hasBefore
            ? areas.reduce(0) { $0 + PlaceCounts.crimes(in: $1, over: years[1], known: data.covered) } : nil
        people = data.population.together([areas.map(\.code)], called: place.name, during: years[0])?.people
        rate = people.flatMap { [crimes] in try? Rate(count: crimes, population: Double($0)) }
    }
}
