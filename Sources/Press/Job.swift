// SPDX-License-Identifier: AGPL-3.0-or-later
import Foundation

/// Something for the worker to do, and how often it was begun.
struct Job: Sendable {
    enum Work: Sendable {
        case document(TypstDocument)
        case chart(String, ChartCache.Key)
        /// A PDF that somebody gave.
        case inspection([UInt8])
        /// The same, to be rid of what its properties tell of who wrote it.
        case bare([UInt8])
        /// An Office file that somebody gave.
        case officeInspection([UInt8])
        /// Its first pages, as drawings.
        case pictures([UInt8], pages: Int)
        case warmUp
    }

    let id: Int
    let work: Work
    var beginnings = 0

    /// Charts and warming up come before documents: a reader waits for them.
    var isQuick: Bool {
        switch work {
        case .document, .pictures: false
        case .chart, .inspection, .bare, .officeInspection, .warmUp: true
        }
    }

    func limit(in configuration: Press.Configuration) -> Duration {
        isQuick ? configuration.chartLimit : configuration.documentLimit
    }

    /// The frame that asks the worker for it. The worker’s own alarm is set later than `limit`: it is there for when
    /// this process has died.
    func frame(limit: Duration) throws -> [UInt8] {
        let seconds = Int(limit.components.seconds) + 5
        switch work {
        case .document(let document):
            let files = document.files.sorted { $0.key < $1.key }
            let header = Header(
                job: "document", seconds: seconds, names: ["main.typ"] + files.map(\.key), inputs: document.inputs,
                created: Int(document.created.timeIntervalSince1970), telling: document.telling)
            return try Frame.encode(header, parts: [Array(document.main.utf8)] + files.map(\.value))
        case .chart(let specification, _):
            return try Frame.encode(Header(job: "chart", seconds: seconds), parts: [Array(specification.utf8)])
        case .inspection(let pdf):
            return try Frame.encode(Header(job: "inspection", seconds: seconds), parts: [pdf])
        case .bare(let pdf):
            return try Frame.encode(Header(job: "bare", seconds: seconds), parts: [pdf])
        case .officeInspection(let file):
            return try Frame.encode(Header(job: "office", seconds: seconds), parts: [file])
        case .pictures(let pdf, let pages):
            return try Frame.encode(Header(job: "pictures", seconds: seconds, pages: pages), parts: [pdf])
        case .warmUp:
            return try Frame.encode(Header(job: "warm", seconds: seconds), parts: [])
        }
    }

    private struct Header: FrameHeader {
        var job: String
        var seconds: Int
        var names: [String]?
        var inputs: [String: String]?
        var created: Int?
        var telling: String?
        var pages: Int?
        var lengths: [Int] = []
    }
}

/// What the worker says first.
struct Greeting: FrameHeader {
    var versions: [String: String]
    var lengths: [Int]
}

/// What the worker answers to a job; the thing made is the frame’s one part.
struct Answer: FrameHeader {
    var done: Bool
    var reason: String?
    var memory: Bool?
    var warnings: [String]?
    var retiring: Bool
    var lengths: [Int]
}
