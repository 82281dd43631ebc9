import Storage
import Wording

/// What must be put right before minutes can be sent round or published.
struct Circulating {
    let obstacles: [String]

    init(_ record: MinutesRecord, on today: Day) {
        var found: [String] = []
        let meeting = record.meeting
        if let early = meeting.notHeld(on: today) { found.append(early.reason) }
        // LGA 1972 s.100A(4): what is exempt is taken in private only if the meeting resolves so (D76).
        for item in meeting.items where !record[item.key].isEmpty {
            if let refusal = record.refusalInPrivate(of: item.key) { found.append(refusal.reason) }
        }
        obstacles = found
    }

    func check() throws(MinutesRefusal) {
        guard obstacles.isEmpty else { throw .obstacles(obstacles) }
    }
}

extension MinutedMeeting {
    /// Why its minutes cannot be closed, sent round or published; nil once its day has come.
    func notHeld(on today: Day) -> MinutesRefusal? { called.day > today ? .notHeld(called.day.words) : nil }
}

extension MinutesRecord {
    /// Why nothing can be decided in private on an item: the meeting did not resolve to exclude press and public before it. Nil
    /// where it did, or need not.
    func refusalInPrivate(of key: String) -> MinutesRefusal? {
        guard let item = meeting.item(key), item.isByResolution else { return nil }
        let before = meeting.items.prefix { $0.key != key }
        let exclusions = before.filter { $0.kind == .exclusion }
        if exclusions.contains(where: { self[$0.key].resolves }) { return nil }
        return .notExcluded(item.number, item.title, exclusions.last.map { "item \($0.number), ‘\($0.title)’" })
    }
}

extension MinutesRecord.ItemRecord {
    /// Whether anything was agreed, in whatever style.
    var decided: Bool { !decisions.isEmpty || motions.contains { $0.state == .carried } }

    /// Whether anything was resolved: by a motion that was carried, or by consent.
    fileprivate var resolves: Bool {
        decisions.contains { $0.style == .resolved }
            || motions.contains { $0.state == .carried && $0.decision.style == .resolved }
    }
}
