import DataFiles
import DataRegister
import Web

/// What an assessment is asked of: a district, a period, and what it is compared with. It stands in the address, so a
/// page can be sent to a colleague and shows them the same.
struct AssessmentQuestion: Sendable, Hashable {
    /// What a period is set against.
    enum Comparison: String, Sendable, CaseIterable {
        case yearBefore = "year-before"
        case another
        case nothing = "none"
    }

    let district: District
    let period: Period
    let comparison: Period?
    let kind: Comparison

    /// What was typed, to be shown again where it cannot be used.
    struct Typed: Sendable {
        var from = ""
        var to = ""
        var compare = Comparison.yearBefore
        var earlierFrom = ""
        var earlierTo = ""
    }

    /// - Parameter usual: the months that are looked at where none are named.
    /// - Throws: `Refusals` for months that cannot be read or make no period.
    init(_ typed: Typed, district: District, usual: Period) throws(Refusals) {
        var refusals = Refusals()
        let period: Period? =
            typed.from.isEmpty && typed.to.isEmpty
            ? usual : refusals.period(typed.from, typed.to, fields: ("from", "to"), like: Self.examples)
        var comparison: Period?
        switch typed.compare {
        case .yearBefore: comparison = period?.yearBefore
        case .another:
            comparison = refusals.period(
                typed.earlierFrom, typed.earlierTo, fields: ("earlier-from", "earlier-to"), like: Self.examples)
        case .nothing: comparison = nil
        }
        if let period, let comparison, period.count != comparison.count {
            refusals.add("\(PeriodRefusal.unequal(period, comparison))", field: "earlier-to")
        }
        try refusals.check()
        guard let period else { throw Refusals("Enter the months to assess", field: "from") }
        self.district = district
        self.period = period
        self.comparison = comparison
        kind = typed.compare
    }

    private static let examples: (first: String, last: String) = (first: "2014-01", last: "2014-11")

    /// The same question as an address asks it.
    func address(_ path: Address, width: String? = nil) -> Address {
        let isOther = kind == .another
        return path.asking([
            "from": "\(period.from)", "to": "\(period.to)", "compare": kind.rawValue,
            "earlier-from": isOther ? comparison.map { "\($0.from)" } : nil,
            "earlier-to": isOther ? comparison.map { "\($0.to)" } : nil,
            "width": width,
        ])
    }

    var typed: Typed {
        Typed(
            from: "\(period.from)", to: "\(period.to)", compare: kind,
            earlierFrom: comparison.map { "\($0.from)" } ?? "", earlierTo: comparison.map { "\($0.to)" } ?? "")
    }
}
