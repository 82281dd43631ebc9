import Statistics
import Storage
import Wording

extension AgreedRanking {
    /// The scores that figures give otherwise today than when the order was agreed, in words: "Fire, volume: none then, 3 now". A newer
    /// file may be why, or another way of counting.
    ///
    /// - Parameter today: the matrix as it would be agreed now.
    func moved(since today: RankingMatrix) -> [String] {
        lines.flatMap { line -> [String] in
            guard let row = today.rows.first(where: { $0.theme.id.description == line.id }) else { return [] }
            return line.scores.compactMap { score in
                guard let criterion = Criterion(rawValue: score.criterion), criterion.source != .people,
                    rules.weight(of: criterion) > 0
                else { return nil }
                let now = row[criterion]?.score?.value
                guard now != score.score else { return nil }
                let (before, after) = (score.score.map(Score.wording) ?? "none", now.map(Score.wording) ?? "none")
                return "\(line.theme), \(criterion.title.begunSmall): \(before) then, \(after) now"
            }
        }
    }
}
