import Charts
import Press

/// Where the pictures of exhibits are drawn, for page, paper and publication alike.
struct ExhibitDrawing: Sendable {
    let press: Press
    let accent: Colour

    init(by press: Press, accent: String?) {
        (self.press, self.accent) = (press, accent.flatMap(Colour.init) ?? .house)
    }

    /// - Throws: `PressError`
    func svg(_ chart: any Chart, _ width: ChartWidth) async throws -> [UInt8] {
        Array(try await press.svg(chart.spec(width: width, accent: accent)).utf8)
    }

    /// What a paper reads, by the names it knows them by.
    ///
    /// - Throws: `PressError`
    func files(of exhibits: DocumentExhibits) async throws -> [String: [UInt8]] {
        var files: [String: [UInt8]] = [:]
        for exhibit in exhibits.all {
            guard let chart = exhibit.chart else { continue }
            files[exhibit.paperFile] = try await svg(chart, exhibit.size == .half ? .narrow : .wide)
        }
        return files
    }
}

extension Exhibit {
    var paperFile: String { "charts/\(name).svg" }

    /// As it is called among the files of a published version.
    func publishedFile(_ width: ChartWidth) -> String {
        width == .wide ? "chart-\(name).svg" : "chart-\(name)-\(width.rawValue).svg"
    }

    var publishedTable: String { "table-\(name).csv" }
}
