import Testing
import Wording

@Suite("Money is read in pounds and kept in pence")
struct MoneyTests {
    @Test(
        "an amount is read as people write it",
        arguments: [
            ("31957", 3_195_700), ("£31,957", 3_195_700), (" 31,957.50 ", 3_195_750), ("0", 0), ("007", 700),
            ("£1,000,000", 100_000_000), ("0.05", 5), ("999999999999.99", 99_999_999_999_999),
        ])
    func read(typed: String, pence: Int) throws {
        #expect(try Money(typed: typed).pence == pence)
    }

    @Test(
        "what is no amount is refused, and told what to type",
        arguments: [
            ("", NotAnAmount.missing), ("  ", .missing), ("-5", .belowZero), ("−5", .belowZero),
            ("31k", .notUnderstood("31k")),
            ("1.234,56", .notUnderstood("1.234,56")), ("3,1957", .notUnderstood("3,1957")),
            (",5", .notUnderstood(",5")),
            ("1,,000", .notUnderstood("1,,000")), ("£", .notUnderstood("£")), ("5.5", .notWholePence),
            ("5.", .notWholePence),
            ("5.505", .notWholePence), ("5.5.5", .notUnderstood("5.5.5")), ("1e9", .notUnderstood("1e9")),
            ("１２", .notUnderstood("１２")), ("0x10", .notUnderstood("0x10")), ("1000000000000", .tooLarge),
            ("99999999999999999999999999", .tooLarge), ("£-5", .notUnderstood("£-5")),
        ])
    func refused(typed: String, why: NotAnAmount) {
        do throws(NotAnAmount) {
            let amount = try Money(typed: typed)
            Issue.record("‘\(typed)’ was read as \(amount)")
        } catch {
            #expect(error == why)
        }
    }

    @Test(
        "it reads as pounds, with its pence where there are any",
        arguments: [
            (3_195_700, "£31,957"), (3_195_750, "£31,957.50"), (5, "£0.05"), (0, "£0"), (-3_195_700, "−£31,957"),
            (-1, "−£0.01"), (Int.min, "−£92,233,720,368,547,758.08"),
        ])
    func words(pence: Int, text: String) {
        #expect("\(Money(pence: pence))" == text)
    }

    @Test("what stands in a field again is read as the same amount", arguments: [0, 5, 99, 100, 3_195_700, 3_195_750])
    func again(pence: Int) throws {
        #expect(try Money(typed: Money(pence: pence).typed).pence == pence)
    }
}
