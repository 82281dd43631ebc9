// SPDX-License-Identifier: AGPL-3.0-or-later
import Crypto
import Foundation

/// Papers that are being made or were made of late, so that two who ask for the same one wait for the same one.
public actor PaperDesk {
    /// A paper that is asked for.
    public struct Making: Sendable {
        /// Whether there is nothing to wait for.
        public let isOver: Bool
        fileprivate let task: Task<[UInt8], any Error>

        /// The paper, when it is made.
        ///
        /// - Throws: `PressError`
        public func pdf() async throws -> [UInt8] { try await task.value }
    }

    private struct Paper {
        let task: Task<[UInt8], any Error>
        var isOver = false
        var hasFailed = false
        var order: Int
    }

    private static let kept = 12
    private var papers: [String: Paper] = [:]
    private var asked = 0

    public init() {}

    /// What a paper is called: the same as long as what it says is.
    ///
    /// - Throws: `EncodingError`
    public static func name(of words: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        return SHA256.hash(data: try encoder.encode(words)).description
    }

    /// The paper of this name, begun if nobody has. One that failed is shown once, so that whoever waits learns why;
    /// who asks after that begins it anew.
    public func making(_ name: String, _ make: @escaping @Sendable () async throws -> [UInt8]) -> Making {
        asked += 1
        papers[name]?.order = asked
        if let paper = papers[name] {
            if paper.hasFailed { papers[name] = nil }
            return Making(isOver: paper.isOver, task: paper.task)
        }
        let task = Task {
            do {
                let pdf = try await make()
                papers[name]?.isOver = true
                return pdf
            } catch {
                failed(name)
                throw error
            }
        }
        papers[name] = Paper(task: task, order: asked)
        forgetOldest()
        return Making(isOver: false, task: task)
    }

    /// Whether there is nothing to wait for: made, failed, or never asked for.
    public func isMade(_ name: String) -> Bool {
        papers[name]?.isOver ?? true
    }

    private func failed(_ name: String) {
        papers[name]?.isOver = true
        papers[name]?.hasFailed = true
    }

    private func forgetOldest() {
        while papers.count > Self.kept,
            let oldest = papers.filter(\.value.isOver).min(by: { $0.value.order < $1.value.order })
        {
            papers[oldest.key] = nil
        }
    }
}
