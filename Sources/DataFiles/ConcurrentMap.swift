import Dispatch
import Synchronization

/// Makes `count` things at once, each on a thread of its own as far as there are processors, in order of their numbers.
func concurrentMap<Result: Sendable>(_ count: Int, _ make: @Sendable (Int) -> Result) -> [Result] {
    let made = Mutex<[(number: Int, result: Result)]>([])
    DispatchQueue.concurrentPerform(iterations: count) { number in
        let result = make(number)
        made.withLock { $0.append((number, result)) }
    }
    return made.withLock { $0.sorted { $0.number < $1.number }.map(\.result) }
}
