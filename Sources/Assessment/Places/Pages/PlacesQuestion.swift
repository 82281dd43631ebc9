import DataFiles
import DataRegister
import Web
import Wording

/// What is asked of places: over which years, and what is counted of where crime gathers. It stands in the address, so that
/// whoever is sent it sees the same.
struct PlacesQuestion: Sendable, Hashable {
    /// Whole years, or a part of one; nil is the last twelve months that are here, and where there are no twelve those there are.
    let period: Period?
    /// What is looked at where crime gathers; nil is all crime.
    let type: CrimeType?
    /// Whether each area's number is set against its residents.
    let isRate: Bool

    static let usual = PlacesQuestion(period: nil, type: nil, isRate: false)

    /// What was typed, to be shown again where it cannot be used.
    struct Typed: Sendable {
        var from = ""
        var to = ""
        /// As figures name it: "burglary".
        var measure = ""
        /// "counts" or "rates".
        var by = ""
    }

    private init(period: Period?, type: CrimeType?, isRate: Bool) {
        (self.period, self.type, self.isRate) = (period, type, isRate)
    }

    /// - Throws: `Refusals` for months that cannot be read, or are more than a year and no whole years.
    init(_ typed: Typed) throws(Refusals) {
        var refusals = Refusals()
        let period = Self.period(typed, &refusals)
        let measure = typed.measure.isEmpty ? CrimeMeasures.allCrime : typed.measure
        let type = CrimeMeasures.type(called: measure)
        if type == nil, measure != CrimeMeasures.allCrime {
            refusals.add("‘\(typed.measure)’ is no type of crime. Choose one of the list", field: "measure")
        }
        if !["", "counts", "rates"].contains(typed.by) {
            refusals.add("Choose numbers or rates", field: "by")
        }
        try refusals.check()
        self.init(period: period, type: type, isRate: typed.by == "rates")
    }

    private static func period(_ typed: Typed, _ refusals: inout Refusals) -> Period? {
        var (from, to) = (typed.from, typed.to)
        guard !from.isEmpty || !to.isEmpty else { return nil }
        // One end alone asks for a year.
        if from.isEmpty {
            guard let last = refusals.month(to, field: "to", like: "2015-12") else { return nil }
            from = "\(last.advanced(by: -11))"
        } else if to.isEmpty {
            guard let first = refusals.month(from, field: "from", like: "2015-01") else { return nil }
            to = "\(first.advanced(by: 11))"
        }
        guard let period = refusals.period(from, to, fields: ("from", "to")) else { return nil }
        if period.count > 12, !period.count.isMultiple(of: 12) {
            refusals.add(
                "\(period) has \(period.count.counted("month", "months")). Choose whole years, so that no season weighs more than "
                    + "another, or fewer than twelve months", field: "to")
        }
        let change = LSOAVintage.firstMonthOf2021
        if period.from < change, change <= period.to {
            refusals.add(
                "The small areas changed in \(change.inWords), and those of two censuses are never mixed. Choose months on one "
                    + "side of it", field: "to")
        }
        return period
    }

    /// The same question as an address asks it.
    func address(_ path: Address, width: String? = nil) -> Address {
        path.asking([
            "from": period.map { "\($0.from)" }, "to": period.map { "\($0.to)" },
            "measure": type.map { slugged($0.name) }, "by": isRate ? "rates" : nil, "width": width,
        ])
    }

    /// The same years of one place, of which nothing is chosen.
    func years(of path: Address, width: String? = nil) -> Address {
        path.asking(["from": period.map { "\($0.from)" }, "to": period.map { "\($0.to)" }, "width": width])
    }

    var typed: Typed {
        Typed(
            from: period.map { "\($0.from)" } ?? "", to: period.map { "\($0.to)" } ?? "",
            measure: type.map { slugged($0.name) } ?? CrimeMeasures.allCrime, by: isRate ? "rates" : "counts")
    }
}
