import Markdown
import Testing
import Wording

@testable import Reports

@Suite("A table of money carries its unit, chosen once and printed by the program")
struct MoneyTableTests {
    private static let answers: [String: String] = [
        "in": "financial", "title": "External funding", "unit": "thousands", "columns": "2015/16\n2016/17",
        "rows": "Home Office | 1,500 | 1,611\nCommissioner | 480.5 | 400", "total": "yes",
    ]

    private func table(_ changed: [String: String] = [:]) throws -> MoneyTable {
        try MoneyTable(PartAnswers(Self.answers.merging(changed) { $1 }))
    }

    /// What is wrong with a table, at the field.
    private func faults(_ changed: [String: String]) -> [PartFaults.Fault] {
        do {
            _ = try table(changed)
            return []
        } catch {
            return (error as? PartFaults)?.all ?? []
        }
    }

    @Test("the unit stands in the title, and what the totals are in full pounds stands below")
    func unit() throws {
        let table = try table()

        #expect(table.caption == "External funding, in thousands of pounds")
        #expect(table.totals == [Money(pence: 198_050_000), Money(pence: 201_100_000)])
        #expect(
            table.checks == [
                "2015/16, total: £1,980.5 thousand is £1,980,500.", "2016/17, total: £2,011.0 thousand is £2,011,000.",
            ])
        #expect(
            table.text(table.rows[0].amounts[0], in: 0) == "1,500.0", "every amount has the decimals that one needs")
        #expect(table.text(table.rows[0].amounts[1], in: 1) == "1,611.0")
    }

    @Test(
        "amounts are read exactly in the unit",
        arguments: [
            ("pounds", "31,957", 3_195_700), ("pounds", "0.5", 50), ("thousands", "2,011", 201_100_000),
            ("thousands", "31.957", 3_195_700), ("millions", "2.011", 201_100_000), ("millions", "-3", -300_000_000),
            ("millions", "0.00000001", 1), ("thousands", "−12.5", -1_250_000),
        ])
    func amounts(unit: String, typed: String, pence: Int) throws {
        let table = try table(["unit": unit, "columns": "Now", "rows": "Reserves | \(typed)"])

        #expect(table.rows[0].amounts == [Money(pence: pence)])
    }

    @Test(
        "what is no amount is refused at its row, whatever it was meant to be",
        arguments: ["£2,011", "2,011k", "2.011m", "2,01", "2.0.1", "two", "1e5", "0.000001", "9999999999999999999"])
    func refused(typed: String) {
        let faults = faults(["columns": "Now", "rows": "Reserves | \(typed)"])

        #expect(faults.map(\.field) == ["rows"])
        #expect(faults.first?.advice.contains("‘\(typed)’") ?? false)
    }

    @Test("a row with too few or too many amounts is named; one copied from a spreadsheet is read as it is")
    func rows() throws {
        #expect(faults(["rows": "Home Office | 1"]).first?.advice.contains("Row 1, ‘Home Office’") ?? false)
        #expect(faults(["rows": ""]).map(\.field) == ["rows"])
        #expect(try table(["rows": "Home Office\t1,500\t"]).rows[0].amounts == [Money(pence: 150_000_000), nil])
    }

    @Test(
        "a unit that is typed into the title or a column is refused",
        arguments: [
            "External funding (£m)", "Funding in £000", "Funding £'000", "Funding, thousands", "Funding (£ million)",
        ])
    func typedTwice(words: String) {
        #expect(faults(["title": words]).map(\.field) == ["title"])
        #expect(faults(["columns": words, "rows": "A | 1"]).map(\.field) == ["columns"])
    }

    @Test("without a unit there is no table")
    func unitless() {
        #expect(faults(["unit": ""]).map(\.field) == ["unit"])
    }

    @Test(
        "a typed table that says a unit of money in its head or its caption is found, with what it says",
        arguments: [
            ("| | £m |\n|---|---|\n| a | 1 |", "£m"), ("| Fund | 2016/17 £000 |\n|---|---|\n| a | 1 |", "£000"),
            ("| Fund | £’000s |\n|---|---|\n| a | 1 |", "£’000s"), ("| Fund | '000 |\n|---|---|\n| a | 1 |", "'000"),
            ("| Fund | Millions |\n|---|---|\n| a | 1 |", "Millions"),
            ("Table 1: external funding (£k)\n\n| | x |\n|---|---|\n| a | 1 |", "£k"),
            ("| | x |\n|---|---|\n| a | 1 |\n\nAll figures are in thousands.", "thousands"),
            ("> | | £bn |\n> |---|---|\n> | a | 1 |", "£bn"),
        ])
    func typedUnits(text: String, unit: String) {
        #expect(TypedUnits.all(in: Markdown(text)).map(\.unit) == [unit])
    }

    @Test(
        "ordinary words and tables without money are left alone",
        arguments: [
            "| Ward | Calls |\n|---|---|\n| a | 1,000 |", "The grant is £2 million.",
            "The grant is about £2 million, which is a lot.\n\n| Ward | £ |\n|---|---|\n| a | 1 |",
            "| Year | Families |\n|---|---|\n| 2000 | 3 |", "| Fund | £ |\n|---|---|\n| £2m fund | 1 |",
        ])
    func leftAlone(text: String) {
        #expect(TypedUnits.all(in: Markdown(text)).isEmpty)
    }
}
