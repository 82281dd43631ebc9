import Membership
import Storage
import Web
import Wording

/// The forms about the ranking: its rules, and what was agreed.
enum RankingForms {
    static func rules(
        of assessment: AnnualAssessment, _ answers: Answers, version: Int, refusals: Refusals? = nil
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
                Field("why", "Why are they changed?", value: answers["why"], refusals: refusals),
            ],
            refusals: refusals, back: "/strategic-assessments/\(assessment.year.slug)/ranking",
            known: [("version", "\(version)")])
    }

    static func known(_ rules: RankingRules) -> Answers {
        var answers = Dictionary(
            uniqueKeysWithValues: Criterion.allCases.map { ("weight-\($0.rawValue)", "\(rules.weight(of: $0))") })
        answers["cut-points"] = rules.cutPoints.map { "\(Int($0))" }.joined(separator: ", ")
        answers["large"] = ((rules.largeRise - 1) * 100).rounded(places: 0)
        return Answers(answers)
    }

    /// - Throws: `Refusals`
    static func readRules(_ form: Form) throws -> (rules: RankingRules, why: String) {
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
        let points = form["cut-points"].split(whereSeparator: { $0 == " " || $0 == ";" })
            .flatMap { $0.split(separator: ",") }.compactMap { Double($0) }
        let rises = zip(points, points.dropFirst()).allSatisfy { $0 < $1 }
        if points.count != 4 || !rises || points.contains(where: { $0 < 0 || $0 > 1_000_000 }) {
            check.refuse(
                "Enter four numbers, each above the one before, like 100, 400, 1200, 3000", field: "cut-points")
        }
        let large = Double(form["large"].trimmingPrefix("+").replacing("%", with: ""))
        if !(large.map { $0 > 0 && $0 <= 1_000 } ?? false) {
            check.refuse("Enter a number of per cents above 0, like 20", field: "large")
        }
        let why = check.text("why", ask: "Say why, for whoever reads the ranking later")
        return try check.checked {
            (RankingRules(weights: weights, cutPoints: points, largeRise: 1 + (large ?? 20) / 100), why)
        }
    }

    static func crumbs(_ assessment: AnnualAssessment) -> [Mention] {
        assessment.crumbs + [Mention(at: "/strategic-assessments/\(assessment.year.slug)/ranking", titled: "Ranking")]
    }
}
