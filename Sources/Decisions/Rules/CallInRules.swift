import Publishing
import Storage
import Wording
import WorkingDays

/// What the partnership set for its register of decisions; the usual where it set nothing.
public struct RegisterRules: Hashable, Sendable {
    /// From what amount on spending or saving is significant, in pence; nil where nobody said.
    public var threshold: Int?
    /// Working days for call-in where a body’s own rules say nothing.
    public var callInDays: Int
    /// How many must sign a call-in.
    public var signatories: Int
    public var source: String

    public init(threshold: Int?, callInDays: Int, signatories: Int, source: String) {
        (self.threshold, self.callInDays, self.signatories, self.source) = (threshold, callInDays, signatories, source)
    }

    public static let usual = RegisterRules(
        threshold: nil, callInDays: 5, signatories: 2, source: "the usual, since no other rule was set here")
}

extension CallInTerms.Period {
    /// How long a decision may be called in that is published on a day: so many working days after it, by the body’s rules or
    /// the register’s.
    ///
    /// - Parameter body: who decided; nil for a member or an officer.
    public init(from day: Day, body: DecidingBody?, rules: RegisterRules, closures: Closures) {
        let days = body?.callInDays ?? rules.callInDays
        let counted = DayCounting.working.day(days, after: day, closures: closures)
        self.init(
            days: days, publishedOn: day, endsOn: counted.day,
            source: body?.callInDays == nil ? rules.source : body?.source ?? rules.source,
            counted: counted.days.map { CallInTerms.Counted(day: $0.day, reason: $0.reason) })
    }
}

/// A request that a decision be looked at again before anything is done on it.
public struct CallIn: Hashable, Sendable {
    public let signatories: [String]
    public let reasons: String

    public init(signatories: [String], reasons: String) {
        (self.signatories, self.reasons) = (signatories, reasons)
    }

    /// - Throws: ``DecisionsRefusal``
    public func check(
        _ standing: DecisionStanding, under rules: RegisterRules, on day: Day
    ) throws(DecisionsRefusal) {
        guard standing.mayBeCalledIn(on: day) else { throw .callInOver }
        let signed = Set(signatories.map { $0.lowercased() }).count
        guard signed >= rules.signatories else { throw .tooFewSignatories(signed, needed: rules.signatories) }
    }
}
