import Storage

extension ThreadState {
    /// Whether it is to be an item of a body's meeting.
    ///
    /// - Parameter meeting: where it is an item already it does not wait any more, until that day has passed with nothing decided.
    func waits(for body: ThreadBody, at meeting: String, on today: Day) -> Bool {
        switch stage {
        case .waits(let next) where next.isSame(as: body): return true
        case .before(let now, let mention) where now.isSame(as: body):
            guard let mention, mention.id != meeting, let day = Day(mention.day) else { return false }
            return day < today
        case .waits, .before:
            // It went on to another before whoever was asked has decided: they are still to answer.
            return awaiting?.body.isSame(as: body) == true && decided == nil
        default: return false
        }
    }
}
