import Testing

@testable import Statistics

@Suite("A small number is not told, neither by itself nor by what overlaps with it")
struct OverlapAuditTests {
    private func exposed(
        _ units: [Int], told: [[Int]], hidden: [[Int]] = [], untold: [[Int]] = []
    ) throws -> [OverlapAudit.Exposed] {
        try OverlapAudit(units: units, told: told, hidden: hidden, untold: untold, rule: .belowFive).exposed
    }

    @Test("a year and eleven of its months give the twelfth")
    func year() throws {
        let months = [20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 3]
        let year = Array(0..<12)
        let eleven = (0..<11).map { [$0] }
        #expect(try exposed(months, told: eleven) == [])
        #expect(try exposed(months, told: [year] + eleven) == [.rest(of: [0])])
        #expect(try exposed(months, told: [year] + eleven, hidden: [[11]]) == [.hidden(0)])
        #expect(try exposed(months, told: [year] + eleven, untold: [[11]]) == [.untold(0)])
        #expect(
            try exposed(months, told: [year] + Array(eleven.dropLast()), hidden: [[11]]) == [], "30 + 3 is not small")
    }

    @Test("two months that are hidden hide one another, unless only one way is left")
    func two() throws {
        let months = [20, 21, 3, 2]
        let year = [0, 1, 2, 3]
        #expect(try exposed(months, told: [year, [0], [1]], hidden: [[2], [3]]) == [])
        // 4 + 4 is the only way to make 8 of two numbers below 5.
        #expect(try exposed([20, 4, 4], told: [[0, 1, 2], [0]], hidden: [[1], [2]]) == [.hidden(0), .hidden(1)])
    }

    @Test("an area less another that lies in it")
    func areas() throws {
        let areas = [40, 2, 1]
        #expect(try exposed(areas, told: [[0, 1, 2], [0]]) == [.difference(0, 1)])
        #expect(try exposed([40, 3, 3], told: [[0, 1, 2], [0]], untold: [[1], [2]]) == [])
    }

    @Test("twelve months that move on by one give the difference of two months, which is no count")
    func moving() throws {
        let months = [3] + [Int](repeating: 20, count: 11) + [4]
        #expect(try exposed(months, told: [Array(0..<12), Array(1..<13)], untold: [[0], [12]]) == [])
        #expect(
            try exposed(months, told: [Array(0..<12), Array(1..<13), Array(1..<12)], untold: [[0], [12]])
                == [.untold(0), .untold(1)])
    }

    @Test("what two wards have in common, where a count of both together is told")
    func common() throws {
        // One ward has the units 0 and 1, the other 1 and 2; together they are told too.
        #expect(try exposed([30, 2, 40], told: [[0, 1], [1, 2], [0, 1, 2]], untold: [[1]]) == [.untold(0)])
        #expect(try exposed([30, 2, 40], told: [[0, 1], [1, 2]], untold: [[1]]) == [])
    }

    @Test("a measure that is told alone and with another gives the other")
    func measures() throws {
        #expect(try exposed([50, 3], told: [[0, 1], [0]]) == [.difference(0, 1)])
    }

    @Test("nothing told tells nothing, and nothing counted is no small number")
    func nothing() throws {
        #expect(try exposed([3, 4], told: [], untold: [[0], [1]]) == [])
        #expect(try exposed([30, 0], told: [[0, 1], [0]]) == [])
        #expect(throws: StatisticsRefusal.self) { try exposed([-1], told: [[0]]) }
    }
}
