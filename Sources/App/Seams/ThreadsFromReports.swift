import Foundation
import Membership
import Publishing
import Recommendations
import Reports
import Storage

/// Recommendations are followed from when their report is final.
struct ThreadsFromReports: FinishedNews {
    let keeping: ThreadKeeping

    func finished(_ report: FinalReport, by actor: Entry.Actor, at time: Date, in db: Writing) throws {
        let paper = FinishedPaper(
            address: "/reports/\(report.report)", version: report.number, title: report.title,
            on: Day(report.finishedAt),
            path: report.path.map { ThreadBody(key: $0.description, name: report.name(of: $0) ?? "") },
            withheld: ThreadStart.Withheld(report.classification),
            recommendations: report.recommendations.map { one in
                let body = one.body.map { ThreadBody(key: $0.description, name: report.name(of: $0) ?? "") }
                return (one.id.description, one.text, body)
            })
        try keeping.follow(paper, by: actor, at: time, in: db)
    }
}

extension ThreadStart.Withheld {
    fileprivate init?(_ classification: Classification) {
        switch classification {
        case .unrestricted: return nil
        case .exempt(let paragraphs, let reason):
            self.init(isConfidential: false, paragraphs: paragraphs.map(\.number), reasoning: reason)
        case .confidential(let reason): self.init(isConfidential: true, paragraphs: [], reasoning: reason)
        }
    }
}
