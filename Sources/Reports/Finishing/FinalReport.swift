import Foundation
import Membership
import Storage

/// A report as it was finished: numbered, hashed, and never changed. One that comes after it replaces it.
public struct FinalReport: Sendable, Hashable {
    public let report: ID<Report>
    /// From 1.
    public let number: Int
    public let finishedAt: Date
    public let finishedBy: String
    /// The SHA-256 of its content.
    public let hash: FileHash
    /// What became different since the one before, in a line each; nothing of the first.
    public let changes: [String]
    /// The version of the draft that it was made of.
    let version: Int
    let frozen: FrozenReport

    public var title: String { frozen.content.title }

    /// A final version always says so: without it none is finished.
    public var classification: Classification { frozen.content.classification ?? .confidential(because: "") }

    /// The one that this one replaces; nil of the first.
    public var replaces: Int? { number > 1 ? number - 1 : nil }

    /// What bodies are asked to agree, in the order of the paper.
    public var recommendations: [Recommendation] { frozen.told.recommendations }

    /// What bodies are asked to agree, together, in Markdown; empty where nothing is asked.
    public var asks: String { recommendations.map(\.text).joined(separator: "\n\n") }

    /// What a body was called when it was finished.
    public func name(of body: ID<Body>) -> String? { frozen.bodies[body.description] }

    /// The bodies that it goes to, in their order.
    public var path: [ID<Body>] { frozen.content.path }

    /// Whether a body is asked to decide something.
    public var isForDecision: Bool { frozen.content.isForDecision ?? false }
}

/// What is kept of a report when it is finished: all that it says, with the names as they were on that day.
struct FrozenReport: Codable, Sendable, Hashable {
    let content: ReportContent
    /// What the bodies were called, by their identifiers.
    let bodies: [String: String]
    /// "Cleared by …", by the implication.
    let notes: [String: String]
    /// The figures that it names as they were told on that day; nil where it names none.
    let figures: [ReportFigure]?

    init(
        _ content: ReportContent, bodies: [String: String], notes: [Implication: String], figures: FiguresOfReport
    ) {
        self.figures = figures.told.isEmpty ? nil : figures.told
        self.content = content
        let named = Set((content.path + content.recommendations.compactMap(\.body)).map(\.description))
        self.bodies = bodies.filter { named.contains($0.key) }
        self.notes = Dictionary(uniqueKeysWithValues: notes.map { ($0.key.rawValue, $0.value) })
    }

    /// Its content with its figures in words.
    var told: ReportContent { content.telling(FiguresOfReport(figures ?? [])) }

    var document: ReportDocument {
        ReportDocument(
            content, bodies: bodies,
            notes: Dictionary(
                uniqueKeysWithValues: notes.compactMap { name, words in Implication(rawValue: name).map { ($0, words) }
                }),
            figures: FiguresOfReport(figures ?? []))
    }
}

/// What differs between two states of a report, place by place.
struct ReportChanges: Sendable {
    struct Change: Sendable, Hashable {
        let place: ReportPlace
        /// What the place is called.
        let name: String
        /// Nil where nothing stood there.
        let before: PartAnswers?
        /// Nil where nothing stands there any more.
        let after: PartAnswers?
    }

    let all: [Change]

    init(from before: ReportContent, to after: ReportContent) {
        var places = after.places
        places += before.places.filter { !places.contains($0) }
        var found = places.compactMap { place -> Change? in
            let (was, now) = (before[place], after[place])
            guard was ?? PartAnswers() != now ?? PartAnswers() else { return nil }
            return Change(place: place, name: (now == nil ? before : after).name(of: place), before: was, after: now)
        }
        for list in ReportList.allCases {
            let kept = Set(after[list].map(\.id)).intersection(before[list].map(\.id))
            guard before[list].map(\.id).filter(kept.contains) != after[list].map(\.id).filter(kept.contains) else {
                continue
            }
            found.append(
                Change(
                    place: .order(list), name: "Order of: \(list.title.lowercased())", before: before[.order(list)],
                    after: after[.order(list)]))
        }
        all = found
    }

    /// In a line each: "Section ‘Delivery’: changed".
    var lines: [String] {
        all.map { change in
            switch (change.before, change.after) {
            case (nil, _): "\(change.name): added"
            case (_, nil): "\(change.name): removed"
            case (let before?, let after?): "\(change.name): \(Self.words(of: change.place, before, after))"
            }
        }
    }

    /// "changed", "file changed", "changed, file removed"
    private static func words(of place: ReportPlace, _ before: PartAnswers, _ after: PartAnswers) -> String {
        guard before.file != after.file else { return "changed" }
        let file = before.file == nil ? "file added" : after.file == nil ? "file removed" : "file changed"
        let others = place.questions.filter { $0.kind != .file && before[$0.name] != after[$0.name] }
        return others.isEmpty ? file : "changed, \(file)"
    }
}
