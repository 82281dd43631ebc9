import DataFiles
import Foundation
import SampleData
import Statistics
import Storage
import Testing

@testable import Assessment
@testable import DataRegister

@Suite("The own district among others")
struct ComparisonTests {
    private static let burglary = MeasureAddress(in: .districtYears, called: "Burglary")

    private func set(_ members: [String]) -> ComparatorSet {
        ComparatorSet(
            address: "similar", kind: .entered,
            newest: .init(
                number: 2, details: ComparatorDetails(name: "Similar", source: "HMIC", on: nil, members: members),
                why: "x", madeBy: "Aysha Bell", madeAt: Date(timeIntervalSince1970: 1_455_019_200)),
            earlier: [])
    }

    /// - Parameter counts: nil where nothing is known of a district.
    private func comparison(
        _ counts: some Sequence<(key: String, value: Double?)>, people: [String: Int], of members: [String]? = nil,
        home: String? = "Thanet", polarity: Measure.Polarity = .lowIsGood, part: String? = nil,
        name: String = "Burglary", forces: [String: String] = [:], cautions: [String] = []
    ) throws -> Comparison {
        let address = try #require(MeasureAddress(in: .districtYears, called: name))
        let figures = PlaceFigures(
            measure: Measure(address, name: name, unit: "crimes", polarity: polarity), period: .calendarYear(2015),
            part: part,
            rows: counts.map { PlaceFigures.Row(.district($0.key), $0.value, by: forces[$0.key]) },
            citation: Citation(.districtYears, name: "Recorded crime", releases: []), cautions: cautions)
        let estimates = people.map { PopulationEstimate.made("E-\($0.key)", $0.key, .district, 2015, $0.value) }
        return try Comparison(
            set(members ?? counts.map(\.key)), [figures], over: .calendarYear(2015),
            among: DistrictPopulations(
                table: PopulationTable(estimates),
                citation: Citation(.population, name: "Population", releases: [])), home: home)
    }

    private let four: KeyValuePairs<String, Double?> = ["Dover": 400, "Hastings": 900, "Swale": 620, "Thanet": 1_000]
    private let people = ["Dover": 100_000, "Hastings": 90_000, "Swale": 100_000, "Thanet": 140_000]

    @Test("the group’s mean is the plain mean of its rates, the own one among them")
    func mean() throws {
        let comparison = try comparison(four, people: people)
        // 4, 10, 6.2 and 7.142857 for each 1,000, whatever their size.
        #expect(abs((comparison.mean ?? 0) - (4 + 10 + 6.2 + 1_000 / 140.0) / 4) < 1e-12)
        #expect(comparison.members.map(\.name) == ["Hastings", "Thanet", "Swale", "Dover"])
        #expect(comparison.place == "2 of 4")
        #expect(!comparison.isOwnAdded)
    }

    @Test("an own district outside the set is added to it, and that is said")
    func added() throws {
        let comparison = try comparison(four, people: people, of: ["Dover", "Hastings", "Swale"])
        #expect(comparison.members.count == 4)
        #expect(comparison.isOwnAdded)
        #expect(comparison.notes.contains("Thanet is not in the set, and was added to it for the comparison."))
    }

    @Test("whom chance does not tell from the own district is named, and its place is a range")
    func likeness() throws {
        let comparison = try comparison(
            ["Dover": 400, "Hastings": 640, "Swale": 700, "Thanet": 1_000], people: people)
        // Thanet 7.14, Hastings 7.11, Swale 7.0, Dover 4.0; months are taken to vary twice as much as chance.
        #expect(comparison.notToldApart.map(\.name) == ["Hastings", "Swale"])
        #expect(comparison.places == 1...3)
        #expect(comparison.sentence.contains("do not tell Thanet from Hastings and Swale."))
        #expect(comparison.sentence.contains("anywhere from place 1 to place 3"))
    }

