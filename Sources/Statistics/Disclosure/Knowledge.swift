/// What an attacker knows, with what follows from one sum alone already drawn: parts that are certain are taken out of all
/// other sums, until none is left that says what a single part is.
struct Knowledge: Sendable {
    let parts: Int
    /// The count of each part that is certain; `nil` of the others.
    let certain: [Int?]
    /// What is known of the parts that are not certain.
    let sums: [KnownSum]
    /// Nothing known joins parts that are in different groups. A group is named by one of its parts.
    let groups: [Int]

    init(parts: Int, known: [KnownSum]) throws(StatisticsRefusal) {
        guard parts >= 0 else { throw .negativeCount(parts) }
        for sum in known { try Self.admit(sum, parts) }
        var certain = [Int?](repeating: nil, count: parts)
        var sums = known
        var settled = -1
        while settled != certain.count(where: { $0 != nil }) {
            settled = certain.count(where: { $0 != nil })
            sums = try Self.settled(sums, &certain)
        }
        self.parts = parts
        self.certain = certain
        self.sums = sums
        groups = Self.groups(of: parts, joinedBy: sums)
    }

    /// The largest count that may be known. Beyond it sums are no longer exact in the solver.
    static let largest = 1 << 40

    private static func admit(_ sum: KnownSum, _ parts: Int) throws(StatisticsRefusal) {
        if let strange = sum.parts.first(where: { !(0..<parts).contains($0) }) {
            throw .disclosure(.noSuchPart(strange))
        }
        for count in [sum.least, sum.most ?? 0] where count.magnitude > largest { throw .countTooLarge(count) }
        guard sum.least <= sum.most ?? sum.least, sum.most ?? 0 >= 0 else { throw .disclosure(.contradiction) }
    }

    /// Takes the certain parts out of every sum, and notes which parts that makes certain.
    private static func settled(
        _ sums: [KnownSum], _ certain: inout [Int?]
    ) throws(StatisticsRefusal) -> [KnownSum] {
        var left: [KnownSum] = []
        for sum in sums {
            var taken = 0
            var open: [Int] = []
            for part in sum.parts {
                if let count = certain[part] { taken += count } else { open.append(part) }
            }
            let rest = KnownSum(
                of: open, least: max(0, sum.least - taken),
                most: sum.most.map { $0 - taken })
            guard rest.most ?? 0 >= 0, rest.least <= rest.most ?? rest.least else {
                throw .disclosure(.contradiction)
            }
            if rest.parts.isEmpty {
                guard rest.least == 0 else { throw .disclosure(.contradiction) }
            } else if rest.most == 0 {
                for part in rest.parts { certain[part] = 0 }
            } else if let only = rest.parts.first, rest.parts.count == 1, rest.least == rest.most {
                certain[only] = rest.least
            } else if rest.least > 0 || rest.most != nil {
                left.append(rest)
            }
        }
        return left
    }

    private static func groups(of parts: Int, joinedBy sums: [KnownSum]) -> [Int] {
        var leaders = Array(0..<parts)
        func leader(of part: Int) -> Int {
            var part = part
            while leaders[part] != part {
                leaders[part] = leaders[leaders[part]]
                part = leaders[part]
            }
            return part
        }
        for sum in sums {
            for part in sum.parts.dropFirst() { leaders[leader(of: part)] = leader(of: sum.parts[0]) }
        }
        return (0..<parts).map { leader(of: $0) }
    }
}
