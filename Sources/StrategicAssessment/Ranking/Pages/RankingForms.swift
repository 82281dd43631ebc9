import Membership
import Storage
import Web
import Wording

/// The forms about the ranking: its rules, and what was agreed.
enum RankingForms {
    static func rules(
        of assessment: AnnualAssessment, _ answers: Answers, version: Int, lists: [SeverityList],
        refusals: Refusals? = nil
    ) -> FormPage {
        FormPage(
            title: "Weights and rules",
            lead: """
                <p class="lead">Weights are whole numbers; only their proportions matter, and a criterion at 0 does not count. \
                Everybody sees them, who set them, and why.</p>
                """,
            crumbs: crumbs(assessment), action: "/strategic-assessments/\(assessment.year.slug)/ranking/rules",
            button: Button("Save"),
            fields: Criterion.allCases.map {
                Field(
                    "weight-\($0.rawValue)", "Weight of \($0.title.lowercased())", hint: $0.question,
                    value: answers["weight-\($0.rawValue)"], refusals: refusals)
            } + [
                Field(
                    "cut-points", "Least numbers a year for a 2, 3, 4 and 5 on volume",
                    hint:
                        "Four numbers, like 100, 400, 1200, 3000. Of other lengths than a year the count is scaled to one.",
                    value: answers["cut-points"], refusals: refusals),
                Field(
                    "large", "A large rise is one of at least (per cent)",
                    hint:
                        "Even the low end of its 95% interval must reach it, so that a rise is not called large by chance.",
                    value: answers["large"], refusals: refusals),
                severity(answers, among: lists, refusals),
                Field(
                    "harm-points", "Least harms a year for a 2, 3, 4 and 5",
                    hint:
                        "Four numbers in the points of that list: what all cases of a theme weigh together in a year.",
                    value: answers["harm-points"], refusals: refusals),
                Field("why", "Why are they changed?", value: answers["why"], refusals: refusals),
            ],
            refusals: refusals, back: "/strategic-assessments/\(assessment.year.slug)/ranking",
            known: [("version", "\(version)")])
    }

    private static func severity(_ answers: Answers, among lists: [SeverityList], _ refusals: Refusals?) -> Field {
        Field(
            "severity", "Harm is worked out by",
            hint: lists.isEmpty
                ? "No published list is here. Import one under Severity scores."
                : "Its newest version. Only themes that count offences have a harm.",
            .choice([.init("", "No published list")] + lists.map { .init($0.address, $0.citation) }),
            value: answers["severity"], refusals: refusals)
    }

    static func known(_ rules: RankingRules) -> Answers {
        var answers = Dictionary(
            uniqueKeysWithValues: Criterion.allCases.map { ("weight-\($0.rawValue)", "\(rules.weight(of: $0))") })
        answers["cut-points"] = rules.cutPoints.map { "\(Int($0))" }.joined(separator: ", ")
        answers["harm-points"] = rules.leastHarms.map { "\(Int($0))" }.joined(separator: ", ")
        answers["severity"] = rules.severity ?? ""
        answers["large"] = ((rules.largeRise - 1) * 100).rounded(places: 0)
        return Answers(answers)
    }

    /// - Throws: `Refusals`
    static func readRules(_ form: Form, among lists: [SeverityList]) throws -> (rules: RankingRules, why: String) {
        var check = Check(form)
        var weights: [String: Int] = [:]
        for criterion in Criterion.allCases {
            let name = "weight-\(criterion.rawValue)"
            guard let weight = Int(form[name]), (0...1_000).contains(weight) else {
                check.refuse("Enter a whole number from 0 to 1,000", field: name)
                continue
            }
            weights[criterion.rawValue] = weight
        }
        if !weights.isEmpty, weights.values.allSatisfy({ $0 == 0 }) {
            check.refuse("Give at least one criterion a weight above 0", field: "weight-volume")
        }
        let points = check.points("cut-points", like: "100, 400, 1200, 3000")
        let harms = check.points("harm-points", like: "10000, 50000, 150000, 400000")
        let large = Double(form["large"].trimmingPrefix("+").replacing("%", with: ""))
        if !(large.map { $0 > 0 && $0 <= 1_000 } ?? false) {
            check.refuse("Enter a number of per cents above 0, like 20", field: "large")
        }
        if !form["severity"].isEmpty, !lists.contains(where: { $0.address == form["severity"] }) {
            check.refuse("Choose one of the lists that are here", field: "severity")
        }
        let why = check.text("why", ask: "Say why, for whoever reads the ranking later")
        return try check.checked {
            points.map { points in
                (
                    RankingRules(
                        weights: weights, cutPoints: points, largeRise: 1 + (large ?? 20) / 100, harmPoints: harms,
                        severity: form["severity"].isEmpty ? nil : form["severity"]), why
                )
            }
        }
    }

    static func crumbs(_ assessment: AnnualAssessment) -> [Mention] {
        assessment.crumbs + [Mention(at: "/strategic-assessments/\(assessment.year.slug)/ranking", titled: "Ranking")]
    }
}

extension Check {
    /// Four numbers, each above the one before; nil where they are none, which is refused.
    fileprivate mutating func points(_ name: String, like example: String) -> [Double]? {
        let points = text(name, longest: 200).split(whereSeparator: { " ;,".contains($0) }).map { Double($0) ?? -1 }
        let rises = zip(points, points.dropFirst()).allSatisfy { $0 < $1 }
        guard points.count == 4, rises, points.allSatisfy({ (0...1_000_000_000).contains($0) }) else {
            refuse("Enter four numbers, each above the one before, like \(example)", field: name)
            return nil
        }
        return points
    }
}
