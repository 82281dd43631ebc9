import Assessment
import DataRegister
import Membership
import StrategicAssessment

/// Where strategic assessments speak of a ward or a small area.
struct MentionsFromStrategicAssessment: PlaceMentionDesk {
    let desks: StrategicDesks

    func mentions(of place: Place, for member: Member) async throws -> [PlaceMentionLine] {
        try await desks.mentions(of: place.name, at: "\(PlaceAddress(place))", for: member).map {
            PlaceMentionLine($0.title, detail: $0.detail, at: $0.address)
        }
    }
}
