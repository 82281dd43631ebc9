import Membership
import Testing

@testable import Recommendations

@Suite("Who may follow recommendations")
struct RecommendationsAccessTests {
    @Test("readers of reports read, clerks and officers enter, and publishing wants the second step")
    func holders() {
        #expect(
            Permission.readRecommendations.holders == Set(Role.allCases).subtracting([.administrator, .caseworker]))
        #expect(Permission.followRecommendations.holders == [.clerk, .officer])
        #expect(Permission.publishRecommendations.asksForCode)
    }
}
