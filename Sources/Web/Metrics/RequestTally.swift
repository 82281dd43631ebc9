import HTTPTypes
import Synchronization

/// How many requests were answered, how, and how long each took: by pattern and never by address, which may name
/// somebody (S22).
public final class RequestTally: Sendable {
    struct Key: Hashable {
        let method: String
        let route: String
        let status: Int
    }

    struct Times {
        /// How many took no longer than each of the bounds, and longer than the one before; last, longer than any.
        var counts = [Int](repeating: 0, count: RequestTally.bounds.count + 1)
        var seconds = 0.0
    }

    /// In seconds.
    static let bounds = [0.005, 0.02, 0.1, 0.3, 1, 3, 10]

    private struct State {
        var answers: [Key: Int] = [:]
        var times: [String: Times] = [:]
    }

    private let state = Mutex(State())

    public init() {}

    /// - Parameter route: the pattern; nil where there is none.
    func count(method: String, route: String?, status: Int, seconds: Double) {
        // Anybody can make a method up: it must not become a line of its own here.
        let known = ["GET", "HEAD", "POST"].contains(method) ? method : "other"
        let route = route ?? "none"
        state.withLock { state in
            state.answers[Key(method: known, route: route, status: status), default: 0] += 1
            let place = Self.bounds.firstIndex { seconds <= $0 } ?? Self.bounds.count
            state.times[route, default: Times()].counts[place] += 1
            state.times[route, default: Times()].seconds += seconds
        }
    }

    /// - Parameter declarations: what says of which class a route is.
    func expose(_ declarations: [Routes.Declaration], in exposition: inout Exposition) {
        let state = state.withLock(\.self)
        let classes = Dictionary(
            declarations.map { ("\($0.method.rawValue) \($0.path)", $0.kind.rawValue) }, uniquingKeysWith: { $1 })
        let answers = state.answers.map { key, count in
            let declared = classes["\(key.method == "HEAD" ? "GET" : key.method) \(key.route)"]
            return (key: key, count: count, kind: declared ?? "none")
        }.sorted { ($0.key.route, $0.key.method, $0.key.status) < ($1.key.route, $1.key.method, $1.key.status) }
        exposition.add(
            "requests_total", .counter, "Requests answered.",
            answers.map {
                .init(
                    Double($0.count),
                    ["method": $0.key.method, "route": $0.key.route, "status": "\($0.key.status)", "class": $0.kind])
            })
        exposition.add(
            "request_seconds", .histogram, "How long it took to make the answer.",
            state.times.sorted { $0.key < $1.key }.flatMap { Self.samples(of: $0.value, at: $0.key) })
    }

    private static func samples(of times: Times, at route: String) -> [Exposition.Sample] {
        var sum = 0
        var samples: [Exposition.Sample] = []
        for (count, bound) in zip(times.counts, bounds.map { "\($0)" } + ["+Inf"]) {
            sum += count
            samples.append(.init(Double(sum), ["route": route, "le": bound], suffix: "_bucket"))
        }
        samples.append(.init(times.seconds, ["route": route], suffix: "_sum"))
        samples.append(.init(Double(sum), ["route": route], suffix: "_count"))
        return samples
    }
}
