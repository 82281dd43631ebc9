import DataFiles
import Geography

extension DataFileError {
    /// The same, of a file of boundaries.
    init(_ error: BoundaryFileError) {
        let feature = error.feature.map { feature in
            "feature \(feature)" + (error.code.map { " (\($0))" } ?? "") + ": "
        }
        self.init(
            file: error.file, line: error.line, problem: (feature ?? "") + error.problem, advice: error.advice)
    }

    /// What is wrong with the file, with the first rows that were refused where it was for them.
    var wholeStory: String {
        let rows = faults.prefix(10).map { "Line \($0.line)\($0.column.map { ", ‘\($0)’" } ?? ""): \($0.reason)" }
        return ([description] + rows).joined(separator: "\n")
    }
}
