import Membership
import Testing

@testable import Recommendations

@Suite("Who may follow recommendations")
struct RecommendationsAccessTests {
    @Test("everybody but the administrator reads, clerks and officers enter, and publishing wants the second step")
    func holders() {
        #expect(Permission.readRecommendations.holders == Set(Role.allCases).subtracting([.administrator]))
        #expect(Permission.followRecommendations.holders == [.clerk, .officer])
        #expect(Permission.publishRecommendations.asksForCode)
    }
}
