import DataFiles
import SampleData
import Testing
import Web

@testable import Assessment
@testable import DataRegister

@Suite("What an address asks of an assessment")
struct AssessmentQuestionTests {
    private let thanet = District(name: "Thanet", areas: 84)

    private func question(_ typed: AssessmentQuestion.Typed) throws(Refusals) -> AssessmentQuestion {
        try AssessmentQuestion(typed, district: thanet, usual: .calendarYear(2015))
    }

    private func refusals(_ typed: AssessmentQuestion.Typed) -> [String?: String] {
        do {
            _ = try question(typed)
            return [:]
        } catch {
            return Dictionary(error.all.map { ($0.field, $0.message) }, uniquingKeysWith: { first, _ in first })
        }
    }

    @Test("where no months are named it is the usual ones, and the year before")
    func standard() throws {
        let asked = try question(.init())
        #expect(asked.period == (try .year(2015)))
        #expect(asked.comparison == (try .year(2014)))
    }

    @Test("what it is compared with is the year before, another period, or nothing")
    func comparison() throws {
        #expect(
            try question(.init(from: "2014-03", to: "2014-05")).comparison
                == (try Period(from: "2013-03", to: "2013-05")))
        let other = try question(
            .init(from: "2014-03", to: "2014-05", compare: .another, earlierFrom: "2011-03", earlierTo: "2011-05"))
        #expect(other.comparison == (try Period(from: "2011-03", to: "2011-05")))
        #expect(try question(.init(from: "2014-03", to: "2014-05", compare: .nothing)).comparison == nil)
    }

    @Test("each field that cannot be used is named, all at once")
    func allAtOnce() {
        let refused = refusals(
            .init(from: "2014", to: "Nov 2014", compare: .another, earlierFrom: "2013-00", earlierTo: ""))
        #expect(refused["from"] == "Enter the first month, like 2014-01")
        #expect(refused["to"] == "Enter the last month, like 2014-11")
        #expect(refused["earlier-from"] != nil)
        #expect(refused["earlier-to"] != nil)
    }

    @Test("a period that is backwards, too long, or not as long as the other is refused at the field to change")
    func unfit() {
        #expect(
            refusals(.init(from: "2014-11", to: "2014-01"))["to"]?.contains("ends (2014-01) before it begins") == true)
        #expect(refusals(.init(from: "2001-01", to: "2014-01"))["to"]?.contains("more than ten years") == true)
        let unequal = refusals(
            .init(from: "2014-01", to: "2014-12", compare: .another, earlierFrom: "2013-01", earlierTo: "2013-11"))
        #expect(unequal["earlier-to"]?.contains("a part of a year looks like a fall") == true)
    }

    @Test("its address asks the same question again")
    func address() throws {
        for typed in [
            AssessmentQuestion.Typed(),
            .init(from: "2014-03", to: "2014-05", compare: .another, earlierFrom: "2011-03", earlierTo: "2011-05"),
            .init(from: "2014-03", to: "2014-05", compare: .nothing),
        ] {
            let asked = try question(typed)
            #expect(try question(asked.typed) == asked)
        }
        let asked = try question(.init(from: "2014-03", to: "2014-05", compare: .nothing))
        #expect("\(asked.address("/assessment/thanet"))" == "/assessment/thanet?from=2014-03&to=2014-05&compare=none")
    }
}
