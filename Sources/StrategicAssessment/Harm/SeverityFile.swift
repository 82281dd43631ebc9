import DataFiles
import Foundation
import Wording

/// A published list of severity as a table: a column of offences and one of scores, in whatever order and among others.
struct SeverityFile: Sendable {
    let rows: [SeverityList.Row]

    /// What is wrong with it, a sentence each.
    struct Problems: Error, Hashable {
        let sentences: [String]
    }

    private static let mostRows = 5_000
    private static let mostTold = 10
    /// The gravest offences weigh some thousands of days.
    private static let greatest = 1_000_000.0
    private static let offences: Set<String> = [
        "offence", "offence name", "offence description", "offence group", "crime type", "crime", "category",
    ]
    private static let scores: Set<String> = [
        "score", "weight", "severity", "severity score", "harm", "harm score", "weighting", "css weight", "cchi",
    ]

    /// - Throws: ``Problems``, of every row that cannot be read: a list with holes is not what was published.
    init(_ table: DelimitedText) throws(Problems) {
        guard let offence = table.header.firstIndex(where: { Self.offences.contains(SeverityList.plain($0)) }),
            let score = table.header.firstIndex(where: { Self.scores.contains(SeverityList.plain($0)) })
        else {
            let found = table.header.map { "‘\($0)’" }.inWords
            throw Problems(sentences: [
                "Its first row names \(found). Call one column ‘Offence’ and one ‘Score’, and give it again"
            ])
        }
        var text = table
        var (rows, problems) = ([SeverityList.Row](), [String]())
        var before: [String: SeverityList.Row] = [:]
        do throws(DataFileError) {
            while let row = try text.next() {
                switch Self.read(row, offence, score, text.header) {
                case .failure(let problem): problems.append(problem.sentence)
                case .success(let read):
                    let name = SeverityList.plain(read.offence)
                    if let other = before[name], other.weight != read.weight {
                        problems.append(
                            "Line \(read.line), \(text.header[offence]): ‘\(read.offence)’ has \(other.weight.asWeight) in line "
                                + "\(other.line) and \(read.weight.asWeight) here")
                    } else if before[name] == nil {
                        rows.append(read)
                        before[name] = read
                    }
                }
            }
        } catch {
            throw Problems(sentences: ["\(error)"])
        }
        if rows.isEmpty, problems.isEmpty { problems.append("It has no row below its heading") }
        if rows.count > Self.mostRows { problems.append("It has more than \(Self.mostRows.grouped) offences") }
        guard problems.isEmpty else {
            let more = problems.count - Self.mostTold
            throw Problems(
                sentences: problems.prefix(Self.mostTold)
                    + (more > 0 ? ["\(more.counted("row more is", "rows more are")) wrong"] : []))
        }
        self.rows = rows
    }

    private struct Wrong: Error {
        let sentence: String
    }

    private static func read(
        _ row: DelimitedText.Row, _ offence: Int, _ score: Int, _ header: [String]
    ) -> Result<SeverityList.Row, Wrong> {
        let name = row[offence].trimmingCharacters(in: .whitespaces)
        let typed = row[score].trimmingCharacters(in: .whitespaces)
        guard !name.isEmpty, name.count <= 200 else {
            return .failure(Wrong(sentence: "Line \(row.line), \(header[offence]): there is no offence"))
        }
        guard let weight = number(typed), (0...greatest).contains(weight) else {
            return .failure(
                Wrong(
                    sentence:
                        "Line \(row.line), \(header[score]): ‘\(typed.prefix(40))’ of \(name) is no score. Scores are numbers "
                        + "like 7,979 or 16.4"))
        }
        return .success(.init(line: row.line, offence: name, weight: weight))
    }

    /// "7,979.5": commas between thousands only, for “1,5” is no fifteen.
    private static func number(_ typed: String) -> Double? {
        guard typed.wholeMatch(of: /[0-9]+(\.[0-9]+)?|[0-9]{1,3}(,[0-9]{3})+(\.[0-9]+)?/) != nil else { return nil }
        return Double(typed.replacing(",", with: ""))
    }
}
