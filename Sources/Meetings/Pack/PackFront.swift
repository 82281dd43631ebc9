import Foundation
import Membership
import Storage
import WorkingDays

/// What the front sheet of a pack says of the meeting.
struct PackFront {
    let meeting: Meeting
    let body: Body
    let structure: Structure

    /// "A meeting of the Overview & Scrutiny Panel will be held at 7.00 pm on Tuesday 9 February 2016 in the Council Chamber…"
    var sentence: String {
        let details = meeting.details
        let article = details.kind == .extraordinary ? "An" : "A"
        let noun = details.kind == .ordinary ? "meeting" : "\(details.kind.rawValue) meeting"
        return "\(article) \(noun) of the \(body.name) will be held at \(details.startsAt.words) on "
            + "\(details.day.withWeekday). Place: \(details.place)."
    }

    /// Those who sit on it on that day, the chair first: "Cllr David Saunders (Chairman); Cllr Bambridge, …"
    var membership: String {
        let seats = structure.seats(of: body.id, on: meeting.day)
        let named = seats.compactMap { seat -> String? in
            guard let holder = seat.holder(on: meeting.day) else { return nil }
            return Self.isOffice(seat) ? "\(holder.name) (\(seat.title))" : holder.name
        }
        let offices = seats.filter { Self.isOffice($0) && $0.holder(on: meeting.day) != nil }.count
        let (first, rest) = (sorted(seats, named).prefix(offices), sorted(seats, named).dropFirst(offices))
        let vacant = seats.count { $0.isVacant(on: meeting.day) }
        let parts =
            Array(first) + (rest.isEmpty ? [] : [rest.joined(separator: ", ")])
            + (vacant == 0 ? [] : [vacant == 1 ? "one seat is vacant" : "\(vacant) seats are vacant"])
        return parts.isEmpty ? "Nobody is seated on it." : parts.joined(separator: "; ") + "."
    }

    /// Offices before members, each by what it is called.
    private func sorted(_ seats: [Seat], _ named: [String]) -> [String] {
        let held = seats.filter { $0.holder(on: meeting.day) != nil }
        let pairs = zip(held, named).map { (seat: $0, name: $1) }
        return pairs.filter { Self.isOffice($0.seat) }.map(\.name)
            + pairs.filter { !Self.isOffice($0.seat) }.map(\.name)
    }

    /// Whether the title of a seat says something of whoever holds it: a chair, or their deputy.
    private static func isOffice(_ seat: Seat) -> Bool {
        seat.role == .chair || seat.title.localizedStandardContains("chair")
    }
}
