import Foundation
import Storage
import Testing
import WorkingDays

@testable import Meetings

@Suite(
    "An executive takes nothing in private without its two notices, or somebody’s agreement (SI 2012/2089 reg. 5, D92)")
struct PrivateNoticeTests {
    /// Of a meeting on Thursday 21 January 2027: the first notice is due by Wednesday 23 December, the second by 13 January.
    private func rule(on day: String) throws -> PrivateNoticeRule {
        let meeting = try #require(Day("2027-01-21"))
        let rules = MeetingRules(
            isOpen: true, clearDays: 5, counting: .working, cutoff: ClearDays.usualCutoff, finalsDays: 2,
            noticeDays: 28,
            callInDays: 5, quorum: .init(oneIn: 4, least: 3), allowsSubstitutes: false, source: "SI 2012/2089")
        return try #require(
            PrivateNoticeRule(MeetingDeadlines(of: meeting, under: rules), closures: .none, now: try noon(day)))
    }

    private func noon(_ day: String) throws -> Date {
        try #require(TimeOfDay(minutes: 12 * 60)).moment(on: #require(Day(day)))
    }

    private func notice(_ first: String, _ second: String?, agreement: String = "") throws -> PrivateNotice {
        PrivateNotice(
            key: "contract", title: "Contract", firstAt: try noon(first), secondAt: try second.map(noon),
            agreement: agreement)
    }

    @Test(
        "both notices in time are enough, and each that is late or missing is named with its day",
        arguments: [
            ("2026-12-23", "2027-01-13", nil),
            ("2026-12-24", "2027-01-13", "was given on 24 December 2026, and was due by 23"),
            ("2026-12-23", nil, "the second notice that it is taken in private is missing"),
            ("2026-12-23", "2027-01-14", "was given on 14 January 2027, and was due by 13 January 2027"),
        ] as [(String, String?, String?)])
    func notices(first: String, second: String?, refusal: String?) throws {
        let missing = try rule(on: "2027-01-14").missing(notice(first, second))
        guard let refusal else {
            #expect(missing == nil)
            return
        }
        #expect(missing?.contains(refusal) == true, "\(missing ?? "nothing")")
        #expect(missing?.contains("only if the chair of scrutiny") == true, "what can still be done")
    }

    @Test("while there is time it says by when to publish, and after it who must agree")
    func whatToDo() throws {
        let early = try #require(try rule(on: "2026-12-01").missing(nil))
        #expect(
            early.contains(
                "Publish the first in the forward plan by 23 December 2026, 5.00 pm, and the second by 13 January"))
        let late = try #require(try rule(on: "2026-12-24").missing(nil))
        #expect(late.contains("too late") && late.contains("choose the notice on the item’s page"))
        let second = try #require(try rule(on: "2027-01-12").missing(notice("2026-12-23", nil)))
        #expect(second.contains("Publish it in the forward plan by 13 January 2027, 5.00 pm: add to ‘Contract’"))
    }

    @Test("with the agreement that it cannot be deferred nothing is missing, and the agenda says who agreed")
    func agreed() throws {
        let (rule, notice) = (
            try rule(on: "2027-01-14"),
            try notice("2027-01-14", nil, agreement: "Councillor B, chair of scrutiny: the grant ends")
        )
        #expect(rule.missing(notice) == nil)
        #expect(rule.words(notice).contains("regulation 5(6)): Councillor B, chair of scrutiny: the grant ends."))
        let told = try rule.words(self.notice("2026-12-23", "2027-01-13"))
        #expect(told.contains("was given on 23 December 2026 and again on 13 January 2027"))
    }
}
