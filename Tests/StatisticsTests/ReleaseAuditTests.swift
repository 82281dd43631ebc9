import Testing

@testable import Statistics

@Suite("Audits of releases")
struct ReleaseAuditTests {
    private let small = TableCell.count(row: 0, column: 0)

    @Test("a hidden count that its row’s total gives away is found")
    func totals() throws {
        let table = try CountTable([[2, 40], [55, 60]])

        let audit = try ReleaseAudit([TableRelease(table, hidden: [small])], rule: .belowFive)
        #expect(audit.exposed == [.hidden(small, release: 0)] && !audit.isSafe)

        let apart = try ReleaseAudit([TableRelease(table, totals: [], hidden: [small])], rule: .belowFive)
        #expect(apart.isSafe)
    }

    @Test("two small counts are told by their total where readers know that a 0 is always shown")
    func zeros() throws {
        let table = try CountTable([[1, 1, 0]])
        let hidden: Set<TableCell> = [.count(row: 0, column: 0), .count(row: 0, column: 1)]

        let known = try ReleaseAudit([TableRelease(table, totals: [.rows], hidden: hidden)], rule: .belowFive)
        let unknown = try ReleaseAudit(
            [TableRelease(table, totals: [.rows], hidden: hidden, showsZeros: false)], rule: .belowFive)

        #expect(known.exposed.count == 2)
        #expect(unknown.isSafe)
    }

    @Test("what one release hides and another of the same months shows is found")
    func shownBefore() throws {
        let table = try CountTable([[2, 40], [55, 60]])
        let all: Set<TableCell> = Set(table.cells([]))
        let hiding = try TableRelease(table, hidden: all)
        let showing = try TableRelease(table, totals: [], hidden: [.count(row: 1, column: 1)])

        #expect(try ReleaseAudit([hiding], rule: .belowFive).isSafe)
        let together = try ReleaseAudit([showing, hiding], rule: .belowFive)

        #expect(together.exposed.contains(.hidden(small, release: 1)))
        #expect(together.exposed.contains(.hidden(.count(row: 1, column: 1), release: 0)))
    }

    @Test("a count that was revised tells nothing of what it is now")
    func revised() throws {
        let before = try TableRelease(CountTable([[2, 9]]), totals: [], hidden: [])
        let after = try TableRelease(CountTable([[3, 9]]), totals: [], hidden: [small])

        #expect(try ReleaseAudit([before, after], rule: .belowFive).isSafe)
    }

    @Test("a year to date that grows by 2 tells the last month’s 2 crimes")
    func yearToDate() throws {
        let march = try TableRelease(CountTable([[7], [30]]), months: 0..<3, totals: [.columns], hidden: [])
        let april = try TableRelease(CountTable([[9], [44]]), months: 0..<4, totals: [.columns], hidden: [])

        let audit = try ReleaseAudit([march, april], rule: .belowFive)

        #expect(audit.exposed == [.difference(small, months: 3..<4)])
    }

    @Test("12-month totals that move on by a month tell the months, once one of them is certain")
    func rolling() throws {
        // A month of no crimes at all leaves the window, and the total rises by 3.
        let year = try TableRelease(CountTable([[20]]), months: 0..<12, totals: [], hidden: [])
        let next = try TableRelease(CountTable([[23]]), months: 1..<13, totals: [], hidden: [])
        let first = try TableRelease(CountTable([[0]]), months: 0..<1, totals: [], hidden: [])

        #expect(try ReleaseAudit([year, next], rule: .belowFive).isSafe)
        let audit = try ReleaseAudit([first, year, next], rule: .belowFive)

        #expect(audit.exposed == [.difference(small, months: 12..<13)])
    }

    @Test("releases that can’t be compared are refused")
    func refused() throws {
        let table = try CountTable([[2, 40]])
        let other = try TableRelease(CountTable([[2], [40]]), hidden: [])
        let one = try TableRelease(table, hidden: [])

        #expect(throws: StatisticsRefusal.disclosure(.tablesDiffer)) {
            try ReleaseAudit([one, other], rule: .belowFive)
        }
        #expect(throws: StatisticsRefusal.disclosure(.noReleases)) { try ReleaseAudit([], rule: .belowFive) }
        #expect(throws: StatisticsRefusal.disclosure(.noMonths)) { try TableRelease(table, months: 3..<3, hidden: []) }
        #expect(throws: StatisticsRefusal.disclosure(.noSuchCell(.rowTotal(1)))) {
            try TableRelease(table, hidden: [.rowTotal(1)])
        }
        #expect(throws: StatisticsRefusal.disclosure(.noSuchCell(.grandTotal))) {
            try TableRelease(table, totals: [], hidden: [.grandTotal])
        }
        let fewer = try TableRelease(table, months: 0..<2, hidden: [])
        let later = try TableRelease(CountTable([[1, 40]]), months: 0..<3, hidden: [])
        #expect(throws: StatisticsRefusal.disclosure(.contradiction)) {
            try ReleaseAudit([fewer, later], rule: .belowFive)
        }
        #expect(throws: StatisticsRefusal.disclosure(.ragged)) { try CountTable([[1, 2], [3]]) }
        #expect(throws: StatisticsRefusal.disclosure(.ragged)) { try CountTable([]) }
        #expect(throws: StatisticsRefusal.disclosure(.ragged)) { try CountTable([[]]) }
        #expect(throws: StatisticsRefusal.negativeCount(-1)) { try CountTable([[-1]]) }
        #expect(throws: StatisticsRefusal.disclosure(.threshold(1))) { try SuppressionRule(threshold: 1) }
        #expect(throws: StatisticsRefusal.disclosure(.distance(0))) { try SuppressionRule(threshold: 5, distance: 0) }
    }
}
