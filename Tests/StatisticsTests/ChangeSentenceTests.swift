import Testing
import Wording

@testable import Statistics

@Suite("Sentences about a change")
struct ChangeSentenceTests {
    struct Example: Sendable, CustomTestStringConvertible {
        let subject: String
        let before: [Int]
        let after: [Int]
        var exposureAfter: Double?
        let sentence: String

        var testDescription: String { sentence }
    }

    /// The figures were worked out by another program (SciPy's t quantile and the formula in docs/methods.md).
    static let examples = [
        Example(
            subject: "Violence and sexual offences",
            before: [231, 214, 268, 243, 262, 255, 281, 266, 240, 259, 248, 245],
            after: [262, 249, 290, 285, 301, 288, 322, 305, 279, 291, 283, 270],
            sentence: "Violence and sexual offences rose by 13.7% (95% interval 7.1% to 20.7%), "
                + "from 3,012 in 2014 to 3,425 in 2015: more than chance would give."),
        Example(
            subject: "Burglary",
            before: [48, 39, 51, 44, 36, 40, 33, 38, 41, 45, 47, 50],
            after: [35, 28, 33, 30, 24, 29, 22, 27, 31, 29, 33, 34],
            sentence: "Burglary fell by 30.7% (95% interval 20.0% to 39.9%), "
                + "from 512 in 2014 to 355 in 2015: more than chance would give."),
        Example(
            subject: "Bicycle thefts",
            before: [5, 10, 15], after: [20, 8, 7],
            sentence: "Bicycle thefts: 30 in 2014, 35 in 2015, up 16.7% (95% interval −67.9% to 324.3%). "
                + "No clear change: the difference is within what chance would give."),
        Example(
            subject: "Drugs",
            before: [10, 10, 10], after: [9, 10, 9],
            sentence: "Drugs: 30 in 2014, 28 in 2015, down 6.7% (95% interval −55.0% to 93.6%). "
                + "No clear change: the difference is within what chance would give."),
        Example(
            subject: "Drugs",
            before: [10, 10, 10], after: [10, 10, 10],
            sentence: "Drugs: 30 in 2014, 30 in 2015, a change of 0.0% (95% interval −51.2% to 104.8%). "
                + "No clear change: the difference is within what chance would give."),
        Example(
            subject: "Robbery", before: [1, 2, 1], after: [2, 2, 2],
            sentence: "Robbery went from 4 in 2014 to 6 in 2015: "
                + "too few for a percentage, and within what chance would give."),
        Example(
            subject: "Robbery", before: [0, 0, 0], after: [4, 2, 6],
            sentence: "Robbery went from 0 in 2014 to 12 in 2015: "
                + "of 0 there is no percentage, but more than chance would give."),
        Example(
            subject: "Assaults", before: [0, 0, 0, 0], after: [0, 500, 0, 0],
            sentence: "Assaults went from 0 in 2014 to 500 in 2015: of 0 there is no percentage, "
                + "and whether that is more than chance cannot be told, since its months swing as widely."),
        Example(
            subject: "Robbery", before: [1, 2, 1], after: [2, 1, 1],
            sentence: "Robbery stood at 4 in 2014 and at 4 in 2015: too few for a percentage."),
        Example(
            subject: "Robbery", before: [0, 0, 0], after: [0, 0, 0],
            sentence: "Robbery: none in 2014 and none in 2015."),
        Example(
            subject: "Shoplifting",
            before: Array(repeating: 1000, count: 3), after: Array(repeating: 1000, count: 3), exposureAfter: 1.5,
            sentence: "Shoplifting rose by 100.0% as a rate (95% interval 86.2% to 114.9%), "
                + "with 3,000 in 2014 and 3,000 in 2015: more than chance would give."),
        Example(
            subject: "Robbery", before: [1, 2, 1], after: [2, 1, 1], exposureAfter: 2,
            sentence: "Robbery stood at 4 in 2014 and at 4 in 2015: "
                + "too few for a percentage, and as a rate within what chance would give."),
        Example(
            subject: "Vehicle crime",
            before: Array(repeating: 10_000_000, count: 12), after: Array(repeating: 10_003_000, count: 12),
            sentence: "Vehicle crime rose by under 0.1% (95% interval under 0.1% to 0.1%), "
                + "from 120,000,000 in 2014 to 120,036,000 in 2015: more than chance would give."),
    ]

    @Test("say how much, how sure, from what to what, and whether that is more than chance", arguments: examples)
    func sentence(example: Example) throws {
        let change = try Change(
            before: example.before, after: example.after, exposureBefore: Double(example.before.count),
            exposureAfter: example.exposureAfter ?? Double(example.after.count))
        #expect(change.sentence(subject: example.subject, before: "2014", after: "2015") == example.sentence)
    }

    @Test("an interval without an upper limit says so")
    func unbounded() throws {
        let change = try Change(
            before: [10, 0, 0], after: [largestCount, 0, 0], exposureBefore: 3, exposureAfter: 3)
        #expect(change.percentIntervalText == "−100.0% to no upper limit")
    }

    @Test("tables show a sign with every change but none")
    func texts() throws {
        let rise = try Change(before: [10, 10, 10], after: [11, 11, 12], exposureBefore: 3, exposureAfter: 3)
        #expect(rise.percentText == "+13.3%")
        #expect(rise.percentIntervalText == "−43.5% to +127.2%")
        let fall = try Change(before: [10, 10, 10], after: [9, 9, 9], exposureBefore: 3, exposureAfter: 3)
        #expect(fall.percentText == "−10.0%")
        let none = try Change(before: [10, 10, 10], after: [10, 10, 10], exposureBefore: 3, exposureAfter: 3)
        #expect(none.percentText == "0.0%")
    }

    @Test("numbers read as in Britain", arguments: [(0, "0"), (999, "999"), (1000, "1,000"), (148_133, "148,133")])
    func wholeNumbers(number: Int, text: String) {
        #expect(number.grouped == text)
        #expect((-number).grouped == (number == 0 ? "0" : "−" + text))
    }

    @Test("confidence levels are written without needless digits")
    func confidence() {
        #expect(BritishFigures.confidence(0.95) == "95%")
        #expect(BritishFigures.confidence(0.998) == "99.8%")
        #expect(BritishFigures.confidence(0.57) == "57%")
    }
}
