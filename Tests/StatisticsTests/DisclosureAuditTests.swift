import Testing

@testable import Statistics

@Suite("Disclosure audits")
struct DisclosureAuditTests {
    @Test("the ends found are those of every set of counts that agrees, tried one by one")
    func exhaustive() throws {
        var chance = SeededGenerator(seed: 11)
        for _ in 0..<200 {
            let parts = Int.random(in: 1...5, using: &chance)
            let truth = (0..<parts).map { _ in Int.random(in: 0...4, using: &chance) }
            var known = (0..<Int.random(in: 0...5, using: &chance)).map { _ in
                let members = (0..<parts).filter { _ in Bool.random(using: &chance) }
                let count = members.reduce(0) { $0 + truth[$1] }
                let slack = Int.random(in: 0...2, using: &chance)
                return KnownSum(of: members, least: max(0, count - slack), most: count + slack)
            }
            let all = truth.reduce(0, +)
            known.append(KnownSum(of: Array(0..<parts), least: 0, most: all + 1))
            let sums = (0..<parts).map { [$0] } + [Array(0..<parts), (0..<parts).filter { $0 % 2 == 0 }]

            let found = try DisclosureAudit(parts: parts, known: known).possibleCounts(of: sums)

            let possible = everySet(parts, upTo: all + 1).filter { counts in known.allSatisfy { agrees(counts, $0) } }
            for (sum, ends) in zip(sums, found) {
                let counts = possible.map { counts in sum.reduce(0) { $0 + counts[$1] } }
                #expect(ends.least == counts.min())
                #expect(ends.most == counts.max())
            }
        }
    }

    @Test("whole numbers tell more than fractions would, and are reckoned with")
    func whole() throws {
        let pairs = [[0, 1], [1, 2], [0, 2]]

        let audit = try DisclosureAudit(parts: 3, known: pairs.map { KnownSum(of: $0, least: 0, most: 1) })
        let odd = try audit.possibleCounts(of: [[0, 1, 2]])
        #expect(odd == [PossibleCounts(least: 0, most: 1)])
        #expect(throws: StatisticsRefusal.disclosure(.contradiction)) {
            try DisclosureAudit(parts: 3, known: pairs.map { KnownSum(of: $0, is: 1) }).possibleCounts(of: [[0]])
        }
    }

    @Test("what nothing published bounds has no upper end")
    func unbounded() throws {
        let audit = try DisclosureAudit(
            parts: 3, known: [KnownSum(of: [0, 1], is: 7), KnownSum(of: [2], least: 1, most: nil)])

        let found = try audit.possibleCounts(of: [[0], [2], [0, 2], [], [0, 1]])

        #expect(found[0] == PossibleCounts(least: 0, most: 7))
        #expect(found[1] == PossibleCounts(least: 1, most: nil))
        #expect(found[2] == PossibleCounts(least: 1, most: nil))
        #expect(found[3] == PossibleCounts(least: 0, most: 0))
        #expect(found[4].isCertain && !found[0].isCertain && !found[1].isCertain)
        #expect(found[1].spans(1000) && found[0].spans(7) && !found[0].spans(8))
    }

    @Test("an LSOA across two wards is told by the wards’ other LSOAs")
    func overlap() throws {
        // Parts: LSOA A in ward 1; the slivers of LSOA B in wards 1 and 2; LSOA C in ward 2.
        let published = [
            KnownSum(of: [0], is: 12), KnownSum(of: [1, 2], is: 9), KnownSum(of: [3], is: 20),
            KnownSum(of: [0, 1], is: 14), KnownSum(of: [2, 3], is: 27),
        ]

        let slivers = try DisclosureAudit(parts: 4, known: published).possibleCounts(of: [[1], [2]])

        #expect(slivers == [PossibleCounts(least: 2, most: 2), PossibleCounts(least: 7, most: 7)])
    }

    @Test("figures that contradict one another, parts that there are not and counts beyond reckoning are refused")
    func refused() {
        #expect(throws: StatisticsRefusal.disclosure(.contradiction)) {
            try DisclosureAudit(parts: 2, known: [KnownSum(of: [0], is: 3), KnownSum(of: [0, 1], is: 2)])
        }
        #expect(throws: StatisticsRefusal.disclosure(.contradiction)) {
            try DisclosureAudit(parts: 1, known: [KnownSum(of: [], is: 2)])
        }
        #expect(throws: StatisticsRefusal.disclosure(.contradiction)) {
            try DisclosureAudit(parts: 1, known: [KnownSum(of: [0], is: -1)])
        }
        #expect(throws: StatisticsRefusal.disclosure(.noSuchPart(2))) {
            try DisclosureAudit(parts: 2, known: [KnownSum(of: [2], is: 2)])
        }
        #expect(throws: StatisticsRefusal.disclosure(.noSuchPart(-1))) {
            try DisclosureAudit(parts: 2, known: []).possibleCounts(of: [[-1]])
        }
        #expect(throws: StatisticsRefusal.countTooLarge(largestCount)) {
            try DisclosureAudit(parts: 2, known: [KnownSum(of: [0], is: largestCount)])
        }
        #expect(throws: StatisticsRefusal.negativeCount(-1)) { try DisclosureAudit(parts: -1, known: []) }
    }

    @Test("nothing known about nothing is no trouble")
    func empty() throws {
        #expect(try DisclosureAudit(parts: 0, known: []).possibleCounts(of: []).isEmpty)
        #expect(
            try DisclosureAudit(parts: 1, known: []).possibleCounts(of: [[0]]) == [PossibleCounts(least: 0, most: nil)])
    }

    private func agrees(_ counts: [Int], _ sum: KnownSum) -> Bool {
        let count = sum.parts.reduce(0) { $0 + counts[$1] }
        return sum.least <= count && count <= sum.most ?? count
    }

    /// Every set of counts whose sum is no more than that.
    private func everySet(_ parts: Int, upTo most: Int) -> [[Int]] {
        guard parts > 0 else { return [[]] }
        return everySet(parts - 1, upTo: most).flatMap { counts in
            (0...(most - counts.reduce(0, +))).map { counts + [$0] }
        }
    }
}
