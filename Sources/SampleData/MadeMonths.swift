import DataFiles
import DataRegister

/// Months in tests are written as in files: `"2014-01"`.
extension Month: ExpressibleByStringLiteral {
    public init(stringLiteral text: String) {
        guard let month = Month(text) else { preconditionFailure("‘\(text)’ is not a month") }
        self = month
    }
}

extension Period {
    /// The year a test is about.
    public static func year(_ year: Int) throws -> Period {
        try Period(from: Month(year: year, number: 1), to: Month(year: year, number: 12))
    }
}
