import DataFiles

/// The rows of a partner’s table above its headings: what it is called, of when it is, who made it. They are passed over, and
/// it is said.
struct TitlesAbove: Sendable {
    /// How many; 0 where the table begins with its headings, or where nobody can tell which row they are.
    let rows: Int

    private static let most = 20

    /// - Parameter text: the table from its first row on.
    init(_ text: DelimitedText) {
        var text = text
        var above = 0
        var row = text.header
        let isPage = row.first?.hasPrefix("<") ?? false
        while !isPage, above < Self.most {
            if above > 0, Self.areHeadings(row) {
                rows = above
                return
            }
            guard Self.isTitle(row), let next = text.nextFields() else { break }
            above += 1
            row = next
        }
        rows = 0
    }

    func remark(headingsOn line: Int, isFromWorkbook: Bool) -> String? {
        guard rows > 0 else { return nil }
        let place = isFromWorkbook ? "row" : "line"
        return "Its headings were found in \(place) \(line); what stands above them was passed over."
    }

    /// One value alone, or two at the left of at least as many that are blank, as in “Period, 2014”.
    private static func isTitle(_ row: [String]) -> Bool {
        let filled = row.count { !$0.isEmpty }
        return filled <= 1 || filled == 2 && row.count >= 4 && row[2...].allSatisfy(\.isEmpty)
    }

    /// Every column has one, and none is a number: a row of data is not taken for it.
    private static func areHeadings(_ row: [String]) -> Bool {
        row.count > 1 && row.allSatisfy { !$0.isEmpty && Double($0) == nil }
    }
}

extension DelimitedText {
    /// The next row’s values without blanks around them, however many there are; nil at the end, or where it cannot be read.
    fileprivate mutating func nextFields() -> [String]? {
        do throws(DataFileError) {
            return try nextAsItIs()?.fields.map(\.trimmingBlanks)
        } catch {
            return nil
        }
    }
}
