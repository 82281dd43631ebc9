import Testing

@testable import Statistics

@Suite("Suppression")
struct TableSuppressionTests {
    @Test("one small count takes three others with it: the corners of a rectangle, and the cheapest one")
    func rectangle() throws {
        let table = try CountTable([[2, 40, 300], [55, 60, 400], [500, 600, 700]])

        let suppression = try TableSuppression(table, rule: .belowFive)

        #expect(suppression.primary == [.count(row: 0, column: 0)])
        #expect(
            suppression.secondary == [
                .count(row: 0, column: 1), .count(row: 1, column: 0), .count(row: 1, column: 1),
            ])
        #expect(suppression.shown(.count(row: 0, column: 0)) == nil)
        #expect(suppression.shown(.count(row: 2, column: 2)) == 700)
        #expect(suppression.alreadyPublic.isEmpty)
    }

    @Test("any table comes out with nothing small shown, every 0 shown, and nothing hidden that can be worked out")
    func proved() throws {
        var chance = SeededGenerator(seed: 21)
        for round in 0..<60 {
            let table = try sparse(&chance, most: round.isMultiple(of: 2) ? 6 : 40)
            let rule = [SuppressionRule.belowFive, .belowTen].randomElement(using: &chance) ?? .belowFive
            let totals = [CountTable.Totals.all, [.rows], [.rows, .grand], []].randomElement(using: &chance) ?? .all

            let suppression = try TableSuppression(table, totals: totals, rule: rule)

            #expect(try ReleaseAudit([suppression.release], rule: rule).isSafe)
            for ends in try suppression.release.possibleCounts().values { #expect(ends.spans(1)) }
            for cell in table.cells(totals) {
                let figure = table.figure(cell)
                #expect(suppression.release.hidden.contains(cell) || !rule.isSmall(figure))
                if figure == 0 { #expect(suppression.shown(cell) == 0) }
            }
            #expect(try TableSuppression(table, totals: totals, rule: rule) == suppression)
        }
    }

    @Test("nothing more is hidden than it takes: to show any one again would give something away")
    func lean() throws {
        var chance = SeededGenerator(seed: 22)
        for _ in 0..<20 {
            let table = try sparse(&chance, most: 30)
            let suppression = try TableSuppression(table, rule: .belowFive)
            for cell in suppression.secondary {
                let release = try TableRelease(table, hidden: suppression.release.hidden.subtracting([cell]))
                #expect(try !ReleaseAudit([release], rule: .belowFive).isSafe, "\(cell) need not be hidden")
            }
        }
    }

    @Test("a wider distance keeps a small count from being told nearly")
    func distance() throws {
        var chance = SeededGenerator(seed: 23)
        let rule = try SuppressionRule(threshold: 5, distance: 8)
        for _ in 0..<20 {
            let table = try sparse(&chance, most: 30)
            let suppression = try TableSuppression(table, rule: rule)
            let possible = try suppression.release.possibleCounts()
            for cell in suppression.primary { #expect(possible[cell]?.spans(8) == true) }
        }
    }

    @Test("a table is hidden so that an earlier one with another rule gives nothing away")
    func afterAnother() throws {
        var chance = SeededGenerator(seed: 24)
        for _ in 0..<25 {
            let table = try sparse(&chance, most: 40)
            let first = try TableSuppression(table, rule: .belowFive)
            let counts = table.counts.map { $0.map { Int.random(in: 0..<8, using: &chance) == 0 ? $0 + 1 : $0 } }

            let later = try TableSuppression(CountTable(counts), rule: .belowFive, after: [first.release])

            let together = try ReleaseAudit([first.release, later.release], rule: .belowFive)
            #expect(Set(together.exposed).isSubset(of: later.alreadyPublic))
            #expect(later.alreadyPublic.isEmpty)
        }
    }

    @Test("a small count that an earlier release showed stays hidden, and is said to be public already")
    func alreadyPublic() throws {
        let table = try CountTable([[7, 40, 80], [55, 60, 90], [44, 66, 99]])
        let before = try TableRelease(table, hidden: [])

        let suppression = try TableSuppression(table, rule: .belowTen, after: [before])

        let cell = TableCell.count(row: 0, column: 0)
        #expect(suppression.shown(cell) == nil)
        #expect(suppression.alreadyPublic == [.hidden(cell, release: 1)])
    }

    @Test("a year to date that would tell the last month hides what tells it")
    func yearToDate() throws {
        let march = try TableRelease(CountTable([[7, 20], [30, 40]]), months: 0..<3, hidden: [])
        let april = try CountTable([[9, 28], [44, 61]])

        let suppression = try TableSuppression(april, months: 0..<4, rule: .belowFive, after: [march])

        #expect(suppression.primary.isEmpty && !suppression.secondary.isEmpty)
        #expect(try ReleaseAudit([march, suppression.release], rule: .belowFive).isSafe)
    }

    @Test("a 0 that would tell what the months before it had is hidden, and then a hidden figure may be a 0")
    func telltaleZero() throws {
        // Nothing from February to April, so that all of the year’s first months were January’s.
        let first = try TableRelease(CountTable([[3, 30], [20, 10]]), months: 0..<2, hidden: [])
        let zero = try CountTable([[0, 25], [30, 40]])

        let suppression = try TableSuppression(zero, months: 1..<4, rule: .belowFive, after: [first])

        #expect(suppression.shown(.count(row: 0, column: 0)) == nil)
        #expect(!suppression.release.showsZeros)
        let together = try ReleaseAudit([first, suppression.release], rule: .belowFive)
        #expect(Set(together.exposed).isSubset(of: suppression.alreadyPublic))
    }

    @Test("whatever releases follow one another, nothing comes out of them together that was not out before")
    func sequences() throws {
        var chance = SeededGenerator(seed: 26)
        for round in 0..<12 {
            let months = try (0..<5).map { _ in try sparse(&chance, most: 8, rows: 4, columns: 3).counts }
            let rule = try SuppressionRule(threshold: 5, distance: round.isMultiple(of: 3) ? 3 : 1)
            var releases: [TableRelease] = []
            var out: Set<Exposure> = []
            for end in 1...3 {
                let window = round.isMultiple(of: 2) ? 0..<end : end - 1..<end + 2
                let counts = (0..<4).map { row in
                    (0..<3).map { column in window.reduce(0) { $0 + months[$1][row][column] } }
                }
                let next = try TableSuppression(CountTable(counts), months: window, rule: rule, after: releases)
                releases.append(next.release)
                out.formUnion(next.alreadyPublic)
                #expect(try Set(ReleaseAudit(releases, rule: rule).exposed).isSubset(of: out))
            }
        }
    }

    @Test("a table of small counts alone, of zeros alone or of one cell is answered")
    func extremes() throws {
        for counts in [
            [[1]], [[0]], [[4, 4], [4, 4]], [[0, 0], [0, 0]], [[3, 0, 0]], [[1], [1]], [[1, 0], [0, 1]], [[900]],
        ] {
            let suppression = try TableSuppression(CountTable(counts), rule: .belowFive)
            #expect(try ReleaseAudit([suppression.release], rule: .belowFive).isSafe)
        }
        let alone = try TableSuppression(CountTable([[1]]), rule: .belowFive)
        #expect(alone.primary == [.count(row: 0, column: 0), .rowTotal(0), .columnTotal(0), .grandTotal])
    }

    @Test("the audit of a table with hundreds of places by 14 types finds nothing exposed")
    func large() throws {
        var chance = SeededGenerator(seed: 25)
        let counts = (0..<60).map { _ in
            (0..<14).map { _ in max(0, Int.random(in: -8...12, using: &chance)) * Int.random(in: 1...3, using: &chance)
            }
        }
        let suppression = try TableSuppression(CountTable(counts), rule: .belowFive)
        #expect(try ReleaseAudit([suppression.release], rule: .belowFive).isSafe)
    }

    /// A table as places by types come out: many zeros, many small counts.
    private func sparse(
        _ chance: inout SeededGenerator, most: Int, rows: Int? = nil, columns: Int? = nil
    ) throws -> CountTable {
        let columns = columns ?? Int.random(in: 1...5, using: &chance)
        return try CountTable(
            (0..<(rows ?? Int.random(in: 1...6, using: &chance))).map { _ in
                (0..<columns).map { _ in
                    Bool.random(using: &chance)
                        ? Int.random(in: 0...most, using: &chance) : Int.random(in: 0...4, using: &chance)
                }
            })
    }
}

@Suite("Rounding")
struct TableRoundingTests {
    @Test("to base 5, 1 and 2 become 0, 3 and 4 become 5, and totals are rounded by themselves")
    func base() throws {
        let rounding = try TableRounding(CountTable([[1, 2, 3, 4, 5], [6, 7, 8, 9, 0]]))

        let shown = (0..<2).map { row in (0..<5).map { rounding.shown(.count(row: row, column: $0)) } }
        #expect(shown == [[0, 0, 5, 5, 5], [5, 5, 10, 10, 0]])
        #expect(rounding.shown(.rowTotal(0)) == 15 && rounding.shown(.columnTotal(0)) == 5)
        #expect(rounding.shown(.grandTotal) == 45)
        #expect(rounding.isSafe)
    }

    @Test("four counts of 3 beside a total of 10 can be nothing else, and the rounding says so")
    func exposed() throws {
        let rounding = try TableRounding(CountTable([[3, 3, 3, 3]]), totals: [.rows])
        #expect(rounding.shown(.rowTotal(0)) == 10)
        #expect(rounding.exposed == (0..<4).map { .count(row: 0, column: $0) })
        #expect(try TableRounding(CountTable([[3, 3, 3, 3]]), totals: []).isSafe)
    }

    @Test("every count that is rounded to a figure is one that it could be, to any base", arguments: [2, 3, 5, 10, 7])
    func bases(base: Int) {
        for count in 0...60 {
            let rounded = TableRounding.rounded(count, base)
            #expect(rounded.isMultiple(of: base) && 2 * (rounded - count).magnitude <= base)
            let possible = TableRounding.possible(rounded, base)
            #expect((0...120).filter { TableRounding.rounded($0, base) == rounded } == Array(possible))
        }
    }

    @Test("a base that is none is refused", arguments: [1, 0, -5, 1001])
    func refused(base: Int) {
        #expect(throws: StatisticsRefusal.disclosure(.roundingBase(base))) {
            try TableRounding(CountTable([[1]]), toNearest: base)
        }
    }
}
