import Storage
import Web

extension Report {
    var address: Address { "/reports/\(id)" }
    var overview: Address { "/reports/\(id)/edit" }
    var versions: Address { "/reports/\(id)/versions" }
    var comments: Address { "/reports/\(id)/comments" }
    var clearance: Address { "/reports/\(id)/clearance" }
    var completion: Address { "/reports/\(id)/completion" }
    var comparison: Address { "/reports/\(id)/comparison" }
    var pdf: Address { "/reports/\(id)/report.pdf" }

    func clearance(of implication: Implication) -> Address { "/reports/\(id)/clearance/\(implication.rawValue)" }

    func list(_ list: ReportList) -> Address { "/reports/\(id)/lists/\(list.rawValue)" }

    func final(_ number: Int) -> Address { "/reports/\(id)/finals/\(number)" }

    /// Where the form of something new in a list is sent.
    func adding(to list: ReportList) -> Address { list == .annexes ? annexes : self.list(list) }

    private var annexes: Address { "/reports/\(id)/annexes" }

    /// The file of an annex as it is in the draft, or was in a version of it.
    func file(of annex: ID<ReportItem>, version: Int? = nil) -> Address {
        ("\(annexes)/\(annex)/file" as Address).asking(["version": version.map { "\($0)" }])
    }

    /// The file of an annex as it was finished.
    func file(of annex: ID<ReportItem>, inFinal number: Int) -> Address {
        "/reports/\(id)/finals/\(number)/annexes/\(annex)/file"
    }

    /// Where the form of a place is sent.
    func saving(_ place: ReportPlace) -> Address {
        switch place {
        case .item(.annexes, let item): "\(annexes)/\(item)"
        case .part(let part): "/reports/\(id)/parts/\(part.rawValue)"
        case .item(let list, let item): "/reports/\(id)/lists/\(list.rawValue)/\(item)"
        case .order(let list): self.list(list)
        }
    }

    /// Where a place is written.
    func editing(_ place: ReportPlace) -> Address {
        switch place {
        case .part(let part): "/reports/\(id)/parts/\(part.rawValue)/edit"
        case .item(let list, let item): "/reports/\(id)/lists/\(list.rawValue)/\(item)/edit"
        case .order(let list): self.list(list)
        }
    }

    /// Where something that is missing is put right.
    func address(of place: Readiness.Place) -> Address {
        switch place {
        case .part(let part): editing(.part(part))
        case .list(let one): list(one)
        case .item(let list, let id): editing(.item(list, id))
        case .clearance(let implication): clearance(of: implication)
        }
    }

    func deed(_ deed: ContentStore.OrderDeed, _ item: ID<ReportItem>, in list: ReportList) -> Address {
        "/reports/\(id)/lists/\(list.rawValue)/\(item)/\(deed.rawValue)"
    }
}

enum ReportCrumbs {
    static let reports = Mention(at: "/reports", titled: "Reports")

    static func of(_ opened: OpenReport) -> [Mention] {
        [reports, Mention(at: opened.report.address, titled: opened.title)]
    }

    static func editing(_ opened: OpenReport) -> [Mention] {
        of(opened) + [Mention(at: opened.report.overview, titled: "Write it")]
    }
}
