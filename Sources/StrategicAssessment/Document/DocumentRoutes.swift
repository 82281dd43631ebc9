import Charts
import DataFiles
import Hummingbird
import Membership
import Press
import Web

/// `/strategic-assessments/{year}/document`: everything together, as page, paper and tables.
struct DocumentRoutes: Sendable {
    let finder: AssessmentFinder
    let desk: DocumentDesk
    let printer: DocumentPrinter

    func add(to routes: inout Routes) {
        let path = "/strategic-assessments/{year}/document"
        routes.members(.get, path, may: .readStrategicAssessments) { _, context in
            .page(
                DocumentPage(
                    document: try await document(context), pressAdvice: await printer.advice
                ).page)
        }
        routes.members(.get, path + ".pdf", may: .readStrategicAssessments, as: .printing, use: print)
        routes.members(.get, path + ".pdf/progress", may: .readStrategicAssessments) { _, context in
            struct State: Encodable {
                let isFinished: Bool
                let detail: String
            }
            let isMade = try await printer.isMade(try await document(context), at: finder.now())
            return try .json(State(isFinished: isMade, detail: "Setting the pages"))
        }
        routes.members(.get, path + "/charts/{chart}", may: .readStrategicAssessments, as: .printing, use: draw)
        routes.members(.get, path + "/{table}", may: .readStrategicAssessments) { _, context in
            let document = try await document(context)
            let table: FactTable? =
                switch context.parameters.get("table") {
                case "figures.csv": document.figureFacts
                case "sources.csv": document.sourceFacts
                case "ranking.csv": document.rankingFacts
                case "comparison.csv": document.comparisonFacts
                default: nil
                }
            guard let table, let name = context.parameters.get("table") else { throw HTTPError(.notFound) }
            return .download(
                table.csv, type: "text/csv; charset=utf-8",
                named: "\(document.assessment.publicationSlug)-\(name)")
        }
    }

    /// A picture, or the table of what it shows.
    private func draw(_ request: Request, _ context: MemberContext) async throws -> Reply {
        let assessment = try await finder.assessment(context)
        return try await printer.drawing.reply(
            to: request, for: context.parameters.get("chart"), of: assessment, named: assessment.publicationSlug
        ) { name in try await desk.exhibits(of: assessment)[name] }
    }

    private func document(_ context: MemberContext) async throws -> YearDocument {
        try await desk.document(of: finder.assessment(context))
    }

    private func print(_ request: Request, _ context: MemberContext) async throws -> Reply {
        let document = try await document(context)
        let making = try await printer.making(document, at: finder.now())
        // A person waiting at a browser is shown that it is being made; a program simply waits.
        let isBrowser = request.headers[.accept]?.contains("text/html") ?? false
        guard !isBrowser || making.isOver else {
            return .page(DocumentPaperPages.making(document.assessment), status: .accepted)
        }
        do {
            return .shown(
                try await making.pdf(), type: "application/pdf", named: "\(document.assessment.publicationSlug).pdf")
        } catch let error as PressError {
            return .page(
                DocumentPaperPages.failed(document.assessment, "\(error)"), status: .serviceUnavailable)
        }
    }
}
