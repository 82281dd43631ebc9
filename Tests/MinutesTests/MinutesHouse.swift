import Foundation
import Membership
import Notices
import ScratchDatabases
import Storage
import Testing

@testable import Minutes

/// A panel of a chair and four members with three items on its agenda, of which minutes are taken.
struct MinutesHouse {
    static let seats = ["saunders", "parsons", "potts", "dexter", "campbell"]
    static let items: [ID<MinutedMeeting>] = (1...3).map { Self.id(40 + $0) }
    static var items1: String { items[2].description }

    static func id(_ number: Int) -> ID<MinutedMeeting> {
        ID("01942f3e-8b70-7cc3-98c8-3c5f2a1d0e\(number)") ?? Identities.system.new(at: Scratch.noon)
    }

    static func meeting(
        _ number: Int = 11, decidesBudget: Bool = false, allowsSubstitutes: Bool = true, isWithheld: Bool = false,
        lateReason: String = "", day: Day? = Day("2016-01-26"), confirming earlier: MinutedMeeting? = nil
    ) -> MinutedMeeting {
        let kinds: [MinutedMeeting.Item.Kind] = [.apologies, .declarations, .other]
        let titles = ["Apologies for absence", "Declarations of interest", "Budget 2016-17"]
        return MinutedMeeting(
            id: id(number),
            body: .init(key: "panel", name: "Overview & Scrutiny Panel", isWelsh: false, isNeverPublic: false),
            called: .init(
                kind: "extraordinary", day: day ?? Day(Scratch.noon),
                startsAt: TimeOfDay("19:00") ?? TimeOfDay(Scratch.noon),
                place: "Council Chamber, Margate", isCalledOff: false),
            rules: .init(quorum: 3, allowsSubstitutes: allowsSubstitutes, decidesBudget: decidesBudget),
            seats: seats.enumerated().map { place, key in
                .init(
                    key: key, name: "Councillor \(key.capitalized)", title: place == 0 ? "Chair" : "Member",
                    isChair: place == 0, isVoting: true, substitutes: [], person: nil)
            },
            items: zip(kinds, titles).enumerated().map { place, item in
                .init(
                    key: id(41 + place + (number - 11) * 3).description, number: place + 1, kind: item.0, title: item.1,
                    lateReason: place == 2 ? lateReason : "", isWithheld: place == 2 && isWithheld,
                    confirms: place == 2 ? earlier?.id.description : nil)
            },
            isReadByMember: true, announced: nil)
    }
}

extension MinutesRecord {
    /// Does a deed if it may be done.
    mutating func take(_ deed: Deed) throws(MinutesRefusal) {
        try check(deed)
        apply(deed, number: newest + 1)
    }

    /// With these here.
    static func with(_ here: [String] = MinutesHouse.seats, of meeting: MinutedMeeting = MinutesHouse.meeting()) throws
        -> MinutesRecord
    {
        var record = MinutesRecord(of: meeting)
        for seat in here { try record.take(.attend(seat: seat, Attendance(.present))) }
        return record
    }

    mutating func move(
        _ id: String = "motion-1", style: Decision.Style = .resolved, by mover: String = "parsons",
        seconded: String? = "potts"
    ) throws {
        let item = MinutesHouse.items1
        try take(
            .move(
                item: item, Decision(id: id, style: style, to: "Cabinet", text: "The budget is accepted"), mover: mover)
        )
        if let seconded { try take(.second(.init(item: item, motion: id), seat: seconded)) }
    }
}
