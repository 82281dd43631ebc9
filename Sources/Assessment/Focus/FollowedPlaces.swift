import Charts
import DataFiles
import DataRegister
import Statistics
import Wording

/// Some wards or small areas of a district over a period beside another, each with the whole district next to it.
struct FollowedPlaces: Sendable {
    /// One of them.
    struct One: Sendable {
        let place: Place
        let assessment: DistrictAssessment
    }

    let district: DistrictAssessment
    /// In the order asked for; those that nothing is known of are left out.
    let places: [One]

    /// - Parameters:
    ///   - data: of the district over both periods.
    ///   - places: each with the codes of its small areas.
    /// - Throws: ``AssessmentRefusal`` where nothing of the period is here, or the periods are not of one length.
    init(
        _ places: [(place: Place, codes: Set<String>)], in data: DistrictData, over period: Period,
        against comparison: Period
    ) throws(AssessmentRefusal) {
        district = try DistrictAssessment(data, period: period, comparedWith: comparison)
        var found: [One] = []
        for (place, codes) in places where data.areas.contains(where: { codes.contains($0.code) }) {
            let part = DistrictData(place.name, of: codes, in: data, during: period)
            found.append(
                One(place: place, assessment: try DistrictAssessment(part, period: period, comparedWith: comparison)))
        }
        self.places = found
    }

    var period: Period { district.period }

    /// All of them in one table, the district below.
    var table: TextTable {
        let (now, before) = (district.crime.current.heading, district.crime.earlier?.heading)
        return TextTable(
            "The focus wards and \(district.district), \(period)",
            columns: [.text("Place")] + [before].compactMap { $0.map(TextTable.Column.number) } + [
                .number(now), .number("Change"), .number("95% interval"), .text("More than chance?"),
                .number("For each 1,000 people"), .number("95% interval of the rate"),
            ],
            rows: places.map { row($0.place.name, $0.assessment.crime) },
            footer: row("All of \(district.district)", district.crime))
    }

    /// The same for programs.
    var facts: FactTable {
        AssessmentTables.facts(
            places.map { ($0.place.name, $0.assessment.crime) } + [("All of \(district.district)", district.crime)],
            first: "place")
    }

    /// One place and the district, month by month.
    func monthsFacts(of one: One) -> FactTable {
        let (own, whole) = (
            AssessmentTables.monthlyFacts([one.assessment.crime], in: one.place.name),
            AssessmentTables.monthlyFacts([district.crime], in: "All of \(district.district)")
        )
        return FactTable(["place"] + own.columns.dropFirst(), rows: own.rows + whole.rows)
    }

    private func row(_ name: String, _ crime: Finding) -> [String] {
        [name] + [crime.earlier?.total.grouped].compactMap(\.self) + [
            crime.count.grouped, crime.changeText, crime.intervalText, crime.verdictText,
            crime.rate?.told ?? "–", crime.rate?.interval.wording(places: 1) ?? "–",
        ]
    }

    /// What is said of the table.
    var sentence: String {
        let told = places.compactMap(\.assessment.crime.change).filter { $0.verdict != .unjudged }
        let clear = told.count { [.rise, .fall].contains($0.verdict) }
        let changed =
            told.isEmpty
            ? ""
            : "\(clear) of \(told.count.counted("focus ward", "focus wards")) changed by more than chance would give. "
        return changed + Self.caution
    }

    /// Why a fall of a place that was chosen is no proof.
    static let caution =
        "A ward chosen because it had most is likely to have less afterwards by chance alone: set each beside the district, and "
        + "claim no effect from its fall."

    /// Months of one place, beside those of the period it is compared with, and the district's.
    func months(of one: One) -> TextTable {
        func cells(_ finding: Finding, _ index: Int) -> [String] {
            [finding.earlier?.counts[index], finding.current.counts[index]].map { $0?.map { $0.grouped } ?? "not here" }
        }
        let (name, whole) = (one.place.name, district.district)
        let before = district.crime.earlier.map { "\($0.period)" } ?? "before"
        return TextTable(
            "\(name) and \(whole), recorded crime by month",
            columns: [
                .text("Month"), .number("\(name), \(before)"), .number("\(name), \(period)"),
                .number("\(whole), \(before)"), .number("\(whole), \(period)"),
            ],
            rows: period.months.enumerated().map { index, month in
                [month.name] + cells(one.assessment.crime, index) + cells(district.crime, index)
            })
    }

    /// "In Margate Central, all crime fell by …"
    func sentence(of one: One) -> String {
        let crime = one.assessment.crime
        return (["In \(one.place.name), \(crime.sentence.begunSmall)"] + crime.notes).joined(separator: " ")
    }

    /// "In Thanet as a whole, all crime fell by …"
    var whole: String { "In \(district.district) as a whole, \(district.crime.sentence.begunSmall)" }

    /// "2 of 13 types changed by more than chance would give. …: burglary −29.7%, shoplifting −30.6%."
    func changed(in one: One) -> String {
        let named = one.assessment.changed.map { "\($0.subject.begunSmall) \($0.changeText)" }
        return one.assessment.multiplicity + (named.isEmpty ? "" : " They are: \(named.inWords).")
    }

    /// "91.7 for each 1,000 residents in these months (95% interval 84.2 to 99.7); in all of Thanet 60.1."
    func rate(of one: One) -> String? {
        one.assessment.crime.rate.map { rate in
            let whole = district.crime.rate.map { "; in all of \(district.district) \($0.told)" }
            return
                "\(rate.told) for each 1,000 residents (95% interval "
                + "\(rate.interval.wording(places: 1)))\(whole ?? "")."
        }
    }
}
