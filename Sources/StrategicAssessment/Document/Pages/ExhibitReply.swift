import Charts
import DataFiles
import Hummingbird
import Web

extension ExhibitDrawing {
    /// A picture, or the table of what it shows, by the file's name: "all-crime.svg", "all-crime.csv".
    ///
    /// - Parameters:
    ///   - prefix: before the name of a table that is kept.
    ///   - find: the exhibit of a name.
    /// - Throws: `HTTPError`, not found, where there is none; what finding it throws.
    func reply(
        to request: Request, for file: String?, of assessment: AnnualAssessment, named prefix: String,
        find: (String) async throws -> Exhibit?
    ) async throws -> Reply {
        let parts = (file ?? "").split(separator: ".").map(String.init)
        guard parts.count == 2, let exhibit = try await find(parts[0]) else { throw HTTPError(.notFound) }
        if parts[1] == "csv" {
            return .download(
                exhibit.facts.csv, type: "text/csv; charset=utf-8", named: "\(prefix)-\(exhibit.name).csv")
        }
        guard parts[1] == "svg", let chart = exhibit.chart else { throw HTTPError(.notFound) }
        let width = request.asked("width").flatMap { ChartWidth(rawValue: $0) } ?? .wide
        do {
            return .shown(try await svg(chart, width), type: "image/svg+xml")
        } catch {
            return .page(DocumentPaperPages.undrawn(assessment, "\(error)"), status: .serviceUnavailable)
        }
    }
}
