/// The rows refused: the first of them in full, the rest as numbers.
struct FaultLog: Sendable {
    /// A fault and which CSV it is in, for putting those of several threads in order.
    struct Entry: Sendable {
        let file: Int
        let fault: Fault
    }

    private(set) var entries: [Entry] = []
    private(set) var counts: [FaultKind: Int] = [:]
    private let limit: Int

    init(limit: Int) {
        self.limit = limit
    }

    /// - Parameter fault: made only if there is still room for it.
    mutating func add(_ kind: FaultKind, file: Int, _ fault: () -> Fault) {
        counts[kind, default: 0] += 1
        if entries.count < limit { entries.append(Entry(file: file, fault: fault())) }
    }

    /// Joins the logs of threads that each met their faults in order, so that the first of all are among theirs.
    init(merging logs: [FaultLog], limit: Int) {
        self.limit = limit
        let all = logs.flatMap(\.entries).sorted { ($0.file, $0.fault.line) < ($1.file, $1.fault.line) }
        entries = Array(all.prefix(limit))
        for log in logs { counts.merge(log.counts, uniquingKeysWith: +) }
    }
}
