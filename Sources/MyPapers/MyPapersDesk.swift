import Foundation
import Membership
import Storage

/// Everything that somebody's own papers are read with.
public struct MyPapersDesk: Sendable {
    let seats: any SeatDesk
    let notes: NoteStore
    let identities: Identities
    let now: @Sendable () -> Date
    let today: @Sendable () -> Day

    public init(
        _ database: Database, identities: Identities, seats: any SeatDesk, now: @escaping @Sendable () -> Date,
        today: @escaping @Sendable () -> Day
    ) {
        (self.seats, self.identities, self.now, self.today) = (seats, identities, now, today)
        notes = NoteStore(database, identities: identities)
    }

    /// How long the papers of a meeting that is over stay among one's own, in days.
    static let daysAfterwards = 200
}
