/// Narrows a list to what somebody looks for. It asks by the address, so a narrowed list can be kept and sent.
public struct FilterForm: Sendable {
    let label: String
    let address: Address
    let fields: [Field]
    let kept: [(name: String, value: String)]
    let outcome: String
    let all: Address?

    /// - Parameters:
    ///   - label: what a screen reader calls it: "Find an agency".
    ///   - kept: what the address asks besides, such as the order of the table.
    ///   - outcome: what is left: "4 agencies".
    ///   - all: the list without a filter; nil where there is none on it.
    public init(
        _ label: String, to address: Address, fields: [Field], keeping kept: [(name: String, value: String)] = [],
        outcome: String, all: Address?
    ) {
        self.label = label
        self.address = address
        self.fields = fields
        self.kept = kept
        self.outcome = outcome
        self.all = all
    }

    public var html: HTML {
        """
        <form class="filter-form" method="get" action="\(address)" role="search" aria-label="\(label)">
        \(kept.html { "<input type=\"hidden\" name=\"\($0.name)\" value=\"\($0.value)\">\n" })
        <div class="filter-form__fields">
        \(fields.html { $0.html })
        <div class="field">\(Button("Show", weight: .secondary).html)</div>
        </div>
        </form>
        <p class="filter-outcome">\(outcome)\(all.map { " <a href=\"\($0)\">Show all</a>" })</p>
        """
    }
}
