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

    @Test("of more than a year whole years are taken, the latest")
    func wholeYears() throws {
        let fifteen: [Int?] = (0..<15).map { 90 + $0 % 4 * 10 }
        #expect(try swings(fifteen)?.period.description == "April 2014 to March 2015")
    }
}
