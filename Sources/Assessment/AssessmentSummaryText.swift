import DataFiles
import Foundation
import Wording

extension AssessmentOfFiles {
    /// What a clerk reads on the terminal.
    public var summary: String {
        let compared = assessment.comparison.map { ", compared with \($0)" } ?? ""
        var lines = [
            "\(assessment.district), \(assessment.period)\(compared)", "",
            "Rows: \(rows.read.grouped) read, \(rows.kept.grouped) kept, \(rows.unplaced.grouped) without a place, "
                + "\(rows.refused.grouped) refused.",
            assessment.crime.sentence, assessment.antiSocialBehaviour.sentence,
        ]
        if assessment.isGenerated {
            lines.append("Generated incidents of an example are among them: those never happened.")
        }
        lines += assessment.cautions + assessment.gaps.map { $0.sentence(force: assessment.force) }
        return (lines + [""] + types).joined(separator: "\n")
    }

    /// The types below one another, their counts in a column.
    private var types: [String] {
        let findings = assessment.types + [assessment.antiSocialBehaviour]
        var rows = findings.map { finding in
            let change = finding.earlier == nil ? [] : [finding.changeText, finding.verdictText]
            return [finding.subject, finding.count.grouped] + change
        }
        if assessment.comparison != nil { rows.insert(["Type", "Count", "Change", "More than chance?"], at: 0) }
        let widths = (rows.first ?? []).indices.map { column in rows.map(\.[column].count).max() ?? 0 }
        return rows.map { row in
            row.enumerated().map { column, cell in
                let space = String(repeating: " ", count: widths[column] - cell.count)
                return column == 0 ? cell + space : column < 3 ? space + cell : cell
            }.joined(separator: "  ")
        }
    }
}
