import DataFiles
import DataRegister
import SampleData
import Statistics
import Testing

@testable import Assessment

@Suite("How much months vary, which a year’s total does not tell")
struct SwingsTests {
    private func swings(_ counts: [Int?]) throws -> Swings? {
        let first: Month = "2014-01"
        let address = try #require(MeasureAddress(in: .streetCrime, called: "burglary"))
        return try Swings(
            CountSeries(
                measures: [Measure(address, name: "Burglary", unit: "crimes", polarity: .lowIsGood)],
                places: [.district("Preston")], grain: .month,
                points: try counts.enumerated().map { index, count in
                    CountSeries.Point(
                        try Period(from: first.advanced(by: index), to: first.advanced(by: index)), count: count)
                },
                breaks: [], citation: Citation(.streetCrime, name: "Street-level crime", releases: [])))
    }

    @Test("eleven months tell it, and which they are is said; half a year is too few, for seasons are not in it")
    func partOfYear() throws {
        let months: [Int?] = [98, 120, 88, 101, 117, 93, 104, 80, 110, 99, 125, 90]
        let eleven = try #require(try swings(Array(months.prefix(11))))
        #expect(eleven.period.description == "January to November 2014")
        #expect(eleven.dispersion.degreesOfFreedom == 6)
        #expect(try swings(Array(months.prefix(6))) == nil)
        #expect(try swings([]) == nil)
    }

    @Test("a season that rises and falls slowly is no swing of the months")
    func season() throws {
        let summer = try #require(try swings([432, 440, 470, 520, 570, 630, 678, 670, 610, 540, 480, 440]))
        #expect(summer.dispersion.value < 3)
        #expect(summer.note.contains("(2014, each beside the next)"))
    }

    @Test("in less than three years each month is held against the next, so that no season passes for chance")
    func twoYears() throws {
        let summers: [Int?] = (0..<24).map { 500 + [0, 10, 40, 90, 140, 200, 250, 240, 180, 110, 50, 10][$0 % 12] }
        let two = try #require(try swings(summers))
        #expect(two.period.description == "2014 to 2015" && two.dispersion.value < 2)
        #expect(two.note.contains("each beside the next"))
    }

    @Test("of three years and more whole years are taken, the latest, and the season is taken out")
    func wholeYears() throws {
        let months: [Int?] = (0..<39).map { 90 + $0 % 4 * 10 }
        let swings = try #require(try swings(months))
        #expect(swings.period.description == "April 2014 to March 2017" && swings.dispersion.allowsForSeasons)
        #expect(swings.note.contains("without what the season explains"))
    }
}
