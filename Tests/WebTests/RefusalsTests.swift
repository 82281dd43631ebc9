import Testing

@testable import Web

@Suite("What is wrong with a form is told all at once")
struct RefusalsTests {
    @Test("every refusal is kept in order, and a field shows its first")
    func order() {
        var refusals = Refusals("Choose a file", field: "file")
        refusals.add("Enter the month", field: "from")
        refusals.add("Enter a month that has been", field: "from")
        refusals.add("Nothing was saved")
        #expect(refusals.all.map(\.message).count == 4)
        #expect(refusals.all.first?.message == "Choose a file")
        #expect(refusals["from"] == "Enter the month")
        #expect(refusals["to"] == nil)
    }

    @Test("a form without a fault passes, and one with any does not")
    func check() {
        #expect(throws: Never.self) { try Refusals().check() }
        #expect(throws: Refusals("Choose a file", field: "file")) {
            try Refusals("Choose a file", field: "file").check()
        }
    }

    @Test("the summary leads to each field, the field says what is wrong beside it, and what was typed stays")
    func shown() {
        var refusals = Refusals("Enter the month, like ‘2014-01’", field: "from")
        refusals.add("<Nothing> was saved")
        let summary = "\(ErrorSummary(refusals).html ?? .empty)"
        #expect(summary.contains("<a href=\"#from\">Enter the month, like ‘2014-01’.</a>"))
        #expect(summary.contains("<li>&lt;Nothing&gt; was saved.</li>"))
        #expect(summary.contains("role=\"alert\""))
        let field =
            "\(Field("from", "First month", hint: "A hint", .month, value: "2014-\"13", refusals: refusals).html)"
        #expect(field.contains("id=\"from\""))
        #expect(field.contains("value=\"2014-&quot;13\""))
        #expect(field.contains("aria-describedby=\"from-hint from-problem\""))
        #expect(field.contains("aria-invalid=\"true\""))
        #expect(ErrorSummary(nil).html == nil)
    }
}
