import DataFiles
import Geography

extension DataFileError {
    /// The same, of a file of boundaries.
    init(_ error: BoundaryFileError) {
        let problem = [error.placeInLine, error.problem].compactMap(\.self).joined(separator: ": ")
        self.init(file: error.file, line: error.line, problem: problem, advice: error.advice)
    }

    /// What is wrong with the file, with the first rows that were refused where it was for them.
    var wholeStory: String {
        ([description] + faults.prefix(10).map { "Line \($0.words)" }).joined(separator: "\n")
    }
}
