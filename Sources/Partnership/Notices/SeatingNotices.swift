import Foundation
import Membership
import Notices
import Storage

/// Tells people what became of their seats, as notices of theirs, and officers of seats given by whoever has less.
struct SeatingNotices: SeatingNews {
    let identities: Identities

    func tell(_ change: SeatingChange, in db: Writing) throws {
        try db.notify(
            change.person, title(of: change), at: "/partnership/seats/\(change.seat)", because: why(change.deed),
            id: identities.new(at: change.at), at: change.at)
    }

    private func title(of change: SeatingChange) -> String {
        let seat = "\(change.title), \(change.body)"
        switch change.deed {
        case .appointed(let term):
            let end = term.endsOn.map { ", until \($0.words)" } ?? ""
            return "You were appointed from \(term.beginsOn.words)\(end): \(seat)"
        case .namedSubstitute(let day): return "You may substitute from \(day.words): \(seat)"
        case .ended(let day): return "Your time in this seat \(ending(on: day, at: change.at)): \(seat)"
        case .seatEnded(let day): return "This seat \(ending(on: day, at: change.at)): \(seat)"
        case .bodyEnded(let day): return "The body of this seat \(ending(on: day, at: change.at)): \(seat)"
        case .seatedAbove(let who, let by): return "\(by) seated \(who) where they may do more than \(by): \(seat)"
        }
    }

    private func ending(on day: Day, at time: Date) -> String {
        "\(day > Day(time) ? "ends" : "ended") on \(day.words)"
    }

    private func why(_ deed: SeatingChange.Deed) -> String {
        switch deed {
        case .appointed: "You hold this seat."
        case .namedSubstitute: "You are a substitute in this seat."
        case .ended: "The seat was yours."
        case .seatEnded, .bodyEnded: "You sit in this seat, or may substitute in it."
        case .seatedAbove: "You are an officer, and officers are told whenever this happens."
        }
    }
}
