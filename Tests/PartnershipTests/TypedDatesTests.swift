import Testing

@testable import Partnership

@Suite("The dates of a year are read as people type them")
struct TypedDatesTests {
    @Test(
        "a line is what, and after the last colon when",
        arguments: [
            ("Scrutiny: 9 February 2016", "Scrutiny", "2016-02-09"), ("Scrutiny: 9/2/2016", "Scrutiny", "2016-02-09"),
            ("Assessment: December 2015", "Assessment", "2015-12"), ("Assessment: dec 2015", "Assessment", "2015-12"),
            ("Assessment: 12/2015", "Assessment", "2015-12"), ("Assessment: 2015-12", "Assessment", "2015-12"),
            ("Council agrees the plan", "Council agrees the plan", nil), ("Council:", "Council", nil),
            ("  Part 2: scrutiny : 2016-02-09 ", "Part 2: scrutiny", "2016-02-09"),
        ] as [(String, String, String?)])
    func lines(line: String, what: String, when: String?) throws {
        #expect(try TypedDates(line).dates == [Profile.KeyDate(what: what, when: when)])
    }

    @Test("empty lines are passed over, however lines end")
    func empty() throws {
        #expect(try TypedDates("\r\nA: 2015-12\r\n\r\nB\r\n").dates.map(\.what) == ["A", "B"])
        #expect(try TypedDates("").dates.isEmpty)
    }

    @Test("what cannot be read is told with its line")
    func problems() {
        #expect(throws: TypedDates.Problem.notADate("soon", line: 2)) { try TypedDates("A\nB: soon") }
        #expect(throws: TypedDates.Problem.notADate("31 February 2016", line: 1)) {
            try TypedDates("A: 31 February 2016")
        }
        #expect(throws: TypedDates.Problem.noName(line: 1)) { try TypedDates(": 2015-12") }
        #expect(throws: TypedDates.Problem.tooLong(line: 1)) { try TypedDates(String(repeating: "a", count: 81)) }
        #expect(throws: TypedDates.Problem.tooMany(21)) {
            try TypedDates(String(repeating: "A\n", count: 21))
        }
    }

    @Test("what the form shows is read back as it was")
    func again() throws {
        let dates = try TypedDates("A: 9 February 2016\nB: December 2015\nC").dates
        let profile = Profile(name: "Thanet", keyDates: dates)
        #expect(try TypedDates(profile.datesAsTyped).dates == dates)
        #expect(try TypedDates(Profile.usualDates).dates.count == 8)
    }
}
