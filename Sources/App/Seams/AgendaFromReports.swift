import Foundation
import Meetings
import Membership
import Publishing
import Reports
import Storage

/// What agendas are given of the reports that are finished.
struct AgendaFromReports: ReportDesk {
    let desk: ReportsDesk

    func finished(for body: ID<Body>) async throws -> [FinishedReport] {
        try await desk.finishing.finals(for: body).map { try Self.finished($0, to: "") }
    }

    func report(_ address: String, version: Int, to addressee: String) async throws -> FinishedReport? {
        guard let id = ID<Report>(inAddress: address) else { return nil }
        return try await desk.finishing.final(version, of: id).map { try Self.finished($0, to: addressee) }
    }

    private static func finished(_ report: FinalReport, to addressee: String) throws -> FinishedReport {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        return FinishedReport(
            address: "/reports/\(report.report)", version: report.number, title: report.title,
            asks: report.isForDecision ? "For decision." : "For information.",
            withholding: Withholding(report.classification), template: try ReportPaper.library().bytes,
            words: [UInt8](try encoder.encode(report.paper(to: addressee))),
            annexes: report.annexesWithFiles.map(FinishedReport.Annex.init),
            page: { addresses in report.page(to: addressee) { addresses["\($0)"] } })
    }
}

extension FinishedReport.Annex {
    fileprivate init(_ annex: ReportAnnex) {
        let file = annex.file
        self.init(
            key: "\(annex.id)", number: annex.number, title: annex.title,
            file: PaperFile(hash: file.hash, name: file.name, pages: file.pages, description: annex.shows),
            sheets: annex.sheets)
    }
}

extension ID where Subject == Report {
    /// - Parameter address: where the report is: "/reports/…".
    init?(inAddress address: String) {
        guard let last = address.split(separator: "/").last else { return nil }
        self.init(String(last))
    }
}

extension Withholding {
    fileprivate init(_ classification: Classification) {
        self =
            switch classification {
            case .unrestricted: .open
            case .exempt(let paragraphs, let reason):
                .exempt(paragraphs: paragraphs.map(\.number), reasoning: reason, until: nil)
            case .confidential(let reason): .confidential(reason: reason)
            }
    }
}
