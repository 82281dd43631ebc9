import Publishing
import Storage

extension PublishedMinutes {
    /// What published minutes say, as data. Nothing is in it that the public’s page does not say: of what is kept from them
    /// there is no item.
    init(_ document: MinutesDocument, _ record: MinutesRecord, year: Int, confirmedOn: String?) {
        self.init(
            year: year, confirmedOn: confirmedOn, attendance: record.meeting.seats.map { Attendance($0, in: record) },
            items: document.items.filter { !$0.isWithheld }.map(Item.init))
    }
}

extension PublishedMinutes.Attendance {
    init(_ seat: MinutedMeeting.SeatAtTable, in record: MinutesRecord) {
        let attendance = record.attendance[seat.key] ?? Attendance()
        let presence: Presence =
            switch attendance.presence {
            case .present: .present
            case .substituted: .substituted
            case .apologies: .apologies
            case .absent: .absent
            case .unknown: .unknown
            }
        self.init(
            person: seat.person?.description, name: seat.name, seat: seat.title, isVoting: seat.isVoting,
            presence: presence, substitute: attendance.substitute)
    }
}

extension PublishedMinutes.Item {
    init(_ item: MinutesDocument.Item) {
        self.init(
            key: item.key, number: item.numbered, title: item.title,
            decisions: item.decisions.filter { !$0.points.isEmpty }.map { decided in
                PublishedMinutes.Decision(style: decided.style, points: decided.points.map(\.text))
            })
    }
}
