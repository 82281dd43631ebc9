import Wording

/// The rules by which figures are scored, in words that say what is done.
enum RuleWords {
    static func volume(_ rules: RankingRules) -> String {
        let points = rules.cutPoints.map { Int($0).grouped }
        return
            "2 from \(points[0]), 3 from \(points[1]), 4 from \(points[2]), 5 from \(points[3]) a year. The count of other "
            + "lengths is scaled to twelve months before it is scored."
    }

    static func trend(_ rules: RankingRules) -> String {
        let rise = ((rules.largeRise - 1) * 100).rounded(places: 0)
        let fall = ((1 - 1 / rules.largeRise) * 100).rounded(places: 1)
        return
            "By the 95% interval of the change, never by its percentage alone, which is partly chance: 3 where the interval holds "
            + "no change; 4 a clear rise, 5 where even its low end is a rise of at least \(rise)%; 2 a clear fall, 1 where "
            + "even its near end is a fall of at least \(fall)%, which undoes such a rise. Where two totals are known and not how much their months vary, it "
            + "counts as 3."
    }

    static func harm(_ rules: RankingRules) -> String {
        let points = rules.leastHarms.map(\.asWeight)
        return
            "How often each offence was recorded times its weight in the published list that the rules choose, added up: 2 from "
            + "\(points[0]), 3 from \(points[1]), 4 from \(points[2]), 5 from \(points[3]) a year. It takes offences: a broad "
            + "category such as a type of data.police.uk has no weight. Where it cannot be worked out, a judgement is taken with a "
            + "full citation, and is called one."
    }

    static let comparison =
        "By the funnel of the districts compared with, whose limits are as wide as districts differ among themselves: 3 within "
        + "them; 4 above the 95% limit, 5 above the 99.8% limit; 2 and 1 below. It takes ten districts. Where no judgement is made "
        + "of more or less, as of drugs, it counts as 3."

    static let withoutScore =
        "One that has no score on a criterion that counts is given none in its place, neither a middle one nor the lowest. It is not "
        + "ranked, stands after the others, and the meeting may give it a place with a reason."
}
