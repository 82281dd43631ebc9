import DataFiles
import Testing

@testable import DataRegister

@Suite("What lacks in the months of a year is told by month")
struct ShortfallTests {
    private func months(_ numbers: Int...) -> [Period] {
        numbers.map { Period(first: .init(year: 2015, number: $0), count: 1) }
    }

    @Test("one month’s lack is never told as that of the year")
    func ofAYear() {
        let year = Period(first: .init(year: 2015, number: 1), count: 12)
        func words(_ parts: [(Period, String)]) -> String? { Shortfall.words(parts, of: year) }
        let all = months(1, 2, 3, 4, 5, 6, 7, 8)
        #expect(words([]) == nil)
        #expect(words([(all[0], "2 rows lack")]) == "in January 2015 2 rows lack")
        #expect(
            words([(all[0], "2 rows lack"), (all[1], "1 row lacks"), (all[2], "2 rows lack")])
                == "in January 2015 2 rows lack, and as many in March 2015; in February 2015 1 row lacks")
        #expect(
            words(all.map { ($0, "2 rows lack") })
                == "in January 2015 2 rows lack, and as many in 7 other periods of it")
        #expect(
            words(all.enumerated().map { ($1, "\($0) rows lack") })
                == "in January 2015 0 rows lack; in February 2015 1 rows lack; in March 2015 2 rows lack; and so in 5 other periods of it"
        )
    }

    @Test("of the month itself it is told without its name")
    func ofItself() {
        let month = months(1)[0]
        #expect(Shortfall.words([(month, "2 rows lack")], of: month) == "2 rows lack")
    }
}
