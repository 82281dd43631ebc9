import Foundation
import Hummingbird
import Membership
import Press
import Storage
import Web

/// `/reports/{report}/annexes`: annexes with their files. Everything else of them is done where the other lists are.
struct AnnexRoutes: Sendable {
    let desk: ReportsDesk

    func add(to routes: inout Routes) {
        let path = "/reports/{report}/annexes"
        let receiver = FileReceiver(keepingIn: desk.files, limit: GivenPaper.largest)
        routes.members(.post, path, may: .writeReports, files: receiver) { form, context in
            try await ItemRoutes(desk: desk).add(form, to: .annexes, context)
        }
        routes.members(.post, path + "/{item}", may: .writeReports, files: receiver) { form, context in
            let opened = try await desk.draft(context)
            return try await PartForm(desk, opened, .item(.annexes, desk.item(context))).take(form, context)
        }
        routes.members(.get, path + "/{item}/file", may: .readReports) { request, context in
            let report = try await desk.draft(context).report.id
            guard let version = request.asked("version").flatMap({ Int($0) }) else {
                return try shown(await desk.reports.content(of: report)[place(context)])
            }
            let versions = try await desk.contents.versions(of: report, at: place(context))
            return try shown(versions.first { $0.number <= version }?.answers)
        }
        routes.members(.get, "/reports/{report}/finals/{final}/annexes/{item}/file", may: .readReports) { _, context in
            try shown(await desk.final(context).final.frozen.content[place(context)])
        }
    }

    private func place(_ context: MemberContext) throws -> ReportPlace { .item(.annexes, try desk.item(context)) }

    /// As it came, for nobody but whoever asked.
    private func shown(_ answers: PartAnswers?) throws -> Reply {
        guard let file = answers?.file else { throw HTTPError(.notFound) }
        guard let url = desk.files.url(for: file.hash) else { throw KeptFileFault.missing(file.hash) }
        return .keptFile(at: url.path, named: file.name).neverKept()
    }
}
