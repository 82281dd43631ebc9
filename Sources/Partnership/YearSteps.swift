import Storage
import Wording

/// How the steps of the partnership’s year stand. A day that is over says nothing of what was done on it: only a
/// capability that keeps the record can say that.
struct YearSteps {
    enum Place: Hashable {
        /// Somebody’s records say that it was done.
        case done
        /// Its day is over, and nobody’s records say that it was done.
        case past
        /// The first that is neither.
        case next
        case ahead
    }

    let steps: [Profile.KeyDate]
    /// Those that somebody’s records say were done.
    let done: Set<Profile.KeyDate>
    /// When the body next meets whose step has no date.
    var called: [Profile.KeyDate: Day] = [:]

    /// That it is the meeting at which the step is done, nobody has said.
    func wording(_ step: Profile.KeyDate) -> String {
        called[step].map { "next meeting \($0.words)" } ?? step.wording
    }

    func places(on today: Day) -> [Place] {
        let next = steps.firstIndex { !done.contains($0) && !$0.isOver(on: today) }
        return steps.enumerated().map { index, step in
            if done.contains(step) { return .done }
            if step.isOver(on: today) { return .past }
            return index == next ? .next : .ahead
        }
    }
}
