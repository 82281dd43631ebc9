import Testing

@testable import DataRegister

@Suite("Dates of birth as Excel counts days")
struct ExcelBirthsTests {
    private func table(
        _ heading: String, _ values: [String], month: String? = "2014-05", from1904: Bool = false
    ) throws -> GivenTable {
        let rows = values.map { "E01024657,\(month ?? "-"),\($0)\n" }.joined()
        return try GivenTable(
            sheet: Array("LSOA,Month,\(heading)\n\(rows)".utf8), file: "a.xlsx", remark: "", countsFrom1904: from1904)
    }

    private static let births = ["23456", "15012", "36001", "28765", "31999", "19003", "33210", "26111"]

    @Test("are asked about in plain words, whatever the heading, with what one of them would be")
    func askedAbout() throws {
        let told = "‘x1’: its numbers could be dates of birth as Excel counts days: 23456 is 20 March 1964."
        #expect(try table("x1", Self.births).doubts == [told])
        #expect(try table("x1", Self.births, month: nil).doubts == [told])
        #expect(try table("x1", Self.births.map { $0 + ".0" }).doubts == [told])
        #expect(try table("x1", Self.births + ["", "0", "-"]).doubts == [told], "some are blank")
        let many = (0..<4_000).map { "\(12_000 + $0 * 7_919 % 28_000)" }
        #expect(try table("x1", many).doubts.count == 1)
        #expect(
            try table("x1", Self.births.compactMap { Int($0) }.map { "\($0 - 1_462)" }, from1904: true).doubts == [
                told.replacing("23456", with: "21994")
            ])
    }

    @Test("are refused where the heading speaks of a person")
    func refused() throws {
        for heading in ["Patient day", "Age", "client bday", "victim"] {
            #expect(!(try table(heading, Self.births).personal.isEmpty), "\(heading)")
        }
        #expect(try table("Client ref", Self.births).personal.isEmpty, "it may be a number of the provider’s")
        #expect(try table("Client ref", Self.births).doubts.count == 1)
    }

    @Test("the column that is said to be the count is not asked about")
    func counts() throws {
        let found = try table("x1", Self.births)
        #expect(found.doubts(counting: "x1").isEmpty)
        #expect(found.doubts(counting: "Month").count == 1)
    }

    @Test("numbers that are days of incidents, references, populations, counts or years are nobody’s")
    func nobody() throws {
        let harmless: [(String, [String])] = [
            ("day", (0..<60).map { "\(41_640 + $0 * 3)" }), ("x", (0..<60).map { "\(20_001 + $0)" }),
            ("x", (0..<60).map { "\(10_007 + $0 * 1_499)" }), ("Population", Self.births),
            ("x", ["23456", "23456", "23456", "15012", "15012", "36001", "36001", "36001", "36001"]),
            ("x", ["1964", "1970", "2001", "1988", "1955"]), ("x", ["3", "14", "15000", "7", "36000", "1"]),
            ("x", ["64000", "71000", "15000", "93000", "36000", "45000"]),
        ]
        for (heading, values) in harmless {
            let found = try table(heading, values)
            #expect(found.doubts.isEmpty && found.personal.isEmpty, "\(heading): \(values.prefix(5))")
        }
    }
}
