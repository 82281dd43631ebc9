import DataFiles
import Wording

/// A row of a partner's file, understood.
struct MappedRow {
    struct Key: Hashable {
        let place: Place
        let period: Period
        let measure: String
    }

    let key: Key
    let count: Int
}

/// Why a row cannot be used.
struct RowRefused: Error {
    let column: String
    let reason: String
    /// Of what, where everything but the number, the category or the place was understood.
    var period: Period?
    /// What of it is not known, where the place is.
    var lacks = Lack.number
    /// What was counted, where the place alone is not known.
    var measureWithoutPlace: String?
    /// And how many.
    var count = 1
    /// What no earlier file had.
    var newCategory: String?
    /// Where it surely lies, if not in the own district.
    var elsewhere: String?
    /// Where the time alone is not known.
    var undated: Undated?

    enum Lack: CaseIterable {
        case number, withheld, category

        /// "the number in 1 row of its file could not be read"
        func words(_ rows: Int) -> String {
            let told = rows.counted("row", "rows")
            return switch self {
            case .number: "the number in \(told) of its file could not be read"
            case .withheld: "the number in \(told) of its file was withheld or not given"
            case .category: "the category of \(told) of its file is blank"
            }
        }
    }

    struct Undated: Hashable {
        let measure: String
        /// Nil where that is not known either.
        let place: Place?
    }
}
