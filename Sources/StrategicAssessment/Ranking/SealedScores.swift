import Membership
import Storage
import Wording

// People score by themselves: until an order is agreed or the scoring is closed, nobody who has their own score to give yet
// sees those of others, nor what comes of them.

extension RankingMatrix {
    /// As a person may see it who has their own scores to give.
    func sealed(from person: ID<Person>) -> RankingMatrix {
        let seen = rows.map { $0.sealed(from: person) }
        guard seen.contains(where: \.isSealed) else { return self }
        let shut = Set(seen.flatMap(\.cells).filter(\.isSealed).map(\.criterion))
        return RankingMatrix(
            // Where it stands in the order would tell of the scores too.
            rows: seen.filter { !$0.isSealed }
                + seen.filter(\.isSealed).sorted { $0.theme.position < $1.theme.position },
            agreement: agreement.filter { !shut.contains($0.key) }, rules: rules)
    }

    var isSealed: Bool { rows.contains(where: \.isSealed) }
}

extension RankingMatrix.Row {
    fileprivate func sealed(from person: ID<Person>) -> RankingMatrix.Row {
        let cells = cells.map { $0.sealed(from: person) }
        guard cells.contains(where: \.isSealed) else { return self }
        return RankingMatrix.Row(theme: theme, cells: cells, place: nil, overWeights: nil, overScorers: nil)
    }
}

extension RankingMatrix.Cell {
    fileprivate func sealed(from person: ID<Person>) -> RankingMatrix.Cell {
        let own = given.contains { $0.scorer == .person(person) }
        let others = given.filter { $0.scorer != .publication }
        guard criterion.source == .people, !own, !others.isEmpty else { return self }
        return RankingMatrix.Cell(
            criterion: criterion, score: nil,
            words:
                "\(others.count.counted("person has", "people have")) scored it; what they gave is shown once you have "
                + "scored it yourself",
            figure: nil, given: given.filter { $0.scorer == .publication }, isSealed: true)
    }
}
