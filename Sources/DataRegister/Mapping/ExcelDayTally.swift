import Storage

/// The numbers of five figures in one column, which may be days as Excel counts them: 23456 is 20 March 1964.
struct ExcelDayTally {
    private let system: ExcelDay.System
    private var cells = 0
    private var first: Int?
    /// Those that are there, a bit each; nothing until there is one.
    private var seen: [UInt64] = []

    private static let most = 100_000
    /// People born within fewer years than this are no whole population, and days of incidents are not so far apart.
    private static let span = 25
    /// So many years before what the file is of, and it is no day of an incident.
    private static let before = 3
    /// What no partner's file is newer than, where no column of it tells.
    private static let newest = 2020

    init(_ system: ExcelDay.System) {
        self.system = system
    }

    /// - Parameter cell: a number of figures alone, or with a nought behind the point.
    mutating func add(_ cell: String) {
        var number = 0
        for figure in cell.utf8.prefix(5) {
            guard (0x30...0x39).contains(figure) else { return }
            number = number * 10 + Int(figure - 0x30)
        }
        guard cell.utf8.count == 5 || cell.hasSuffix(".0") else { return }
        cells += 1
        if first == nil { first = number }
        if seen.isEmpty { seen = Array(repeating: 0, count: (Self.most + 63) / 64) }
        seen[number / 64] |= 1 << UInt64(number % 64)
    }

    /// "23456 is 20 March 1964" of a column whose numbers may be dates of birth; nil of any other.
    ///
    /// - Parameters:
    ///   - all: how many cells of the column have anything in them.
    ///   - newest: the newest year that other columns of the file name; nil where none does.
    func example(of all: Int, inFileUpTo newest: Int?) -> String? {
        guard let first, cells >= 3, cells * 5 >= all * 4 else { return nil }
        let numbers = different
        guard numbers.count * 2 > cells || numbers.count >= 2_000,
            let early = ExcelDay.day(numbers[numbers.count / 20], system),
            let late = ExcelDay.day(numbers[numbers.count - 1 - numbers.count / 20], system),
            late.year - early.year >= Self.span, late.year <= (newest ?? Self.newest) - Self.before
        else { return nil }
        return ExcelDay.day(first, system).map { "\(first) is \($0.words)" }
    }

    /// The smallest first.
    private var different: [Int] {
        seen.indices.flatMap { place in
            (0..<64).filter { seen[place] & 1 << UInt64($0) != 0 }.map { place * 64 + $0 }
        }
    }
}
