import Wording

/// A file that could not be used at all. Nothing of it was kept.
public struct DataFileError: Error, Hashable, Sendable {
    /// The file as the person who gave it calls it.
    public let file: String
    public let line: Int?
    public let column: String?
    /// What is wrong: "the header lacks the column ‘LSOA code’".
    public let problem: String
    /// What to do about it, as a sentence.
    public let advice: String
    /// The first of the rows that could not be used, where too many of them are why the file was refused.
    public let faults: [Fault]
    /// True where nothing is wrong with the file: the reading was called off.
    public let isCancellation: Bool

    public init(
        file: String, line: Int? = nil, column: String? = nil, problem: String, advice: String, faults: [Fault] = [],
        isCancellation: Bool = false
    ) {
        self.file = file
        self.line = line
        self.column = column
        self.problem = problem
        self.advice = advice
        self.faults = faults
        self.isCancellation = isCancellation
    }
}

extension DataFileError: CustomStringConvertible {
    /// `kent.csv, line 3, column ‘Month’: the month is ‘2014-13’. Months look like 2014-01.`
    public var description: String {
        fileProblem(
            file, at: [line.map { "line \($0)" }, column.map { "column ‘\($0)’" }], problem, advice: advice)
    }
}
