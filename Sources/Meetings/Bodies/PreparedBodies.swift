import Foundation
import Membership
import Storage

extension MeetingDesks {
    /// Lays bodies of an example before everybody, as they are kept; those that never are stay as they are.
    ///
    /// - Throws: `PublishingRefusal`, `DatabaseFault`
    public func publish(_ bodies: [Body], by actor: Entry.Actor, at time: Date) async throws {
        let structure = try await self.bodies.structure()
        var desks = self
        (desks.now, desks.today) = ({ time }, { Day(time) })
        for body in bodies where !body.details.regime.isNeverPublic {
            try await desks.publish(body, in: structure, after: 0, by: actor)
        }
    }
}
