// SPDX-License-Identifier: AGPL-3.0-or-later
import Foundation
import Logging

/// Makes papers and charts: Typst documents to tagged PDF (PDF/UA-1), Vega-Lite specifications to static SVG.
///
/// Both are done by one long-lived Python process, the worker, one job at a time. It is started by the first job or by
/// ``warmUp()``, restarted when it dies, and bounded in time and memory, so that a bad job fails alone. Without Python
/// every job fails with what to do about it and ``status`` says the same; charts made before are still served.
///
/// Whoever makes a press stops it with ``stop()``, or runs it as a service with ``run()``. Should this process be
/// killed, the worker ends by itself.
public actor Press {
    /// What draws charts; a chart drawn by another is another chart.
    static let renderer =
        "vl-convert-python \(WorkerProcess.packages["vl-convert-python"] ?? ""), Vega-Lite 6.4, house 1"
    private static let advice =
        "Run ‘make setup’, which makes a private Python environment in ‘.press’. Everything else works without it."
    /// After the worker proved unfit, how long until a job may try again.
    private static let pause = Duration.seconds(30)

    public private(set) var status: Status
    nonisolated let configuration: Configuration
    private let cache: ChartCache
    var shelf: GivenPagesShelf
    public nonisolated let office: OfficeConverter
    private(set) var queue: JobQueue
    private var flights: [ChartCache.Key: Int] = [:]
    private var askers: [Int: [Int: CheckedContinuation<Result<[UInt8], PressError>, Never>]] = [:]
    private var lastNumber = 0

    private var operation: Task<Void, Never>?
    private var worker = 0
    /// The worker’s process, while there is one that takes jobs.
    private(set) var process: pid_t?
    /// The number of the job it works at.
    private(set) var inHand: Int?
    private var idle: CheckedContinuation<Job?, Never>?
    private var gone = 0
    /// How many workers died one after another without having done a job.
    private var falls = 0
    private var unfitSince: ContinuousClock.Instant?
    private var untilStopped: [CheckedContinuation<Void, Never>] = []

    /// Makes a press; nothing is started.
    public init(configuration: Configuration) {
        (self.configuration, office) = (configuration, OfficeConverter(configuration))
        queue = JobQueue(limit: configuration.queueLimit)
        cache = ChartCache(
            folder: configuration.cacheFolder, memoryLimit: configuration.memoryCacheLimit,
            diskLimit: configuration.diskCacheLimit, logger: configuration.logger)
        shelf = GivenPagesShelf(limit: configuration.shownLimit)
        if let python = configuration.python {
            let isThere = FileManager.default.isExecutableFile(atPath: python)
            status = isThere ? .available : .missing(reason: "there is no Python at ‘\(python)’", advice: Self.advice)
        } else {
            status = .missing(reason: "no Python environment was found for them", advice: Self.advice)
        }
    }

    /// Compiles a document to PDF/UA-1.
    ///
    /// - Throws: `failed` with Typst’s message, file, line and column if the document is wrong or would not be
    ///   accessible: no title, no language, headings that skip a level, a picture without alternative text.
    public func pdf(_ document: TypstDocument) async throws(PressError) -> [UInt8] {
        try checkSize(document.size)
        guard document.sizeShown <= configuration.shownLimit else {
            throw .tooLarge(reason: Self.reason(document.sizeShown, configuration.shownLimit))
        }
        return try await answer(to: try admit(.document(document))).get()
    }

    /// Renders a Vega-Lite specification, JSON that holds its own data, to an SVG without scripts, styles or addresses.
    ///
    /// The same specification is rendered once, whoever asks and however often.
    public func svg(_ specification: String) async throws(PressError) -> String {
        try checkSize(specification.utf8.count)
        let key = ChartCache.Key(specification: specification, renderer: Self.renderer)
        if flights[key] == nil, let svg = await cache.svg(for: key) { return svg }
        let job: Int
        if let flight = flights[key] {
            job = flight
        } else {
            job = try admit(.chart(specification, key))
            flights[key] = job
        }
        return String(decoding: try await answer(to: job).get(), as: UTF8.self)
    }

    /// Starts the worker and loads what it needs, so that the first reader need not wait.
    @discardableResult
    public func warmUp() async -> Status {
        if let job = try? admit(.warmUp) { _ = await answer(to: job) }
        return status
    }

    /// Warms up, then waits until ``stop()`` is called or the task is cancelled, and stops.
    public func run() async {
        await withTaskCancellationHandler {
            await warmUp()
            if status != .stopped { await withCheckedContinuation { untilStopped.append($0) } }
        } onCancel: {
            Task { await self.stop() }
        }
    }

    /// Ends the worker. Jobs that wait or are in hand fail; further ones are refused.
    public func stop() async {
        status = .stopped
        fail(queue.removeAll(), stoppedError)
        for job in Array(askers.keys) { settle(job, .failure(stoppedError)) }
        resumeIdle(with: nil)
        operation?.cancel()
        await operation?.value
        operation = nil
        untilStopped.forEach { $0.resume() }
        untilStopped = []
    }

    func workerIsReady(_ process: pid_t) {
        self.process = process
        configuration.logger.info("The press’s worker is ready", metadata: ["process": "\(process)"])
        unfitSince = nil
        if status != .stopped { status = .available }
    }

    /// The next job, as soon as there is one; nil when the worker should end or has died.
    func nextJob(for worker: Int) async -> Job? {
        if status == .stopped || gone >= worker { return nil }
        let job = if let job = queue.next() { job } else { await withCheckedContinuation { idle = $0 } as Job? }
        inHand = job?.id
        return job
    }

    func workerIsGone(_ worker: Int) {
        gone = max(gone, worker)
        guard worker == self.worker else { return }
        process = nil
        resumeIdle(with: nil)
    }

    /// Hands a job’s outcome to all who asked for it; a chart is first checked and kept.
    func finish(_ job: Job, _ outcome: Result<[UInt8], PressError>) async {
        var outcome = outcome
        if case .chart(_, let key) = job.work {
            if case .success(let bytes) = outcome {
                if let fault = StaticDrawing.fault(in: bytes) {
                    outcome = .failure(.unsafeDrawing(reason: fault))
                } else {
                    await cache.keep(String(decoding: bytes, as: UTF8.self), for: key)
                }
            }
            flights[key] = nil
        }
        (inHand, falls) = (nil, 0)
        settle(job.id, outcome)
    }

    private var stoppedError: PressError {
        .unavailable(reason: "the worker has been stopped", advice: "Start the program again.")
    }

    func checkSize(_ size: Int) throws(PressError) {
        let limit = configuration.sizeLimit
        guard size <= limit else {
            throw .tooLarge(reason: Self.reason(size, limit))
        }
    }

    private static func reason(_ size: Int, _ limit: Int) -> String {
        "\(size.megabytes) to work on, where \(limit.megabytes) is the limit"
    }

    func admit(_ work: Job.Work) throws(PressError) -> Int {
        switch status {
        case .stopped:
            throw stoppedError
        case .missing(let reason, let advice):
            guard let unfitSince, unfitSince.duration(to: .now) > Self.pause else {
                throw .unavailable(reason: reason, advice: advice)
            }
        case .available, .restarting:
            break
        }
        guard !queue.isFull else { throw .busy(waiting: queue.count) }
        lastNumber += 1
        queue.add(Job(id: lastNumber, work: work))
        let job = lastNumber
        operateIfNeeded()
        if idle != nil { resumeIdle(with: queue.next()) }
        return job
    }

    func answer(to job: Int) async -> Result<[UInt8], PressError> {
        lastNumber += 1
        let asker = lastNumber
        return await withTaskCancellationHandler {
            await withCheckedContinuation { askers[job, default: [:]][asker] = $0 }
        } onCancel: {
            Task { await self.leave(job, asker) }
        }
    }

    private func leave(_ job: Int, _ asker: Int) {
        askers[job]?.removeValue(forKey: asker)?.resume(returning: .failure(.cancelled))
        if askers[job]?.isEmpty == true, queue.remove(job) {
            askers[job] = nil
            flights = flights.filter { $0.value != job }
        }
    }

    private func settle(_ job: Int, _ outcome: Result<[UInt8], PressError>) {
        askers.removeValue(forKey: job)?.values.forEach { $0.resume(returning: outcome) }
    }

    private func fail(_ jobs: [Job], _ error: PressError) {
        for job in jobs {
            if case .chart(_, let key) = job.work { flights[key] = nil }
            settle(job.id, .failure(error))
        }
    }

    private func resumeIdle(with job: Job?) {
        idle?.resume(returning: job)
        idle = nil
    }

    private func operateIfNeeded() {
        guard operation == nil, let python = configuration.python else { return }
        // A worker may die while a job is written to it; that must not end this process too. Networking sets the same.
        signal(SIGPIPE, SIG_IGN)
        operation = Task { await operate(python) }
    }

    /// Runs one worker after another until stopped, or until one proves unfit.
    private func operate(_ python: String) async {
        while status != .stopped {
            worker += 1
            let next = WorkerProcess(
                python: python, resources: Self.resources, configuration: configuration, number: worker)
            let ending = await next.work(for: self)
            guard status != .stopped else { break }
            (status, inHand, process) = (.restarting, nil, nil)
            if await !recover(from: ending) { break }
        }
        operation = nil
    }

    /// Settles what the worker had in hand. Returns whether another worker should be started.
    private func recover(from ending: WorkerProcess.Ending) async -> Bool {
        configuration.logger.notice("The press’s worker ended", metadata: ["how": "\(ending.brief)"])
        switch ending {
        case .released:
            break
        case .unfit(let reason):
            giveUp(reason)
            return false
        case .overdue(let job):
            fail([job], .timedOut(limit: job.limit(in: configuration)))
        case .flooded(let job):
            fail([job], .tooLarge(reason: "it came out larger than \(job.answerLimit(in: configuration).megabytes)"))
        // What earlier jobs left in a worker’s memory is not this one’s fault: it is begun once more, in a new one.
        case .starved(let job) where job.beginnings < 2:
            queue.putBack(job)
        case .starved(let job):
            fail([job], .tooLarge(reason: "it needs more than \(configuration.memoryLimit >> 20) MB of memory"))
        case .died(let job?, let reason):
            if job.beginnings > 1 { fail([job], .brokeDown(reason: reason)) } else { queue.putBack(job) }
        case .died(nil, let reason):
            falls += 1
            guard falls < 6 else {
                giveUp("the worker stops again and again (\(reason))")
                return false
            }
            try? await Task.sleep(for: .milliseconds(20 << falls))
        }
        return true
    }

    private func giveUp(_ reason: String) {
        status = .missing(reason: reason, advice: Self.advice)
        unfitSince = .now
        fail(queue.removeAll(), .unavailable(reason: reason, advice: Self.advice))
    }

    static var resources: URL {
        Bundle.module.bundleURL.appendingPathComponent("Resources")
    }
}
