import DataFiles
import Foundation
import SampleData
import Testing

@testable import DataRegister

@Suite("What may be set side by side, and what may not")
struct ComparabilityTests {
    /// A series made up for a test.
    private func series(
        of name: String = "burglary", _ from: Month, _ counts: [Int?], by grain: SeriesQuestion.Grain = .month,
        at place: Place = .district("Thanet"), parts: [Int: String] = [:]
    ) throws -> CountSeries {
        let measure = try #require(Measure.builtIn(of: .streetCrime).first { $0.address.name == name })
        let points = try counts.enumerated().map { index, count in
            let first = from.advanced(by: index * grain.months)
            return CountSeries.Point(
                try Period(from: first, to: first.advanced(by: grain.months - 1)),
                count: parts[index] == nil ? count : nil,
                part: parts[index].map { .init(count: count ?? 0, reason: $0) })
        }
        let span = try Period(from: from, to: from.advanced(by: counts.count * grain.months - 1))
        return CountSeries(
            measures: [measure], places: [place], grain: grain, points: points,
            breaks: KnownBreaks.breaks(of: [measure.address], at: place.level, in: span),
            citation: Citation(.streetCrime, name: "Street-level crime", releases: []))
    }

    private func refusal(_ later: CountSeries, _ earlier: CountSeries) -> ComparabilityRefusal? {
        do {
            _ = try Comparability.comparing(later, with: earlier)
            return nil
        } catch {
            return error
        }
    }

    @Test("a part of a year is never set against a whole one")
    func partYear() throws {
        let whole = try series("2014-01", [1_396], by: .year)
        let part = try series("2016-01", [51], by: .year, parts: [0: "1 of its 12 months is here"])
        let words = try #require(refusal(part, whole)).description
        #expect(words.contains("2016 is known in part: 1 of its 12 months is here"))
        let eleven = try series("2015-01", Array(repeating: 5, count: 11))
        let twelve = try series("2014-01", Array(repeating: 5, count: 12))
        #expect(refusal(eleven, twelve) == .unequal(try #require(eleven.span), try #require(twelve.span)))
    }

    @Test("December is not set against November: the season differs")
    func season() throws {
        let (november, december) = (try series("2014-11", [70]), try series("2014-12", [90]))
        #expect(refusal(december, november) == .otherSeason(try #require(december.span), try #require(november.span)))
        #expect(refusal(try series("2015-12", [90]), december) == nil)
    }

