import DataFiles
import ExampleYear
import Testing

@Suite("The generated stream")
struct ExampleStreamTests {
    @Test("as many rows come as were asked for, in pieces, month after month", arguments: [0, 1, 1_000, 100_003])
    func rows(wanted: Int) throws {
        let year = try Thanet.year()
        var (lines, largest) = (0, 0)
        var order: [Month] = []
        year.write(rows: wanted) { month, fileName, bytes in
            #expect(fileName == "\(month)-kent-street.csv")
            lines += bytes.count { $0 == UInt8(ascii: "\n") }
            largest = max(largest, bytes.count)
            if order.last != month { order.append(month) }
        }
        #expect(lines - 24 == wanted)
        #expect(largest < 70_000)
        #expect(order == Array(Month(year: 2014, number: 1)...Month(year: 2015, number: 12)))
    }

    @Test("without a number of rows, the pieces are the months’ files")
    func pieces() throws {
        let year = try Thanet.year()
        var whole: [UInt8] = []
        year.write { _, _, bytes in whole += bytes }
        #expect(whole == year.months.flatMap(\.bytes))
    }

    @Test("what the sink throws comes through, and no more is written")
    func failure() throws {
        struct Full: Error {}
        let year = try Thanet.year()
        var pieces = 0
        #expect(throws: Full.self) {
            try year.write { _, _, _ in
                pieces += 1
                if pieces == 3 { throw Full() }
            }
        }
        #expect(pieces == 3)
    }
}
