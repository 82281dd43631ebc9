import Foundation
import Publishing
import Storage
import Testing
import WorkingDays

@testable import Decisions
@testable import Publishing

@Suite("A decision is published whole or not at all")
struct DecisionCheckingTests {
    struct Change: Sendable, CustomTestStringConvertible {
        let field: String
        let make: @Sendable (inout DecisionStatement) -> Void
        var testDescription: String { field }

        init(_ field: String, _ make: @escaping @Sendable (inout DecisionStatement) -> Void) {
            (self.field, self.make) = (field, make)
        }
    }

    static let today = Day("2016-02-09") ?? Day(.distantPast)

    /// A complete record.
    static var decision: DecisionStatement {
        var decision = DecisionStatement()
        (decision.title, decision.decidedOn) = ("Street lighting contract", today)
        decision.maker = DecisionMaker(.officer, name: "Ada Byron, Director of Place", delegation: "Scheme, 4.2")
        (decision.decided, decision.reasons) = ("The contract is let.", "The lamps are out.")
        decision.alternatives = NoneOr("To wait.")
        (decision.conflicts, decision.dispensations) = (NoneOr(isNone: true), NoneOr(isNone: true))
        decision.key = KeyReckoning(amount: 1_000_00, threshold: 250_000_00, wards: 1, reasoning: "It is small.")
        (decision.callIn, decision.urgency) = (CallInTerms(isSubject: true), Urgency(isUrgent: false))
        (decision.documents, decision.backgroundPapers) = (NoneOr("The report"), NoneOr(isNone: true))
        (decision.withheld, decision.strategy) = (Withheld(isAny: false), DecisionStatement.StrategyStep.none)
        return decision
    }

    private func missing(_ decision: DecisionStatement) -> [String] {
        DecisionChecking(decision, on: Self.today).missing.map(\.field)
    }

    @Test("a complete record lacks nothing, and an empty one everything by name")
    func all() {
        #expect(missing(Self.decision).isEmpty)
        #expect(
            missing(DecisionStatement()) == [
                "title", "kind", "maker", "day", "decided", "reasons", "alternatives", "conflicts", "dispensations",
                "amount",
                "wards", "reasoning", "strategy", "subject", "urgent", "documents", "background", "withheld",
            ])
    }

    @Test(
        "what one answer asks for besides is asked for",
        arguments: [
            Change("delegation") { $0.maker.delegation = "" }, Change("day") { $0.decidedOn = Day("2016-02-10") },
            Change("exemption") { $0.callIn = CallInTerms(isSubject: false) },
            Change("agreed-by") { $0.urgency = Urgency(isUrgent: true, agreedOn: today, why: "It burns.") },
            Change("agreed-on") { $0.urgency = Urgency(isUrgent: true, agreedBy: "The chair", why: "It burns.") },
            Change("why") { $0.urgency = Urgency(isUrgent: true, agreedBy: "The chair", agreedOn: today) },
            Change("paragraphs") { $0.withheld = Withheld(isAny: true, reasoning: "Prices.") },
            Change("public-interest") { $0.withheld = Withheld(isAny: true, paragraphs: [3]) },
            Change("plan") { $0.key.wards = 2 },
        ])
    func besides(_ change: Change) {
        var decision = Self.decision
        change.make(&decision)

        #expect(missing(decision) == [change.field])
    }

    @Test(
        "a key decision is one that reaches the threshold, or is felt in two wards",
        arguments: [
            (249_999_99, 1, false), (250_000_00, 0, true), (0, 2, true), (0, 1, false), (300_000_00, 5, true),
        ])
    func key(amount: Int, wards: Int, isKey: Bool) {
        let reckoning = KeyReckoning(amount: amount, threshold: 250_000_00, wards: wards, reasoning: "So.")

        #expect(reckoning.isKey == isKey)
        #expect(reckoning.findings.count == 2)
        #expect(KeyReckoning(amount: amount, threshold: nil, wards: wards).isKey == nil)
    }

    @Test(
        "an executive that would approve the crime and disorder reduction strategy is warned, with the law",
        arguments: [
            (true, DecisionStatement.StrategyStep.approves, "It is so.", true), (true, .recommends, "It is so.", false),
            (false, .approves, "It is so.", false),
            (true, DecisionStatement.StrategyStep.none, "The Community Safety Plan is approved.", true),
            (
                true, DecisionStatement.StrategyStep.none,
                "That Council is recommended to adopt the community safety plan.", false
            ),
            (true, DecisionStatement.StrategyStep.none, "The lamps are approved.", false),
        ])
    func strategy(isExecutive: Bool, step: DecisionStatement.StrategyStep, words: String, warns: Bool) {
        var decision = Self.decision
        (decision.strategy, decision.decided) = (step, words)

        let warning = StrategyWarning.words(for: decision, isExecutive: isExecutive)

        #expect((warning != nil) == warns)
        #expect(warning?.contains("SI 2000/2853") ?? true)
    }
}