    @Test("a judgement is made where there may be one, and of what follows how hard somebody looks there is none")
    func polarity() throws {
        // Nine of ten differ as chance and a little more have it; Thanet stands out, by far.
        let names = ["Adur", "Dover", "Eden", "Fylde", "Hart", "Hastings", "Ryedale", "Swale", "Wealden"]
        let usual = [500, 520, 480, 510, 470, 530, 490, 505, 515]
        let counts = Dictionary(uniqueKeysWithValues: zip(names, usual)).merging(["Thanet": 1_000]) { one, _ in one }
        let people = counts.mapValues { _ in 100_000 }
        func told(_ polarity: Measure.Polarity) throws -> Comparison {
            try comparison(counts.mapValues { Double?(Double($0)) }, people: people, polarity: polarity)
        }
        let judged = try told(.lowIsGood)
        #expect(
            judged.sentence.hasPrefix("Burglary in Thanet: 10.0 crimes for each 1,000 people in 2015 (95% interval"))
        #expect(judged.sentence.contains("it is far higher than their limits, which is worse."))
        #expect(judged.own?.beside(.lowIsGood) == "Far higher, worse")
        #expect(judged.members.last?.beside(.lowIsGood) == "Within the limits")
        let drugs = try told(.noJudgement)
        #expect(drugs.sentence.contains("Whether that is good or bad cannot be said"))
        #expect(drugs.own?.beside(drugs.polarity) == "Far higher")
        #expect(!drugs.sentence.contains("worse"))
    }

    @Test("of fewer than ten nobody is said to stand out, for the limits would be as wide as they are apart")
    func fewDistricts() throws {
        let comparison = try comparison(four, people: people)
        #expect(comparison.funnel == nil && comparison.own?.position == nil)
        #expect(comparison.own?.beside(.lowIsGood) == "Too few to tell")
        #expect(comparison.notes.contains { $0.hasPrefix("It takes 10 districts with a rate") })
    }

    @Test("what is missing is left out of place and mean, never zero, and it is said who")
    func missing() throws {
        let comparison = try comparison(
            ["Dover": nil, "Hastings": 900, "Swale": 620, "Thanet": 1_000, "Adur": 5],
            people: people)
        #expect(comparison.known.count == 3)
        #expect(comparison.place == "2 of 3")
        #expect(comparison.members.suffix(2).allSatisfy { $0.rank == nil && $0.position == nil })
        #expect(comparison.notes.contains { $0.hasPrefix("Adur and Dover have no rate for 2015 and are left out") })
        let few = try self.comparison(["Hastings": nil, "Thanet": 1_000, "Dover": 400], people: people)
        #expect(few.mean == nil)
        let absent = try self.comparison(["Hastings": 5, "Swale": 4, "Dover": 400], people: people)
        #expect(absent.place == nil)
        #expect(absent.sentence.contains("How many there were in Thanet in 2015 is not here"))
    }

    @Test("a part of a year is refused, and so are incidents between forces")
    func refused() throws {
        #expect(throws: ComparisonRefusal.part(.calendarYear(2015), reason: "it ends in June")) {
            try comparison(four, people: people, part: "it ends in June")
        }
        let forces = ["Dover": "Kent Police", "Hastings": "Sussex Police", "Thanet": "Kent Police"]
        #expect(throws: ComparabilityRefusal.antiSocialBehaviourBetweenForces) {
            try comparison(four, people: people, name: "Anti-social behaviour", forces: forces)
        }
        let kent = try comparison(
            four, people: people, of: ["Dover", "Thanet"], name: "Anti-social behaviour", forces: forces,
            cautions: ["\(ComparabilityRefusal.antiSocialBehaviourBetweenForces)", "The types changed."])
        #expect(kent.cautions == ["The types changed."], "of one force’s districts it is not said")
    }

    @Test("nothing is worked out of nothing: no events, one district, nobody")
    func edges() throws {
        let none = try comparison(["Dover": 0, "Hastings": 0, "Thanet": 0], people: people)
        #expect(none.mean == 0)
        #expect(none.funnel == nil)
        #expect(none.own?.position == nil)
        let alone = try comparison(["Thanet": 5], people: people)
        #expect(alone.mean == nil)
        #expect(alone.place == "1 of 1")
        let nobody = try comparison(four, people: people, home: nil)
        #expect(nobody.own == nil)
        #expect(nobody.sentence == "The own district is not known, so nothing is said of its place.")
    }

    @Test("a place is said as people say it")
    func ranks() {
        #expect(
            [1, 2, 3, 4, 11, 12, 13, 21, 22, 103, 111].map(\.asRank) == [
                "highest", "2nd highest", "3rd highest", "4th highest", "11th highest", "12th highest", "13th highest",
                "21st highest", "22nd highest", "103rd highest", "111th highest",
            ])
    }

    @Test("the CSV has a row for each district, and an empty cell for what is missing")
    func csv() throws {
        let comparison = try comparison(["Dover": nil, "Hastings": 900, "Swale": 620, "Thanet": 1_000], people: people)
        let lines = String(decoding: comparison.csv, as: UTF8.self).split(whereSeparator: \.isNewline)
        #expect(lines.count == 5)
        #expect(lines[1].hasPrefix("Similar,2,district-years/burglary,2015-01,2015-12,Hastings,no,900,90000,10.0000,"))
        #expect(lines[4].contains("Dover,no,,100000,,,,,3,"))
    }
}

@Suite("The nearest districts")
struct NearestDistrictsTests {
    private func profile(
        _ name: String, _ deprivation: Double?, _ people: Int?, _ crimes: [Int]?
    ) -> NearestDistricts.Profile {
        NearestDistricts.Profile(name: name, deprivation: deprivation, people: people, crimes: crimes)
    }

    @Test("the nearest come first, and who is not known is left out and counted")
    func order() throws {
        let found = try NearestDistricts(
            to: "thanet",
            among: [
                profile("Far", 5, 400_000, [90, 10]), profile("Thanet", 30, 140_000, [50, 50]),
                profile("Near", 29, 135_000, [52, 48]), profile("Middling", 20, 100_000, [60, 40]),
                profile("Unknown", nil, 100_000, [60, 40]), profile("Empty", 30, 100_000, [0, 0]),
            ], number: 2)
        #expect(found.found.map(\.district) == ["Near", "Middling"])
        #expect(found.compared == 3)
        #expect(found.leftOut == 2)
        #expect(found.found[0].total < found.found[1].total)
    }

    @Test("it is refused plainly where the own district lacks an input")
    func refused() {
        let others = (1...4).map { profile("District \($0)", Double($0), $0 * 1_000, [$0, 10]) }
        #expect(throws: NearestRefusal.ownUnknown("Thanet", lacks: ["its deprivation", "its crime by type"])) {
            try NearestDistricts(to: "Thanet", among: others + [profile("Thanet", nil, 5, nil)], number: 3)
        }
        #expect(throws: NearestRefusal.ownUnknown("Thanet", lacks: ["its counts"])) {
            try NearestDistricts(to: "Thanet", among: others, number: 3)
        }
    }
}
