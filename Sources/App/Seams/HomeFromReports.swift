import Membership
import Partnership
import Recommendations
import Reports
import Web

extension HomeTask {
    /// What somebody is asked to clear, as the first page says it.
    init?(_ due: ReportDue) {
        guard let address = Address(untrusted: due.path) else { return nil }
        self.init(
            due.title, detail: due.detail, state: due.isOverdue ? Tag("Overdue", .bad) : Tag("To do", .waiting),
            at: address)
    }

    /// An answer that somebody is to give, or to ask for.
    init?(_ due: RecommendationDue) {
        guard let address = Address(untrusted: due.path) else { return nil }
        self.init(
            due.title, detail: due.detail, state: due.isOverdue ? Tag("Overdue", .bad) : Tag("To do", .waiting),
            at: address)
    }
}