@Suite("A decision is not carried out while it may be called in, nor while it is")
struct CallInTests {
    /// Published on Tuesday 22 March 2016, before Easter.
    private static let published = Day("2016-03-22") ?? Day(.distantPast)
    private let rules = RegisterRules(threshold: nil, callInDays: 5, signatories: 3, source: "Rule 16")

    private func decision(_ events: RegisterEvent...) -> DecisionStanding {
        var decision = DecisionCheckingTests.decision
        decision.callIn.period = CallInTerms.Period(from: Self.published, body: nil, rules: rules, closures: .none)
        return DecisionStanding(decision, events: events)
    }

    private func event(_ kind: RegisterEvent.Kind, _ day: String) -> RegisterEvent {
        RegisterEvent(kind, on: Day(day) ?? Self.published, saying: "So.", at: .distantPast, by: "x")
    }

    private func day(_ text: String) -> Day { Day(text) ?? Self.published }

    @Test("five working days over Easter end on 31 March, and each day says why")
    func period() throws {
        let period = CallInTerms.Period(from: Self.published, body: nil, rules: rules, closures: .none)

        #expect(period.endsOn == day("2016-03-31"))
        #expect(period.counted.contains { $0.reason == "Good Friday" })
        #expect(decision().state(on: day("2016-03-31")) == .open)
        #expect(decision().state(on: day("2016-04-01")) == .inForce)
        #expect(decision().from == day("2016-04-01"))
    }

    @Test("a body’s own rules come before the register’s")
    func ownRules() {
        let body = DecidingBody(
            key: "b", name: "Cabinet", isExecutive: true, noticeDays: 28, callInDays: 3, source: "Part 4", members: [])

        let period = CallInTerms.Period(from: Self.published, body: body, rules: rules, closures: .none)

        #expect(period.days == 3 && period.source == "Part 4" && period.endsOn == day("2016-03-29"))
    }

    @Test("it is frozen from the call-in on, until it is confirmed; what is referred stays frozen")
    func frozen() {
        #expect(decision(event(.calledIn, "2016-03-24")).state(on: day("2016-05-01")) == .calledIn)
        #expect(
            decision(event(.calledIn, "2016-03-24"), event(.confirmed, "2016-04-12")).state(on: day("2016-04-12"))
                == .inForce)
        #expect(
            decision(event(.calledIn, "2016-03-24"), event(.referredBack, "2016-04-12")).state(on: day("2016-06-01"))
                == .back)
        #expect(
            decision(event(.calledIn, "2016-03-24"), event(.toCouncil, "2016-04-12")).state(on: day("2016-06-01"))
                == .council)
    }

    @Test("what the executive recommends to full Council is not carried out, whether or not it may be called in")
    func recommended() {
        var recommending = DecisionCheckingTests.decision
        recommending.strategy = .recommends
        let standing = DecisionStanding(recommending, events: [])
        #expect(standing.state(on: day("2016-06-01")) == .recommended)
        #expect(standing.words(on: day("2016-06-01")).contains("nothing is carried out before it has"))
        recommending.callIn.period = CallInTerms.Period(
            from: Self.published, body: nil, rules: rules, closures: .none)
        let open = DecisionStanding(recommending, events: [])
        #expect(open.state(on: Self.published) == .open && open.state(on: day("2016-04-01")) == .recommended)
        #expect(open.words(on: Self.published).contains("goes to full Council from 1 April 2016"))
    }

    @Test("it takes as many signatures as the rules ask, in time, once, and never of what is urgent")
    func signatures() throws {
        let names = ["A", "B", "C"]
        try CallIn(signatories: names, reasons: "So.").check(decision(), under: rules, on: day("2016-03-31"))
        #expect(throws: DecisionsRefusal.tooFewSignatories(2, needed: 3)) {
            try CallIn(signatories: ["A", "a", "B"], reasons: "So.").check(decision(), under: rules, on: Self.published)
        }
        #expect(throws: DecisionsRefusal.callInOver) {
            try CallIn(signatories: names, reasons: "So.").check(decision(), under: rules, on: day("2016-04-01"))
        }
        #expect(throws: DecisionsRefusal.callInOver) {
            try CallIn(signatories: names, reasons: "So.").check(
                decision(event(.calledIn, "2016-03-24")), under: rules, on: day("2016-03-28"))
        }
        var urgent = DecisionCheckingTests.decision
        urgent.urgency = Urgency(
            isUrgent: true, agreedBy: "The chair of scrutiny", agreedOn: Self.published, why: "So.")
        let standing = DecisionStanding(urgent, events: [])
        #expect(!standing.mayBeCalledIn(on: Self.published) && standing.state(on: Self.published) == .inForce)
        #expect(standing.words(on: Self.published).contains("The chair of scrutiny agreed"))
    }
}
