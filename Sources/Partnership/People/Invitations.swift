import Foundation
import Membership
import Wording

extension Participant {
    /// Why no invitation can be sent, as it follows a name; nil where one can.
    var whyNotInvited: String? {
        switch state {
        case .active: "takes part already"
        case .suspended: "is suspended"
        case .left: "has left"
        case .invited: details.email == nil ? "has no email address here" : nil
        }
    }

    var canBeInvited: Bool { whyNotInvited == nil }

    /// When they were invited, and how long the link works: “26 November 2026, link until 27 November 2026 at 12:00”.
    func invitationInWords(at time: Date) -> String? {
        guard state == .invited, let invitation else { return nil }
        let link =
            switch invitation.linkEndsAt {
            case let end? where end > time: "link until \(end.dayAndTime)"
            default: "the link has ended"
            }
        return "\(invitation.sentAt.day), \(link)"
    }
}
