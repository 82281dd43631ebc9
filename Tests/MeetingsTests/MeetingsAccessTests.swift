import Meetings
import Membership
import Testing

@Suite("Who may do what with meetings")
struct MeetingsAccessTests {
    @Test("An administrator sees none of the partnership’s meetings")
    func administrators() {
        #expect(Permission.ofMeetings.allSatisfy { !$0.holders.contains(.administrator) })
    }
}
