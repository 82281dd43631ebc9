import Wording

/// Rows of a file with a column of counts that say what an earlier row has said: the same place, time, category and count.
///
/// Where each row is one incident, two alike are two incidents. A count of the same twice is likelier a file put together twice;
/// it may also be that a column which is not read tells the two apart, which only whoever knows the file can say.
public struct RepeatedRows: Sendable, Hashable {
    /// A row, and the earlier one that says the same, by line.
    public struct Pair: Sendable, Hashable {
        public let line: Int
        public let earlier: Int
    }

    public let number: Int
    public let first: Pair

    /// "Line 11 says what line 10 says." or "12 rows say what an earlier one says, the first of them line 11 what line 10 says."
    var sentence: String {
        let pair = "line \(first.line.grouped) what line \(first.earlier.grouped) says"
        return number == 1
            ? "One row says what an earlier one says: \(pair)."
            : "\(number.grouped) rows say what an earlier one says, the first of them \(pair)."
    }

    /// Gathers them while a file is read.
    struct Tally {
        /// By what stands in its columns, the line of the first row that says so. Of two rows that differ the hashes are the same
        /// in one file of millions, and then somebody is asked in vain.
        private var seen: [Int: Int] = [:]
        private var number = 0
        private var first: Pair?

        var found: RepeatedRows? { first.map { RepeatedRows(number: number, first: $0) } }

        mutating func take(_ cells: [String], line: Int) {
            let said = cells.hashValue
            guard let earlier = seen[said] else {
                seen[said] = line
                return
            }
            number += 1
            if first == nil { first = Pair(line: line, earlier: earlier) }
        }
    }
}
