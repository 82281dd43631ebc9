import Charts
import DataFiles
import DataRegister
import Storage
import Wording

/// Where wards are followed: what the data say of some of them since a year began, beside the year before and the district.
public struct FollowedPlacesDesk: Sendable {
    private let district: String?
    private let districts: DistrictStore
    private let series: SeriesStore
    private let finder: PlaceAddressStore
    private let signals: SignalDesk
    private let partners: PartnersCountDesk
    private let known: KnownOfPlaceDesk

    /// - Parameters:
    ///   - figures: where partners' numbers are told.
    ///   - signals: the site's own, so that nothing is worked out twice.
    ///   - district: the partnership's own; nil where none is named.
    public init(
        _ database: Database, identities: Identities, figures: FigureDesk, signals: SignalDesk, district: String?
    ) {
        self.signals = signals
        self.district = district
        districts = DistrictStore(database, places: PlaceStore(database, identities: identities))
        series = SeriesStore(database, identities: identities)
        finder = PlaceAddressStore(database)
        partners = PartnersCountDesk(sets: DataSetStore(database), figures: figures)
        known = KnownOfPlaceDesk(sets: DataSetStore(database), series: series)
    }

    /// What the data here can change.
    ///
    /// - Throws: `DatabaseFault`
    public func edition() async throws -> String { try await series.edition() }

    /// What is told of some places.
    public struct Told: Sendable {
        /// Of one of them.
        public struct OfPlace: Sendable {
            public let place: Place
            public let sentence: String
            public let rate: String?
            /// Which types changed, and how many chance would mark; nil where the police’s months of it are not here.
            public let types: String?
            public let signals: [String]
            public let exhibits: [DistrictExhibit]
        }

        public let period: Period
        /// What became of the district; nil where the police’s months of it are not here, and so is
        public let district: String?
        /// all of them in one table.
        public let summary: DistrictExhibit?
        public let places: [OfPlace]
        public let cautions: [String]
    }

    /// The wards of the district by name, or its small areas where no wards are known.
    ///
    /// - Throws: `DatabaseFault`
    public func places() async throws -> [Place] {
        guard let district, let whole = try await finder.place(PlaceAddress(.district(district))) else { return [] }
        let areas = try await districts.places.areas(in: whole)
        let wards = try await districts.places.wards(of: areas.map(\.code))
        guard wards.isEmpty else { return wards.map(\.ward) }
        let level = LSOAVintage.level(of: areas.map(\.code))
        return areas.map { .lsoa($0.code, name: $0.name, of: level) }
    }

    /// Some places over the months of a period that are here, beside the same months of the year before. Of one of which the police’s
    /// months are not here it is told what partners count, and what is here of the year before.
    ///
    /// - Returns: nil where nothing of either is here.
    /// - Throws: `DatabaseFault`
    public func told(of addresses: [PlaceAddress], since period: Period) async throws -> Told? {
        let here = try await street(addresses, since: period)
        var places: [Told.OfPlace] = []
        for address in addresses {
            if let one = here?.found.places.first(where: { PlaceAddress($0.place) == address }), let here {
                places.append(try await told(one, of: here.found, here.citation))
            } else if let one = try await known(of: address, over: here?.period ?? period) {
                places.append(one)
            }
        }
        guard here != nil || !places.isEmpty else { return nil }
        return Told(
            period: here?.period ?? period, district: here?.found.whole,
            summary: here.flatMap { $0.found.places.isEmpty ? nil : Self.summary($0.found, $0.citation) },
            places: places, cautions: here?.found.district.cautions ?? [])
    }

    /// What the police’s months tell of them; nil where none of the period is here.
    private func street(
        _ addresses: [PlaceAddress], since period: Period
    ) async throws -> (period: Period, found: FollowedPlaces, citation: Citation)? {
        guard let district else { return nil }
        let here = try await series.months(of: district)
        guard let last = period.months.last(where: here.contains) else { return nil }
        let known = period.part(0...period.from.distance(to: last))
        guard let (found, citation) = try await followed(addresses, over: known, against: known.yearBefore) else {
            return nil
        }
        return (known, found, citation)
    }

    private func told(
        _ one: FollowedPlaces.One, of found: FollowedPlaces, _ citation: Citation
    ) async throws -> Told.OfPlace {
        let counted = try await partners.counts(in: one.place, over: found.period, against: found.period.yearBefore)
        let exhibits = [Self.months(found, one, citation), Self.types(one, citation), Self.partners(counted)]
        return Told.OfPlace(
            place: one.place, sentence: found.sentence(of: one), rate: found.rate(of: one),
            types: found.changed(in: one),
            signals: try await signals(of: one.place, to: found.period.to, since: found.period),
            exhibits: exhibits.compactMap(\.self))
    }

    private func known(of address: PlaceAddress, over period: Period) async throws -> Told.OfPlace? {
        guard let place = try await finder.place(address),
            let found = try await known.known(of: place, over: period, against: period.yearBefore)
        else { return nil }
        return Told.OfPlace(
            place: place, sentence: found.sentence, rate: nil, types: nil, signals: [], exhibits: [found.exhibit])
    }

