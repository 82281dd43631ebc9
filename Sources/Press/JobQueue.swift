// SPDX-License-Identifier: AGPL-3.0-or-later

/// Jobs that wait: quick ones before documents, within each in the order they came.
struct JobQueue {
    private var jobs: [Job] = []
    let limit: Int

    init(limit: Int) {
        self.limit = limit
    }

    var isEmpty: Bool { jobs.isEmpty }
    var count: Int { jobs.count }
    var isFull: Bool { jobs.count >= limit }

    mutating func add(_ job: Job) {
        let place = job.isQuick ? jobs.firstIndex { !$0.isQuick && $0.beginnings == 0 } : nil
        jobs.insert(job, at: place ?? jobs.endIndex)
    }

    /// Puts a job that has to be begun again before all others.
    mutating func putBack(_ job: Job) {
        jobs.insert(job, at: 0)
    }

    mutating func next() -> Job? {
        guard !jobs.isEmpty else { return nil }
        var job = jobs.removeFirst()
        job.beginnings += 1
        return job
    }

    /// Takes out a job that nobody wants any more; false if it doesn’t wait here.
    mutating func remove(_ id: Int) -> Bool {
        guard let index = jobs.firstIndex(where: { $0.id == id }) else { return false }
        jobs.remove(at: index)
        return true
    }

    mutating func removeAll() -> [Job] {
        defer { jobs = [] }
        return jobs
    }
}
