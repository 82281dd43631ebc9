import Storage
import Wording

/// What must be put right before a meeting can confirm minutes.
struct Confirming {
    let obstacles: [String]

    init(_ record: MinutesRecord, _ standing: MinutesStanding) {
        var found: [String] = []
        if !standing.isCirculated { found.append("Circulate the draft first, so that members can propose corrections") }
        if let last = standing.circulations.last, last.upTo != record.newest {
            // D105: a meeting approves what its members had before them.
            found.append("Circulate the minutes again: they were changed since members had them")
        }
        if !standing.waiting.isEmpty { found.append(MinutesRefusal.unanswered(standing.waiting.count).reason) }
        for item in record.meeting.items {
            let name = "item \(item.number), ‘\(item.title)’"
            // D74: by reason of special circumstances, which shall be specified in the minutes (LGA 1972 s.100B(4)).
            if !item.lateReason.isEmpty, record[item.key].urgency.isEmpty {
                found.append("Write into \(name) why the chair took it as urgent")
            }
            if !record[item.key].isEmpty, let refusal = record.refusalInPrivate(of: item.key) {
                found.append(refusal.reason)
            }
            if record[item.key].motions.contains(where: { $0.state.isOpen }) {
                found.append("Say what became of the motion on \(name)")
            }
            if standing.numbers[item.key] == nil, standing.circulations.last?.upTo == record.newest {
                found.append("Circulate the minutes again: \(name) has no number yet")
            }
        }
        if record.closedAt.isEmpty { found.append("Enter when the meeting was closed") }
        if !record.attendance.values.contains(where: \.cameAtAll) { found.append("Enter who was there") }
        obstacles = found
    }

    /// Whether the minutes of the meeting that confirmed them say so.
    ///
    /// - Parameter later: what its minutes hold so far.
    /// - Throws: ``MinutesRefusal/notMinuted``
    static func check(_ meeting: MinutedMeeting, in later: MinutesRecord) throws(MinutesRefusal) {
        let items = later.meeting.items.filter { $0.confirms == meeting.id.description }
        guard let item = items.first, !items.contains(where: { later[$0.key].decided }) else { return }
        throw .notMinuted(later.meeting.called.day.words, item.number, item.title)
    }
}
