import Wording

/// A boundary file that could not be used. Nothing of it was kept.
public struct BoundaryFileError: Error, Hashable, Sendable {
    /// The file as the person who gave it calls it.
    public let file: String
    /// Counted from 1, where the text itself is broken.
    public let line: Int?
    /// The character of the line, counted from 1 in bytes, where the text itself is broken.
    public let column: Int?
    /// The feature (the area), counted from 1 in the order of the file.
    public let feature: Int?
    /// The feature's code, where it was read before the fault was met.
    public let code: String?
    /// What is wrong: "ring 1 has 3 points".
    public let problem: String
    /// What to do about it, as a sentence.
    public let advice: String

    public init(
        file: String, line: Int? = nil, column: Int? = nil, feature: Int? = nil, code: String? = nil,
        problem: String, advice: String
    ) {
        self.file = file
        self.line = line
        self.column = column
        self.feature = feature
        self.code = code
        self.problem = problem
        self.advice = advice
    }
}

extension BoundaryFileError: CustomStringConvertible {
    /// `wards.geojson, feature 12 (E05005081): ring 1 has 3 points. A ring needs at least four…`
    public var description: String {
        fileProblem(file, at: [line.map { "line \($0)" }, placeInLine], problem, advice: advice)
    }

    /// "column 5, feature 12 (E05005081)", as far as it is known.
    public var placeInLine: String? {
        let area = feature.map { feature in "feature \(feature)" + (code.map { " (\($0))" } ?? "") }
        let known = [column.map { "column \($0)" }, area].compactMap(\.self)
        return known.isEmpty ? nil : known.joined(separator: ", ")
    }
}

/// Why reading stopped, before the file's name and the line are put to it.
struct Refusal: Error {
    /// Where in the bytes, if the text is to blame.
    var offset: Int?
    var feature: Int?
    var code: String?
    var problem: String
    var advice: String

    init(at offset: Int? = nil, feature: Int? = nil, code: String? = nil, _ problem: String, advice: String) {
        self.offset = offset
        self.feature = feature
        self.code = code
        self.problem = problem
        self.advice = advice
    }

    /// The same refusal with the feature it was met in, unless that is known already.
    func within(feature: Int, code: String? = nil) -> Refusal {
        var refusal = self
        refusal.feature = self.feature ?? feature
        refusal.code = self.code ?? code
        return refusal
    }

    func error(file: String, bytes: [UInt8]) -> BoundaryFileError {
        let before = offset.map { bytes.prefix($0) }
        let newline = UInt8(ascii: "\n")
        let line = before.map { bytes in bytes.count { $0 == newline } + 1 }
        let column = before.map { bytes in bytes.count - (bytes.lastIndex(of: newline).map { $0 + 1 } ?? 0) + 1 }
        return BoundaryFileError(
            file: file, line: line, column: column, feature: feature, code: code, problem: problem, advice: advice)
    }
}
