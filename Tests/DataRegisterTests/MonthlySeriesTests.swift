import DataFiles
import SampleData
import Testing

@testable import DataRegister

@Suite("A month whose file is missing is missing, never zero")
struct MonthlySeriesTests {
    private func series(_ counts: [Int?], from first: Month = "2014-01") throws -> MonthlySeries {
        MonthlySeries(period: try Period(from: first, to: first.advanced(by: counts.count - 1)), counts: counts)
    }

    @Test("the total is over the months that are known, and the missing ones are named")
    func missing() throws {
        let series = try series([3, nil, 0, 5])
        #expect(series.total == 8)
        #expect(series.missing == ["2014-02"])
        #expect(!series.isWhole)
        #expect(try self.series([0, 0]).isWhole)
    }

    @Test("two periods are compared over the months both know, place by place")
    func known() throws {
        let now = try series([10, nil, 30, 40], from: "2015-01")
        let before = try series([1, 2, nil, 4])
        let known = now.known(with: before)
        #expect(known.mine == [10, 40])
        #expect(known.other == [1, 4])
    }
}
