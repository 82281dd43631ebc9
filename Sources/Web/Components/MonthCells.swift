/// A year as twelve cells, each a month that is here, is missing, or has no place in the story. A missing month says so
/// in a word and is hatched.
public struct MonthCells: Sendable {
    public enum State: Sendable {
        /// What is there, "1,377", and where to read of it.
        case here(String, Address)
        /// It lies between months that are here.
        case missing
        /// Before the first month or after the last.
        case outside
    }

    let year: String
    let unit: String
    let months: [(name: String, state: State)]

    /// - Parameter unit: what is counted, in the plural, for those who hear a cell by itself: "rows".
    public init(_ year: String, unit: String, _ months: [(name: String, state: State)]) {
        self.year = year
        self.unit = unit
        self.months = months
    }

    public var html: HTML {
        """
        <section class="month-cells" aria-label="\(year)">
        <p class="month-cells__year" aria-hidden="true">\(year)</p>
        <ol class="month-cells__months">
        \(months.html(cell))
        </ol>
        </section>
        """
    }

    private func cell(_ month: (name: String, state: State)) -> HTML {
        let name: HTML = """
            <span class="month-cells__name" aria-hidden="true">\(String(month.name.prefix(3)))</span>\
            <span class="visually-hidden">\(month.name) \(year): </span>
            """
        return switch month.state {
        case .here(let amount, let address):
            """
            <li><a class="month-cells__cell" href="\(address)">\(name)\
            <span class="month-cells__amount">\(amount)</span><span class="visually-hidden"> \(unit)</span></a></li>
            """
        case .missing:
            """
            <li><span class="month-cells__cell month-cells__cell--missing">\(name)\
            <strong class="month-cells__amount">missing</strong></span></li>
            """
        case .outside:
            """
            <li><span class="month-cells__cell month-cells__cell--outside">\(name)\
            <span aria-hidden="true">–</span><span class="visually-hidden">not here</span></span></li>
            """
        }
    }
}
