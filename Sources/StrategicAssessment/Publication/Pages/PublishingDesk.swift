import Charts
import DataFiles
import DataRegister
import Foundation
import Press
import Publishing
import Storage
import Web
import Wording

/// What is about to be laid before everybody, with all that speaks against it.
struct PublicationPlan: Sendable {
    let document: YearDocument
    let comments: [ReviewComment]
    let duties: [DutyStanding]
    /// What was published of this year so far.
    let publication: Publication?
    /// What is different from the version before, or from last year's where this is the first.
    let changes: [String]
    /// What can be worked out from it, and from what was published before, though it is too small to be told.
    let smallNumbers: [String]
    /// What became of that on which the order was agreed; nil where none was.
    let sinceOrder: SinceOrder?
    /// Why there will be no PDF; nil where there will be one.
    let pressAdvice: String?

    /// The newest version of this year, 0 where there is none.
    var before: Int { publication?.versions.first?.number ?? 0 }
    var number: Int { before + 1 }
    var open: [ReviewComment] { comments.filter(\.isOpen) }
    var unmet: [DutyStanding] { duties.filter { !$0.isMet } }
    /// The page, as everybody will read it.
    var body: DocumentBody {
        DocumentBody(
            document: document, reader: .everybody(slug: document.assessment.publicationSlug, version: number),
            canDraw: pressAdvice == nil)
    }

    /// A figure that cannot be told stops it, for nobody can check a gap in a sentence; and so does a small number that could
    /// be worked out, for what everybody has read cannot be taken back.
    var isPossible: Bool { document.figures.refused.isEmpty && !document.texts.isEmpty && smallNumbers.isEmpty }
}

/// Where a document becomes a published version.
struct PublishingDesk: Sendable {
    let documents: DocumentDesk
    let printer: DocumentPrinter
    let store: PublicationStore
    let smallNumbers: any SmallNumberCheck
    let revising: RevisedDesk

    private var finder: AssessmentFinder { documents.finder }

    func plan(_ assessment: AnnualAssessment) async throws -> PublicationPlan {
        let document = try await documents.document(of: assessment)
        let publication = try await store.publication(assessment.publicationSlug)
        let texts = try await finder.texts.texts(of: assessment.id)
        return PublicationPlan(
            document: document, comments: try await finder.review.comments(on: assessment.id),
            duties: DutyStanding.all(texts, themes: document.themes), publication: publication,
            changes: try await changes(in: document, after: publication),
            smallNumbers: try await smallNumbers.workedOut(
                from: document.told, after: PublishedFigures(store).addresses()),
            sinceOrder: try await revising.since(orderOf: assessment),
            pressAdvice: await printer.advice)
    }

    /// Against the version before, or what was published of last year where this is the first.
    private func changes(in document: YearDocument, after publication: Publication?) async throws -> [String] {
        guard publication != nil else { return document.sinceLastYear ?? [] }
        // What was withdrawn is not told again.
        guard let record = try await documents.record(in: publication?.current) else { return [] }
        return DocumentRecord(document).changes(since: record)
    }

    /// - Parameter before: the newest version that whoever publishes knew of.
    /// - Throws: ``StrategicRefusal``, `PublishingRefusal`, `PressError`, `DatabaseFault`
    func publish(
        _ plan: PublicationPlan, after before: Int, by actor: Entry.Actor, at time: Date
    ) async throws -> PublishedVersion {
        let document = plan.document
        guard plan.smallNumbers.isEmpty else { throw StrategicRefusal.tellsSmallNumbers(plan.smallNumbers) }
        guard plan.isPossible else {
            throw StrategicRefusal.notToBePublished(
                figures: document.figures.refused.map { "\($0.address) (\($0.reason))" })
        }
        var files: [VersionDraft.File] = []
        if plan.pressAdvice == nil {
            let pdf = try await printer.making(document, as: plan.number, at: time).pdf()
            files.append(.init("strategic-assessment.pdf", title: "The whole document", type: .pdf, bytes: pdf))
            files += try await pictures(document.exhibits)
        }
        files += document.exhibits.all.map {
            .init($0.publishedTable, title: nil, type: .csv, bytes: $0.facts.csv)
        }
        if let ranking = document.rankingFacts {
            files.append(.init("ranking.csv", title: "Themes with their scores", type: .csv, bytes: ranking.csv))
        }
        if let comparison = document.comparisonFacts {
            files.append(
                .init("comparison.csv", title: "Beside other districts", type: .csv, bytes: comparison.csv))
        }
        files.append(.init("figures.csv", title: "Every figure", type: .csv, bytes: document.figureFacts.csv))
        files.append(.init("sources.csv", title: "Every source", type: .csv, bytes: document.sourceFacts.csv))
        files.append(
            .init(
                DocumentRecord.file, title: "Everything, for a program", type: .json,
                bytes: try DocumentRecord(document).bytes()))
        let slug = document.assessment.publicationSlug
        let draft = VersionDraft(
            .strategicAssessment, slug: slug,
            page: FrozenPage(document.assessment.title, summary: document.summary, body: plan.body.html), files: files,
            changes: plan.before == 0 ? [] : plan.changes)
        return try await store.publish(
            draft, after: before, noting: Self.notes(on: plan), by: actor, at: time)
    }

    private func pictures(_ exhibits: DocumentExhibits) async throws -> [VersionDraft.File] {
        var files: [VersionDraft.File] = []
        for exhibit in exhibits.all {
            guard let chart = exhibit.chart else { continue }
            for width in ChartWidth.allCases {
                files.append(
                    .init(
                        exhibit.publishedFile(width), title: nil, type: .svg,
                        bytes: try await printer.drawing.svg(chart, width)
                    ))
            }
        }
        return files
    }

    /// What was known to be wanting when it was published.
    private static func notes(on plan: PublicationPlan) -> [Entry.Change] {
        var notes: [Entry.Change] = []
        if !plan.unmet.isEmpty {
            notes.append(.init("duties not met", from: Int?.none, to: plan.unmet.count))
        }
        if !plan.open.isEmpty {
            notes.append(.init("open comments", from: Int?.none, to: plan.open.count))
        }
        return notes
    }
}
