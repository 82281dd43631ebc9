import Storage
import Testing
import Web

@testable import Partnership

@Suite("The dates of a year are read as people type them")
struct TypedDatesTests {
    private typealias Step = Profile.KeyDate

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
        #expect(try TypedDates(line).dates == [Step(what: what, when: when)])
    }

    @Test(
        "every month is read by its name, by the first letters of it, and by its number",
        arguments: [
            ("January", "01"), ("February", "02"), ("March", "03"), ("April", "04"), ("May", "05"), ("June", "06"),
            ("July", "07"), ("August", "08"), ("September", "09"), ("October", "10"), ("November", "11"),
            ("December", "12"), ("jun", "06"), ("Jul", "07"), ("Sept", "09"),
        ])
    func months(name: String, number: String) throws {
        for text in ["\(name) 2027", "\(name), 2027", "2027 \(name)", "\(number)/2027", "2027-\(number)"] {
            #expect(try TypedWhen(text).first == "2027-\(number)", "\(text)")
        }
        for text in ["1 \(name) 2027", "1st \(name) 2027", "the 1st of \(name) 2027", "\(name) 1, 2027"] {
            #expect(try TypedWhen(text).first == "2027-\(number)-01", "\(text)")
        }
    }

    @Test(
        "the day of the week may stand before it",
        arguments: ["Tuesday 9 February 2027", "Tues. 9th Feb 2027", "tue 9/2/2027", "Tuesday, 9 February 2027"])
    func weekday(text: String) throws {
        #expect(try TypedWhen(text).first == "2027-02-09")
    }

    @Test(
        "what lasts is read from its first to its last day or month",
        arguments: [
            ("December 2026 to January 2027", "2026-12", "2027-01", "December 2026 to January 2027"),
            ("December to January 2027", "2026-12", "2027-01", "December 2026 to January 2027"),
            ("Nov-Dec 2026", "2026-11", "2026-12", "November to December 2026"),
            ("3 to 7 March 2027", "2027-03-03", "2027-03-07", "3 to 7 March 2027"),
            ("3–7 March 2027", "2027-03-03", "2027-03-07", "3 to 7 March 2027"),
            ("from 3rd until 7th March 2027", "2027-03-03", "2027-03-07", "3 to 7 March 2027"),
            ("Wednesday 3 to Sunday 7 March 2027", "2027-03-03", "2027-03-07", "3 to 7 March 2027"),
            ("28 February to 3 March 2027", "2027-02-28", "2027-03-03", "28 February to 3 March 2027"),
            ("28/12/2026 - 3/1/2027", "2026-12-28", "2027-01-03", "28 December 2026 to 3 January 2027"),
            ("December 2026 to 7 January 2027", "2026-12", "2027-01-07", "December 2026 to 7 January 2027"),
            ("3 March 2027 to March 2027", "2027-03-03", "2027-03", "3 March 2027 to March 2027"),
        ])
    func spans(text: String, first: String, last: String, words: String) throws {
        let when = try TypedWhen(text)
        #expect(when.first == first)
        #expect(when.last == last)
        #expect(Step(what: "Consultation", when: first, until: last).wording == words)
        #expect(try TypedWhen(words) == when, "as the form shows it, it is read again")
    }

    @Test("one day, or one month, does not last")
    func noSpan() throws {
        #expect(try TypedWhen("March 2027 to March 2027").last == nil)
    }

    @Test("empty lines are passed over, however lines end")
    func empty() throws {
        #expect(try TypedDates("\r\nA: 2015-12\r\n\r\nB\r\n").dates.map(\.what) == ["A", "B"])
        #expect(try TypedDates("").dates.isEmpty)
    }

    @Test(
        "what is no date is not taken for one",
        arguments: [
            "soon", "31 February 2016", "9 Fe 2016", "2027", "Tuesday", "Tuesday February 2027", "7", "June",
            "to June 2027", "9/2/27", "3 to June 2027", "32 March 2027", "13/2027",
        ])
    func noDate(text: String) {
        #expect(throws: TypedWhen.Problem.notADate(text)) { try TypedWhen(text) }
    }

    @Test("every line that cannot be read is told with its number, and not only the first")
    func problems() {
        let text = """
            A: 9 February 2016
            B: soon
            C: Wednesday 9 February 2016
            : 2015-12
            D: 7 to 3 March 2016

            \(String(repeating: "e", count: 81))
            Council - 25 Feb 2027
            """
        let error = #expect(throws: TypedDates.Problems.self) { try TypedDates(text) }
        let told = error?.all.map(\.description) ?? []
        #expect(
            told.map { $0.prefix { $0 != ":" } } == ["Line 2", "Line 3", "Line 4", "Line 5", "Line 7", "Line 8"])
        #expect(told.first?.contains("‘soon’ is not a date. After the colon write a day like 9 February 2016") == true)
        #expect(told.contains("Line 3: 9 February 2016 is a Tuesday, not a Wednesday. Put right the one or the other."))
        #expect(told.contains("Line 5: ‘7 to 3 March 2016’ ends before it begins. Put the earlier date first."))
        #expect(
            told.contains(
                "Line 8: put a colon in place of the dash before ‘25 Feb 2027’, so that it is read as the date."))
    }

    @Test("there may be no more steps than are seen at once")
    func tooMany() {
        #expect(throws: TypedDates.Problems(all: [.tooMany(21)])) {
            try TypedDates(String(repeating: "A\n", count: 21))
        }
    }

    @Test("what the form shows is read back as it was")
    func again() throws {
        let dates = try TypedDates(
            "A: 9 February 2016\nB: December 2015\nC\nD: 3 to 7 March 2016\nE: December 2015 to January 2016"
        ).dates
        let profile = Profile(name: "Thanet", keyDates: dates)
        #expect(try TypedDates(profile.datesAsTyped).dates == dates)
        #expect(try TypedDates(Profile.usualDates).dates.count == 8)
    }
}

@Suite("The line of the partnership’s year")
struct YearStepsTests {
    private static let steps = [
        Profile.KeyDate(what: "Assessment", when: "2026-10"), .init(what: "Conference", when: "2026-11-25"),
        .init(what: "Consultation", when: "2026-11-24", until: "2026-12"), .init(what: "Council", when: "2027-02-25"),
        .init(what: "Delivery", when: nil),
    ]

    @Test("a day that is over says nothing of what was done: only a record says that")
    func places() throws {
        let today = try #require(Day("2026-11-26"))

        let byDate = YearSteps(steps: Self.steps, done: []).places(on: today)
        let known = YearSteps(steps: Self.steps, done: [Self.steps[0], Self.steps[2]]).places(on: today)

        #expect(byDate == [.past, .past, .next, .ahead, .ahead])
        #expect(known == [.done, .past, .done, .next, .ahead])
    }

    @Test("a month is over when it has ended, and a step without a date never")
    func over() throws {
        let last = try #require(Day("2026-12-31"))
        let first = try #require(Day("2027-01-01"))
        #expect(!Self.steps[2].isOver(on: last))
        #expect(Self.steps[2].isOver(on: first))
        #expect(!Self.steps[4].isOver(on: first))
    }

    @Test("it says in words what was due and what is done")
    func words() throws {
        let today = try #require(Day("2026-11-26"))
        let html = YearLine(YearSteps(steps: Self.steps, done: [Self.steps[1]]), titled: "Year", on: today).html
        let text = "\(html)"
        #expect(text.contains("was due October 2026"))
        #expect(text.contains("25 November 2026, done"))
        #expect(text.contains("24 November 2026 to December 2026<span class=\"visually-hidden\">, next"))
    }
}
