import Testing

@testable import Statistics

@Suite("Integer programs")
struct IntegerProgramTests {
    private typealias Column = IntegerProgram.Column
    private typealias Row = IntegerProgram.Row

    @Test("whole numbers are found where fractions would be cheaper")
    func whole() throws {
        let columns = (0..<3).map { _ in Column(bounds: .from(0, to: 1), isWhole: true) }
        let rows = [(0, 1), (1, 2), (0, 2)].map { Row(terms: [($0, 1), ($1, 1)], bounds: .from(-.infinity, to: 1)) }
        let program = try IntegerProgram(columns: columns, rows: rows)
        for column in 0..<3 { program.setCost(-1, of: column) }
        let values = try #require(try program.cheapest())
        #expect(values.reduce(0, +) == 1)
        #expect(try program.cheap(atMost: -2) == nil)
    }

    @Test("bounds that nothing meets have no values, and a cost without an end is refused")
    func none() throws {
        let program = try IntegerProgram(
            columns: [Column(bounds: .from(0), isWhole: false)], rows: [Row(terms: [(0, 1)], bounds: .from(3, to: 5))])
        program.bound(column: 0, .from(0, to: 2))
        #expect(try program.cheapest() == nil)
        program.bound(column: 0, .from(0))
        program.bound(row: 0, .from(3))
        #expect(try program.cheapest() == [3])
        program.setCost(-1, of: 0)
        #expect(throws: StatisticsRefusal.notSolved) { try program.cheapest() }
    }

    @Test("a row can be put in another’s place")
    func replaced() throws {
        let columns = [Column(bounds: .from(0, to: 9), isWhole: true), Column(bounds: .from(0, to: 9), isWhole: true)]
        let program = try IntegerProgram(columns: columns, rows: [Row(terms: [(0, 1)], bounds: .exactly(4))])
        #expect(try program.cheapest() == [4, 0])
        program.replace(row: 0, with: [(1, 1)], .exactly(7))
        #expect(try program.cheapest()?[1] == 7)
        program.replace(row: 0, with: [], .free)
        #expect(try program.cheapest() != nil)
    }

    @Test("a fault of the solver’s is a refusal, and neither ends the program nor spoils the next question")
    func fault() throws {
        let columns = [Column(bounds: .from(0, to: 9), isWhole: true)]
        for _ in 0..<3 {
            #expect(throws: StatisticsRefusal.notSolved) {
                try IntegerProgram(columns: columns, rows: [Row(terms: [(5, 1)], bounds: .free)])
            }
            let program = try IntegerProgram(columns: columns, rows: [Row(terms: [(0, 1)], bounds: .from(2))])
            #expect(try program.cheapest() == [2])
            program.bound(column: 7, .from(1))
            #expect(throws: StatisticsRefusal.notSolved) { try program.cheapest() }
        }
    }

    @Test("a program of nothing is solved by nothing")
    func empty() throws {
        #expect(try IntegerProgram(columns: [], rows: []).cheapest() == [])
    }

    @Test("questions asked on many threads at once don’t disturb one another")
    func concurrent() async throws {
        let table = try CountTable([[2, 40, 300], [55, 60, 400], [500, 600, 700]])
        let expected = try TableSuppression(table, rule: .belowFive)
        let all = try await withThrowingTaskGroup(of: TableSuppression.self) { group in
            for _ in 0..<50 { group.addTask { try TableSuppression(table, rule: .belowFive) } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(all.allSatisfy { $0 == expected })
    }
}
