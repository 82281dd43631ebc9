/// One thing that answers are weighted by: which group each respondent is of, and how many people there are of each group.
public struct SurveyMargin: Hashable, Sendable {
    /// As it reads in a sentence: "age group", "ward".
    public let name: String
    /// One for each respondent, in the order of the answers; `nil` where it is not known.
    public let groups: [String?]
    /// People of each group, in any unit: only the shares matter.
    public let population: [String: Double]

    public init(name: String, groups: [String?], population: [String: Double]) {
        self.name = name
        self.groups = groups
        self.population = population
    }
}

extension SurveyMargin {
    /// For each respondent the number of their group, and each group's share of the people, in the groups' order.
    ///
    /// - Throws: `StatisticsRefusal` where a group is missing, has no population, or has nobody who answered.
    func admitted(respondents: Int) throws(StatisticsRefusal) -> AdmittedMargin {
        guard groups.count == respondents else {
            throw .survey(.notAligned("groups (\(name))", groups.count, expected: respondents))
        }
        let names = population.keys.sorted()
        var total = 0.0
        for group in names {
            let people = population[group] ?? 0
            guard people > 0, people.isFinite else {
                throw .survey(.population(margin: name, group: group, people))
            }
            total += people
        }
        guard total.isFinite else { throw .outOfRange }
        let numbers = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
        var members: [Int] = []
        for (index, group) in groups.enumerated() {
            guard let group else { throw .survey(.groupMissing(margin: name, respondent: index + 1)) }
            guard let number = numbers[group] else {
                throw .survey(.groupWithoutPopulation(margin: name, group: group))
            }
            members.append(number)
        }
        let present = Set(members)
        if let empty = names.indices.first(where: { !present.contains($0) }) {
            throw .survey(.groupWithoutRespondents(margin: name, group: names[empty]))
        }
        return AdmittedMargin(members: members, shares: names.map { (population[$0] ?? 0) / total })
    }
}

/// A margin by numbers: the group of each respondent, and what share of the people each group is.
struct AdmittedMargin: Hashable, Sendable {
    let members: [Int]
    let shares: [Double]

    /// The sum of what respondents have, group by group.
    func totals(_ values: [Double]) -> [Double] {
        var totals = [Double](repeating: 0, count: shares.count)
        for (group, value) in zip(members, values) { totals[group] += value }
        return totals
    }
}
