import Testing
import Wording

@Suite("A day as people type it")
struct TypedDayTests {
    @Test(
        "the day that was meant is read, its month by number or by name",
        arguments: [
            (TypedDay(day: "9", month: "2", year: "2016"), "9 February 2016"),
            (TypedDay(day: " 09", month: "02 ", year: "2016"), "9 February 2016"),
            (TypedDay(day: "29", month: "February", year: "2016"), "29 February 2016"),
            (TypedDay(day: "1", month: "sep", year: "2025"), "1 September 2025"),
            (TypedDay(day: "29", month: "2", year: "2000"), "29 February 2000"),
        ])
    func read(typed: TypedDay, words: String) {
        #expect(typed.inWords == words)
    }

    @Test(
        "each field at fault is told what to type",
        arguments: [
            (TypedDay(), ["day: enter a day, a month and a year, like 9 2 2016"]),
            (TypedDay(day: "9", year: "2016"), ["month: enter the month, a number from 1 to 12"]),
            (
                TypedDay(day: "31st", month: "13", year: "16"),
                [
                    "day: enter the day, a number from 1 to 31, in place of ‘31st’",
                    "month: enter the month, a number from 1 to 12, in place of ‘13’",
                    "year: enter the year in four digits, like 2016, in place of ‘16’",
                ]
            ),
            (
                TypedDay(day: "30", month: "2", year: "2016"),
                ["day: enter a day that there is; February 2016 has 29 days"]
            ),
            (
                TypedDay(day: "29", month: "2", year: "1900"),
                ["day: enter a day that there is; February 1900 has 28 days"]
            ),
            (
                TypedDay(day: "٩", month: "2", year: "2016"),
                ["day: enter the day, a number from 1 to 31, in place of ‘٩’"]
            ),
            (
                TypedDay(day: "-1", month: "ma", year: "2016"),
                [
                    "day: enter the day, a number from 1 to 31, in place of ‘-1’",
                    "month: enter the month, a number from 1 to 12, in place of ‘ma’",
                ]
            ),
        ])
    func faults(typed: TypedDay, advice: [String]) {
        do throws(NoSuchDay) {
            let (year, month, day) = try typed.read()
            Issue.record("\(typed) was read as \(day) \(month) \(year)")
        } catch {
            #expect(error.faults.map { "\($0.part.rawValue): \($0.advice)" } == advice)
        }
        #expect(typed.inWords == nil)
    }
}
