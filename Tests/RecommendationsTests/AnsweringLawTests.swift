import Foundation
import Storage
import Testing

@testable import Recommendations

@Suite("The time for an answer claims a law only where somebody named it")
struct AnsweringLawTests {
    private static let nothing: [String] = ["SI 2009/942", "9FE", "regulation", "section"]

    @Test(
        "where none is named it is the partnership’s own; each law has its own day and its own words",
        arguments: [
            (nil, "2016-02-23", "28 days of the calendar after 26 January 2016", nothing),
            (.crimeAndDisorder, "2016-02-23", "that day is not counted (SI 2009/942, regulation 7).", ["9FE"]),
            (
                .executive, "2016-03-25",
                "Two months that begin with 26 January 2016, on which it was sent (Local Government Act 2000, section 9FE).",
                ["SI 2009/942", "28"]
            ),
        ] as [(AnsweringLaw?, String, String, [String])])
    func words(law: AnsweringLaw?, day: String, says: String, not: [String]) {
        var sent = Threads.toCabinet
        (sent.law, sent.day) = (law, "2016-01-26")
        let due = Threads.state([Threads.made, sent]).awaiting?.due
        #expect(due?.day.description == day)
        let explanation = due?.explanation ?? ""
        #expect(explanation.contains(says), "\(explanation)")
        #expect(not.allSatisfy { !explanation.contains($0) }, "\(explanation)")
    }

    @Test(
        "two months that begin with a day end before the same day, or with a month that has none",
        arguments: [
            ("2016-01-01", "2016-02-29"), ("2015-12-31", "2016-02-29"), ("2016-12-30", "2017-02-28"),
            ("2016-11-15", "2017-01-14"), ("2016-10-31", "2016-12-30"), ("2016-04-30", "2016-06-29"),
            ("2016-07-31", "2016-09-30"), ("2016-03-01", "2016-04-30"),
        ])
    func months(first: String, last: String) {
        #expect(ResponseDue(from: Threads.day(first), under: .executive).day == Threads.day(last))
    }

    @Test("named later it sets the day anew, without a reason beside it; a step that names none is read as before")
    func named() throws {
        var named = Threads.step(.due(day: "2016-03-25", why: AnsweringLaw.executive.provision), "2016-02-01")
        named.law = .executive
        let due = try #require(Threads.state([Threads.made, Threads.toCabinet, named]).awaiting?.due)
        #expect(due == ResponseDue(from: due.from, under: .executive) && due.why == nil && due.counted == nil)
        let kept = try JSONEncoder().encode(Threads.toCabinet)
        #expect(!String(decoding: kept, as: UTF8.self).contains("law"))
        #expect(try JSONDecoder().decode(StepDetails.self, from: kept) == Threads.toCabinet)
    }
}
