/// One row that could not be used: where it stands and why.
public struct Fault: Hashable, Sendable, Codable {
    /// The file as the person who gave it calls it; inside an archive, `archive.zip/2014-01/2014-01-kent-street.csv`.
    public let file: String
    /// Counted from 1, the header included, as a text editor counts.
    public let line: Int
    /// The column's name in the header, where one column is to blame.
    public let column: String?
    /// What is wrong, as a person should read it: "the month is ‘2014-13’; it must look like 2014-01".
    public let reason: String

    public init(file: String, line: Int, column: String? = nil, reason: String) {
        self.file = file
        self.line = line
        self.column = column
        self.reason = reason
    }

    /// "12, ‘Month’: the month is ‘2014-13’; it must look like 2014-01", to follow the word line.
    public var words: String { "\(line)\(column.map { ", ‘\($0)’" } ?? ""): \(reason)" }
}
