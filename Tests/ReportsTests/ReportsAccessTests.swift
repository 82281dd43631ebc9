import Membership
import Reports
import Testing

@Suite("Who may do what with reports")
struct ReportsAccessTests {
    @Test("An administrator sees none of the reports")
    func administrators() {
        #expect(Permission.ofReports.allSatisfy { !$0.holders.contains(.administrator) })
    }
}
