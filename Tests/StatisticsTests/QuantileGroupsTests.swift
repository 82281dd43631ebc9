import Testing

@testable import Statistics

@Suite("QuantileGroups")
struct QuantileGroupsTests {
    @Test("areas without ties fall into groups that differ by one at most, in the order of their values")
    func even() throws {
        var chance = SeededGenerator(seed: 5)
        for number in [2, 3, 4, 5, 10] {
            for areas in [number, number + 1, 47, 1065] {
                let values = Array(1...areas).shuffled(using: &chance).map(Double.init)
                let groups = try QuantileGroups(values, number: number, highestFirst: false).groups.compactMap(\.self)
                let sizes = (1...number).map { group in groups.count { $0 == group } }
                #expect(sizes.reduce(0, +) == areas)
                #expect((sizes.max() ?? 0) - (sizes.min() ?? 0) <= 1)
                for (one, other) in zip(values.indices, values.indices.dropFirst()) where values[one] < values[other] {
                    #expect(groups[one] <= groups[other])
                }
            }
        }
    }

    @Test("the highest first is the lowest first of the same values with their signs turned")
    func turned() throws {
        let values: [Double?] = [3, nil, 1, 4, 1, 5, 9, 2, 6]
        let high = try QuantileGroups(values, number: 3, highestFirst: true)
        let low = try QuantileGroups(values.map { $0.map { -$0 } }, number: 3, highestFirst: false)
        #expect(high.groups == low.groups)
        #expect(high.groups[6] == 1)
        #expect(high.groups[1] == nil)
    }

    @Test("equal values are in one group, so that none is placed by the order of the list")
    func ties() throws {
        let groups = try QuantileGroups([0, 0, 0, 0, 0, 0, 0, 1, 2, 3], number: 5, highestFirst: false).groups
        #expect(Set(groups[0...6]) == [1])
    }

    @Test("fewer known areas than groups are put into none")
    func tooFew() throws {
        #expect(try QuantileGroups([1, nil, 2], number: 3, highestFirst: true).groups == [nil, nil, nil])
        #expect(try QuantileGroups([], number: 5, highestFirst: true).groups.isEmpty)
        #expect(try QuantileGroups([nil, nil], number: 2, highestFirst: true).groups == [nil, nil])
    }

    @Test("one group, or a value that is no number, is refused")
    func refused() {
        #expect(throws: StatisticsRefusal.groups(1)) { try QuantileGroups([1, 2], number: 1, highestFirst: true) }
        #expect(throws: StatisticsRefusal.groups(Int.min)) { try QuantileGroups([1], number: .min, highestFirst: true) }
        #expect(throws: StatisticsRefusal.self) { try QuantileGroups([1, .nan], number: 2, highestFirst: true) }
        #expect("\(StatisticsRefusal.groups(1))" == "The number of groups is 1. Use at least 2, such as 5 for fifths.")
    }

    @Test("a number of groups beyond any list puts nobody anywhere")
    func manyGroups() throws {
        #expect(try QuantileGroups([1, 2], number: .max, highestFirst: true).groups == [nil, nil])
    }
}
