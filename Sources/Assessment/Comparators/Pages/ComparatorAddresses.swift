import DataFiles
import DataRegister
import Web

extension ComparatorSet {
    /// Its page.
    var page: Address { "/comparators/\(address)" }
    var comparison: Address { "/comparators/\(address)/comparison" }

    var crumbs: [Mention] { ComparatorSet.crumbs + [Mention(at: page, titled: name)] }

    static let crumbs = [
        Mention(at: "/home", titled: "Home"), Mention(at: "/assessment", titled: "Assessment"),
        Mention(at: "/comparators", titled: "Comparing"),
    ]
}

extension ComparatorSet.Kind {
    var title: String {
        switch self {
        case .entered: "Entered"
        case .computed: "Worked out"
        case .force, .county, .country: "Built in"
        }
    }
}

extension Comparison {
    /// The page of it.
    var address: Address { asking(set.comparison) }

    /// The same questions at another address.
    func asking(_ address: Address, width: String? = nil) -> Address {
        address.asking([
            "measure": measures.map(\.address.description).joined(separator: "+"), "year": period.inAddresses,
            "width": width,
        ])
    }
}

extension Period {
    /// A calendar year by its number alone.
    var inAddresses: String { self == .calendarYear(from.year) ? "\(from.year)" : address }
}