    @Test(
        "types that were taken apart or renamed are not compared across the change; those that ran on are",
        arguments: [
            ("other-crime", "2010-12", "2011-12", false), ("burglary", "2010-12", "2011-12", true),
            ("anti-social-behaviour", "2010-12", "2013-12", true), ("vehicle-crime", "2012-06", "2013-06", true),
            ("violent-crime", "2012-06", "2013-06", false),
            ("violence-and-sexual-offences", "2012-06", "2013-06", false),
            ("public-disorder-and-weapons", "2012-06", "2013-06", false), ("other-theft", "2012-06", "2013-06", false),
            ("shoplifting", "2012-06", "2013-06", true), ("shoplifting", "2010-12", "2011-12", false),
            ("all-crime", "2012-06", "2013-06", true),
        ])
    func categories(name: String, before: String, after: String, isComparable: Bool) throws {
        let earlier = try series(of: name, try #require(Month(before)), [10])
        let later = try series(of: name, try #require(Month(after)), [12])
        let refusal = refusal(later, earlier)
        #expect((refusal == nil) == isComparable)
        if let refusal { #expect(refusal.description.contains("cannot be compared")) }
    }

    @Test("a year that the types changed in is counted in two ways, and is compared with no other")
    func yearOfChange() throws {
        let (before, during) = (
            try series(of: "other-theft", "2012-01", [1], by: .year),
            try series(of: "other-theft", "2013-01", [1], by: .year)
        )
        let after = try series(of: "other-theft", "2014-01", [1], by: .year)
        #expect(refusal(during, before) != nil)
        #expect(refusal(after, during) != nil)
        #expect(refusal(try series(of: "other-theft", "2015-01", [1], by: .year), after) == nil)
    }

    @Test("where recording changed the comparison may stand, but it is said")
    func recording() throws {
        let (before, after) = (
            try series(of: "violence-and-sexual-offences", "2014-01", Array(repeating: 5, count: 12)),
            try series(of: "violence-and-sexual-offences", "2015-01", Array(repeating: 6, count: 12))
        )
        let found = try Comparability.comparing(after, with: before)
        #expect(found.cautions.count == 1)
        #expect(found.cautions[0].contains("a rise may be of recording"))
        let burglary = try Comparability.comparing(
            series("2015-01", Array(repeating: 6, count: 12)), with: series("2014-01", Array(repeating: 6, count: 12)))
        #expect(burglary.cautions.isEmpty)
    }

    @Test("small areas of two censuses are not mixed, and a series of them is broken where they change")
    func vintages() throws {
        let old = Place.lsoa("E01024657", name: "Thanet 001A")
        let new = Place.lsoa("E01024657", name: "Thanet 001A", of: .lsoa2021)
        #expect(refusal(try series("2024-01", [3], at: new), try series("2014-01", [3], at: old)) == .vintages)
        #expect(refusal(try series("2023-07", [3], at: old), try series("2022-07", [3], at: old)) != nil)
        #expect(refusal(try series("2023-07", [3]), try series("2022-07", [3])) == nil, "a district is not redrawn")
    }

    @Test("a month that is missing on either side is left out of both, and that is said")
    func missing() throws {
        let found = try Comparability.comparing(
            series("2015-01", [6, nil, 8]), with: series("2014-01", [1, 2, nil]))
        #expect(found.earlier == [1])
        #expect(found.later == [6])
        #expect(
            found.cautions == [
                "The comparison is over the 1 of 3 months that are known on both sides. What is missing is left out, not "
                    + "counted as zero."
            ])
        #expect(refusal(try series("2015-01", [nil]), try series("2014-01", [4])) == .nothingKnown)
    }

    @Test("two points are no trend, nor is anything across a change")
    func trend() throws {
        #expect(throws: ComparabilityRefusal.tooShortForTrend(2, .year)) {
            try Comparability.trend(of: series("2014-01", [5, 4], by: .year))
        }
        let long = try series(of: "violence-and-sexual-offences", "2012-05", Array(repeating: 7, count: 60))
        let stretches = Comparability.stretches(of: long)
        #expect(stretches.map { $0.series.points.count } == [12, 18, 30])
        #expect(stretches.map { $0.after?.month } == [nil, "2013-05", "2014-11"])
        let trend = try Comparability.trend(of: long)
        #expect(trend.series.span == (try Period(from: "2014-11", to: "2017-04")))
        #expect(trend.series.breaks.isEmpty)
    }

    @Test("a trend begins after the last gap: what is missing is not bridged")
    func gap() throws {
        var counts: [Int?] = Array(repeating: 7, count: 40)
        counts[10] = nil
        #expect(try Comparability.trend(of: series("2012-01", counts)).series.points.count == 29)
        counts[20] = nil
        #expect(throws: ComparabilityRefusal.self) { try Comparability.trend(of: series("2012-01", counts)) }
    }

    @Test("every reason is a sentence that says what to do")
    func words() throws {
        let period = try Period.year(2015)
        let change = try #require(series(of: "other-theft", "2012-01", Array(repeating: 1, count: 24)).breaks.first)
        let all: [ComparabilityRefusal] = [
            .differentMeasures("Burglary", "Robbery"), .differentPlaces, .vintages, .nothingKnown,
            .unequal(period, period), .otherSeason(period, period), .partAgainstWhole(period, reason: "because"),
            .broken(period, period, change), .tooShortForTrend(2, .year), .antiSocialBehaviourBetweenForces,
        ]
        for refusal in all { #expect(refusal.description.hasSuffix("."), "\(refusal)") }
    }
}
