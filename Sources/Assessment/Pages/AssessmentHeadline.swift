import DataRegister
import Statistics
import Wording

/// What an assessment says in three sentences, for a reader with ten minutes. The figures behind each stand below it
/// with their intervals.
struct AssessmentHeadline {
    let assessment: DistrictAssessment

    var text: String { sentences.joined(separator: " ") }

    var sentences: [String] {
        [crime, assessment.compared.isEmpty ? mostly : types, antiSocialBehaviour].compactMap(\.self)
    }

    private var crime: String {
        "Police recorded \(assessment.crime.count.counted("crime", "crimes")) in \(assessment.district) in "
            + "\(assessment.period)\(told(assessment.crime))"
    }

    private var antiSocialBehaviour: String {
        "Anti-social behaviour, counted apart, came to "
            + "\(assessment.antiSocialBehaviour.count.counted("incident", "incidents"))"
            + "\(told(assessment.antiSocialBehaviour))"
    }

    /// ", 4.3% fewer than in 2014. That is no clear change: chance alone can account for it."
    private func told(_ finding: Finding) -> String {
        let gap =
            finding.current.isWhole
            ? "" : ", with \(finding.current.missing.count) of \(finding.current.period.count) months missing"
        guard let change = finding.change, let earlier = finding.earlier else { return gap + "." }
        let isWhole = finding.current.isWhole && earlier.isWhole
        let span = "in \(earlier.period)" + (isWhole ? "" : ", over the months known on both sides")
        guard let percent = change.percent else {
            return "\(gap), after \(change.before.grouped) \(span): too few for a percentage."
        }
        let share = "\(percent.magnitude.rounded(places: 1))% \(percent < 0 ? "fewer" : "more") than"
        let amount = "\(gap), \(percent.magnitude < 0.05 ? "about as many as" : share) \(span)"
        return switch change.verdict {
        case .rise, .fall: "\(amount): more than chance would give."
        case .untold: "\(amount). Whether that is more than chance cannot be told."
        case .unjudged: "\(amount). Whether what happened changed is not judged by it: \(change.whyUnjudged ?? "")."
        case .noClearChange: "\(amount). That is no clear change: chance alone can account for it."
        case .notClear:
            "\(amount). Whether that is more than chance is not clear: the season makes the comparison too cautious to tell."
        }
    }

    /// "Of 13 types of crime, one rose (violence and sexual offences) and three fell (…) by more than chance would give."
    private var types: String? {
        let rose = names(.rise)
        let fell = names(.fall)
        let all = assessment.compared.count.counted("type", "types")
        return switch (rose.isEmpty, fell.isEmpty) {
        case (true, true): "Of \(all) of crime, none changed by more than chance would give."
        case (false, true): "Of \(all) of crime, \(listed(rose, "rose")) by more than chance would give; none fell."
        case (true, false): "Of \(all) of crime, \(listed(fell, "fell")) by more than chance would give; none rose."
        case (false, false):
            "Of \(all) of crime, \(listed(rose, "rose")) and \(listed(fell, "fell")) by more than chance would give."
        }
    }

    /// "The most common were violence and sexual offences (34.4%), …": what there is to say where nothing is compared.
    private var mostly: String? {
        let most = assessment.types.prefix(3).compactMap { finding in
            finding.share.map { "\(finding.subject.lowercased()) (\(($0.value * 100).rounded(places: 1))%)" }
        }
        guard most.count == 3 else { return nil }
        return "The most common were \(most[0]), \(most[1]) and \(most[2])."
    }

    private func names(_ verdict: Change.Verdict) -> [String] {
        assessment.types.filter { $0.change?.verdict == verdict }.map { $0.subject.lowercased() }
    }

    private func listed(_ names: [String], _ verb: String) -> String {
        "\(Self.numerals[names.count] ?? "\(names.count)") \(verb) (\(names.joined(separator: ", ")))"
    }

    private static let numerals = [
        1: "one", 2: "two", 3: "three", 4: "four", 5: "five", 6: "six", 7: "seven", 8: "eight", 9: "nine",
    ]
}
