// SPDX-License-Identifier: AGPL-3.0-or-later
import Foundation
import Logging
import Subprocess
import SystemPackage

/// One worker, from its start to its end.
struct WorkerProcess: Sendable {
    typealias Running = Execution<CustomWriteInput, SequenceOutput, SequenceOutput>

    /// How it ended.
    enum Ending: Sendable {
        /// There was nothing more for it to do, or it asked to be replaced.
        case released
        /// It never came as far as taking a job.
        case unfit(reason: String)
        /// The job took too long, and it was killed.
        case overdue(Job)
        /// The job’s answer passed the limit of size, and it was killed.
        case flooded(Job)
        /// The job needed more memory than it may have.
        case starved(Job)
        /// It died, with a job in hand or with none.
        case died(Job?, reason: String)
    }

    /// What is installed for it: `press-requirements.txt` pins the same.
    static let packages = [
        "typst": "0.15.2", "vl-convert-python": "1.9.0.post1", "pypdf": "7.1.1", "pypdfium2": "5.15.2",
    ]
    /// Loading Python and its packages from a cold disk takes seconds, never this long.
    private static let startLimit = Duration.seconds(60)

    let python: String
    let resources: URL
    let configuration: Press.Configuration
    /// Which worker of its press this is, counted from 1.
    let number: Int

    /// Starts the worker, does the press’s jobs with it, and returns when it has ended.
    func work(for press: Press) async -> Ending {
        do {
            let result = try await run(
                .path(FilePath(python)), arguments: arguments, environment: environment, workingDirectory: "/",
                input: .inputWriter, output: .sequence, error: .sequence
            ) { execution in
                let complaints = Task { await self.complaints(in: execution, to: press) }
                let ending = await self.converse(with: execution, for: press)
                if case .released = ending {
                    try? await execution.standardInputWriter.finish()
                } else {
                    try? execution.send(signal: .kill)
                }
                return (ending, await complaints.value)
            }
            let (ending, complaints) = result.closureResult
            return explained(ending, status: result.terminationStatus, complaints: complaints)
        } catch {
            return .unfit(reason: "‘\(python)’ could not be started (\(error))")
        }
    }

    private var arguments: Arguments {
        // Isolated from the user’s own Python settings (-I), and writing no compiled files (-B).
        let script = resources.appendingPathComponent("worker.py").path
        let fonts = resources.appendingPathComponent("Fonts").path
        return Arguments(["-I", "-B", script, fonts, "\(configuration.memoryLimit)"])
    }

    /// Nothing of ours, and proxies that lead nowhere, should anything try to reach the network.
    private var environment: Environment {
        let nowhere = "http://127.0.0.1:9"
        return .custom([
            "LANG": "C.UTF-8", "TZ": "UTC", "PATH": "/nonexistent", "HOME": "/nonexistent", "HTTP_PROXY": nowhere,
            "HTTPS_PROXY": nowhere, "ALL_PROXY": nowhere,
        ])
    }

    /// Takes jobs until there are no more or the worker is lost.
    private func converse(with execution: Running, for press: Press) async -> Ending {
        var reader = FrameReader(execution.standardOutput, limit: configuration.sizeLimit)
        let start = Deadline(Self.startLimit, for: execution)
        let greeting = try? await reader.next(Greeting.self).header
        guard await !start.lift(), let greeting else { return .unfit(reason: "") }
        for (package, version) in Self.packages where greeting.versions[package] != version {
            let found = greeting.versions[package] ?? "no version"
            return .unfit(reason: "\(package) \(found) is installed where \(version) is needed")
        }
        await press.workerIsReady(execution.processIdentifier.value)
        while let job = await press.nextJob(for: number) {
            let limit = job.limit(in: configuration)
            let deadline = Deadline(limit, for: execution)
            reader.limit = job.answerLimit(in: configuration)
            do {
                _ = try await execution.standardInputWriter.write(try job.frame(limit: limit))
                let (answer, parts) = try await reader.next(Answer.self)
                let late = await deadline.lift()
                await press.finish(job, outcome(of: answer, parts))
                if late { return .died(nil, reason: "it was late") }
                if answer.retiring { return .released }
            } catch {
                if await deadline.lift() { return .overdue(job) }
                if case FrameReader.Fault.tooLarge = error { return .flooded(job) }
                return .died(job, reason: "\(error)")
            }
        }
        return .released
    }

    private func outcome(of answer: Answer, _ parts: [[UInt8]]) -> Result<[UInt8], PressError> {
        for warning in answer.warnings ?? [] {
            configuration.logger.warning("Typst warns", metadata: ["warning": "\(warning)"])
        }
        if answer.done { return .success(parts.first ?? []) }
        if answer.memory == true { return .failure(.tooLarge(reason: "it needs too much memory")) }
        return .failure(.failed(message: answer.reason ?? "no reason given"))
    }

    /// The end of what the worker writes to standard error. That output ends when the worker does, which is how the
    /// death of an idle worker is noticed.
    private func complaints(in execution: Running, to press: Press) async -> String {
        var kept: [UInt8] = []
        do {
            for try await piece in execution.standardError {
                piece.withUnsafeBytes { kept.append(contentsOf: $0) }
                if kept.count > 32_768 { kept.removeFirst(kept.count - 16_384) }
            }
        } catch {
            configuration.logger.debug("Reading a worker’s standard error failed", metadata: ["error": "\(error)"])
        }
        await press.workerIsGone(number)
        return String(decoding: kept, as: UTF8.self)
    }

    /// The ending, made more exact by how the process ended and what it said.
    private func explained(_ ending: Ending, status: TerminationStatus, complaints: String) -> Ending {
        let last = complaints.split(whereSeparator: \.isNewline).last.map(String.init)
        switch ending {
        case .unfit(let reason) where reason.isEmpty:
            return .unfit(reason: "the worker could not start (\(last ?? status.description))")
        case .released where !status.isSuccess:
            return .died(nil, reason: last ?? status.description)
        case .died(let job?, _):
            if case .signaled(SIGALRM) = status { return .overdue(job) }
            let words = ["memory allocation of", "out of memory", "MemoryError"]
            if words.contains(where: complaints.contains) { return .starved(job) }
            return .died(job, reason: last ?? status.description)
        default:
            return ending
        }
    }
}

extension WorkerProcess.Ending {
    /// For the log; says nothing of what a job holds.
    var brief: String {
        switch self {
        case .released: "released"
        case .unfit(let reason): "unfit: \(reason)"
        case .overdue(let job): "stopped, job \(job.id) took too long"
        case .flooded(let job): "stopped, job \(job.id) answered too much"
        case .starved(let job): "job \(job.id) wanted too much memory"
        case .died(let job, let reason): job.map { "died in job \($0.id): \(reason)" } ?? "died: \(reason)"
        }
    }
}

/// Kills a worker when its time is up.
private struct Deadline {
    private let watch: Task<Bool, Never>

    init(_ limit: Duration, for execution: WorkerProcess.Running) {
        watch = Task {
            do {
                try await Task.sleep(for: limit)
            } catch {
                return false
            }
            try? execution.send(signal: .kill)
            return true
        }
    }

    /// Stands down, and tells whether it was too late to.
    func lift() async -> Bool {
        watch.cancel()
        return await watch.value
    }
}
