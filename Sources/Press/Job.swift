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
        /// The pages of one that was looked into, to be made ready for papers.
        case pages([UInt8])
        case warmUp
    }

    let id: Int
    let work: Work
    var beginnings = 0

    /// Charts and warming up come before documents and what draws every page: a reader waits for them.
    var isQuick: Bool {
        switch work {
        case .document, .pages, .inspection: false
        case .chart, .bare, .officeInspection, .warmUp: true
        }
    }

    func limit(in configuration: Press.Configuration) -> Duration {
        isQuick ? configuration.chartLimit : configuration.documentLimit
    }

    /// Bytes that its answer may have.
    func answerLimit(in configuration: Press.Configuration) -> Int {
        switch work {
        case .document(let document) where !document.shown.isEmpty: configuration.sizeLimit + configuration.shownLimit
        case .pages: configuration.shownLimit
        case .document, .chart, .inspection, .bare, .officeInspection, .warmUp: configuration.sizeLimit
        }
    }

    /// The frame that asks the worker for it. The worker’s own alarm is set later than `limit`: it is there for when
    /// this process has died.
    func frame(limit: Duration) throws -> [UInt8] {
        let seconds = Int(limit.components.seconds) + 5
        switch work {
        case .document(let document):
            let files = document.files.sorted { $0.key < $1.key }
            let shown = document.shownOnce
            let places = Dictionary(uniqueKeysWithValues: shown.enumerated().map { ($0.element.name, $0.offset) })
            let header = Header(
                job: "document", seconds: seconds, names: ["main.typ"] + files.map(\.key), inputs: document.inputs,
                created: Int(document.created.timeIntervalSince1970), telling: document.telling,
                shown: document.shown.compactMapValues { places[$0.name] })
            return try Frame.encode(
                header, parts: [Array(document.main.utf8)] + files.map(\.value) + shown.map(\.packed))
        case .chart(let specification, _):
            return try Frame.encode(Header(job: "chart", seconds: seconds), parts: [Array(specification.utf8)])
        case .inspection(let pdf):
            return try Frame.encode(Header(job: "inspection", seconds: seconds), parts: [pdf])
        case .bare(let pdf):
            return try Frame.encode(Header(job: "bare", seconds: seconds), parts: [pdf])
        case .officeInspection(let file):
            return try Frame.encode(Header(job: "office", seconds: seconds), parts: [file])
        case .pages(let pdf):
            return try Frame.encode(Header(job: "pages", seconds: seconds), parts: [pdf])
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
        /// By what a paper calls them, which of the parts after those with names they are.
        var shown: [String: Int]?
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
