import Foundation
import Membership
import Storage

/// That an officer was asked to look at an implication and to clear it. Whoever is asked later takes the place of whoever was
/// asked before, and both stay on record.
public struct ClearanceRequest: Hashable, Sendable {
    public let id: ID<ClearanceRequest>
    public let report: ID<Report>
    public let implication: Implication
    public let person: ID<Person>
    /// What they were called then.
    public let name: String
    /// The last day on which they are to answer.
    public let due: Day
    let askedBy: String
    /// Nil where it was no person of the partnership.
    let asker: ID<Person>?
    public let askedAt: Date
    /// Every answer of theirs, the first first.
    let answers: [ClearanceAnswer]
}

/// What the asked officer said of the text as it was.
public struct ClearanceAnswer: Hashable, Sendable {
    public enum Kind: String, Sendable, SQLConvertible {
        case signed
        case toChange = "to change"
    }

    let kind: Kind
    /// What must change, or a remark.
    let words: String
    /// Of the implication’s text as it was.
    let text: FileHash
    /// Of the sections, options and recommendations as they were.
    let substance: FileHash
    /// The version of the report that they had before them.
    let version: Int
    public let by: String
    public let at: Date
}

/// How the clearance of an implication stands. Silence is never clearance.
public enum ClearanceState: Hashable, Sendable {
    case notAsked
    case waiting
    /// The day has passed, and there is no answer.
    case overdue
    case mustChange(String)
    /// Signed for a text or a report that has changed since: to be confirmed again.
    case earlierVersion(Change)
    case cleared

    public enum Change: Hashable, Sendable {
        case text, report
    }

    /// - Parameters:
    ///   - request: whoever was asked last; nil where nobody was.
    ///   - text: a hash of the implication as it is now.
    ///   - substance: a hash of sections, options and recommendations as they are now.
    public init(_ request: ClearanceRequest?, text: FileHash, substance: FileHash, on today: Day) {
        guard let request else {
            self = .notAsked
            return
        }
        guard let answer = request.answers.last else {
            self = request.due < today ? .overdue : .waiting
            return
        }
        switch answer.kind {
        case .toChange: self = .mustChange(answer.words)
        case .signed:
            self =
                answer.text != text
                ? .earlierVersion(.text)
                : answer.substance != substance ? .earlierVersion(.report) : .cleared
        }
    }

    public var isCleared: Bool { self == .cleared }

    /// Whether the asked officer is to do something.
    var waitsForOfficer: Bool {
        switch self {
        case .waiting, .overdue, .earlierVersion: true
        case .notAsked, .mustChange, .cleared: false
        }
    }
}

/// All the clearances of a report, as they stand on a day.
struct Clearances: Sendable {
    struct Line: Sendable {
        let implication: Implication
        let request: ClearanceRequest?
        /// Those asked before, the last first.
        let earlier: [ClearanceRequest]
        let state: ClearanceState
    }

    let lines: [Line]

    /// - Parameter requests: all that were ever made, the first first.
    ///
    /// - Throws: `EncodingError`
    init(_ content: ReportContent, _ requests: [ClearanceRequest], on today: Day) throws {
        let substance = try content.substance()
        lines = try Implication.allCases.map { implication in
            let own = requests.filter { $0.implication == implication }
            return try Line(
                implication: implication, request: own.last, earlier: own.dropLast().reversed(),
                state: ClearanceState(own.last, text: content.text(of: implication), substance: substance, on: today))
        }
    }

    subscript(implication: Implication) -> Line? { lines.first { $0.implication == implication } }

    /// What stands under each cleared implication on the paper.
    var notes: [Implication: String] {
        Dictionary(
            uniqueKeysWithValues: lines.compactMap { line in
                guard line.state.isCleared, let answer = line.request?.answers.last else { return nil }
                return (line.implication, "Cleared by \(answer.by), \(Day(answer.at).words)")
            })
    }
}
