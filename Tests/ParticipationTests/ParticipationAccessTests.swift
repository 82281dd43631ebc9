import Membership
import Participation
import Testing

@Suite("Who may take what the public brings")
struct ParticipationAccessTests {
    @Test("How to reach those who brought something is for clerks and officers alone")
    func holders() {
        #expect(Permission.ofParticipation.allSatisfy { $0.holders == [.clerk, .officer] })
    }
}