    /// The same places over any period beside another, as a document shows them: in one table, and each by its months; one of which
    /// the police’s months are not here by what is.
    ///
    /// - Throws: `DatabaseFault`
    public func exhibits(
        of addresses: [PlaceAddress], over period: Period, against comparison: Period
    ) async throws -> [DistrictExhibit] {
        let told = try await followed(addresses, over: period, against: comparison)
        var exhibits: [DistrictExhibit] = []
        if let (found, citation) = told, !found.places.isEmpty {
            exhibits = [Self.summary(found, citation)]
            exhibits += found.places.enumerated().map { index, one in
                Self.months(found, one, citation, named: "focus-ward-\(index + 1)")
            }
        }
        for (index, address) in addresses.enumerated() {
            guard let place = try await finder.place(address),
                !(told?.0.places.contains { $0.place == place } ?? false),
                let known = try await known.known(of: place, over: period, against: comparison)
            else { continue }
            exhibits.append(known.exhibit.renamed("focus-known-\(index + 1)"))
        }
        return exhibits
    }

    private func followed(
        _ addresses: [PlaceAddress], over period: Period, against comparison: Period
    ) async throws -> (FollowedPlaces, Citation)? {
        guard let district, let whole = try await finder.place(PlaceAddress(.district(district)))
        else { return nil }
        var places: [(place: Place, codes: Set<String>)] = []
        for address in addresses {
            guard let place = try await finder.place(address) else { continue }
            places.append((place, Set(try await districts.places.areas(in: place).map(\.code))))
        }
        do {
            let data = try await districts.data(of: district, over: [comparison, period], points: false)
            let found = try FollowedPlaces(places, in: data, over: period, against: comparison)
            guard let counted = try await series.citationOfCrime(in: whole, over: [period, comparison]) else {
                return nil
            }
            return (found, counted.standing(on: try await grounds(of: found, lying: places)))
        } catch is AssessmentRefusal {
            return nil
        } catch is SeriesRefusal {
            return nil
        }
    }

    /// The lookups that say what lies in the wards, and the estimates of who lives there.
    private func grounds(
        of found: FollowedPlaces, lying places: [(place: Place, codes: Set<String>)]
    ) async throws -> [Citation] {
        let wards = places.filter { $0.place.level == .ward }
        var grounds = [
            try await districts.places.lookups(placing: wards.reduce(into: []) { $0.formUnion($1.codes) })
        ]
        for one in found.places {
            guard let used = one.assessment.crime.population else { continue }
            let residents = try await districts.places.source(of: used, in: one.place)
            grounds = [grounds[0]] + [grounds.dropFirst().reduce(residents) { $0.joined(with: $1) }]
        }
        return grounds
    }

    /// Which months of which types stood out in a ward; why that cannot be told otherwise.
    private func signals(of place: Place, to last: Month, since period: Period) async throws -> [String] {
        guard SignalDesk.levels.contains(place.level) else {
            return ["A small area has too few crimes a month to call one of its months out of the ordinary."]
        }
        guard let overview = try await signals.overview(of: place, to: last), overview.tests > 0 else {
            return [
                "No month can be called out of the ordinary yet: that takes three years of the same season before it."
            ]
        }
        let found = overview.signals.filter { period.months.contains($0.month.month) }
        return [overview.sentence]
            + found.map { $0.month.sentence($0.series.subject, unit: $0.series.series.unit) }
    }
}

extension FollowedPlacesDesk {
    private static func summary(_ found: FollowedPlaces, _ citation: Citation) -> DistrictExhibit {
        DistrictExhibit("focus-wards", found.table, sentence: found.sentence, facts: found.facts, citation: citation)
    }

    private static func months(
        _ found: FollowedPlaces, _ one: FollowedPlaces.One, _ citation: Citation, named name: String = "by-month"
    ) -> DistrictExhibit {
        let chart = AssessmentCharts(assessment: one.assessment, map: nil).monthly(
            one.assessment.crime, "\(one.place.name): recorded crime each month", unit: "crimes")
        return DistrictExhibit(
            name, chart, table: found.months(of: one), sentence: found.sentence(of: one),
            facts: found.monthsFacts(of: one), citation: citation)
    }

    private static func types(_ one: FollowedPlaces.One, _ citation: Citation) -> DistrictExhibit? {
        guard one.assessment.comparison != nil else { return nil }
        return DistrictExhibit(
            "types", AssessmentTables(assessment: one.assessment).types, sentence: one.assessment.multiplicity,
            facts: AssessmentTables(assessment: one.assessment).typesFacts, citation: citation)
    }

    private static func partners(_ counted: PartnersCount) -> DistrictExhibit? {
        guard let table = counted.table, let citation = counted.citation else { return nil }
        return DistrictExhibit(
            "partners", table, sentence: counted.sentence, facts: counted.facts, citation: citation,
            told: counted.lines.flatMap { [$0.now, $0.earlier] })
    }
}
