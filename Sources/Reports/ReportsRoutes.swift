import Hummingbird
import Membership
import Storage
import Web

/// `/reports`: reports to committees, from the first word to the final version.
public struct ReportsRoutes: Sendable {
    private let desk: ReportsDesk

    public init(_ desk: ReportsDesk) {
        self.desk = desk
    }

    public func add(to routes: inout Routes) {
        ReportListRoutes(desk: desk).add(to: &routes)
        ReportRoutes(desk: desk).add(to: &routes)
        PartRoutes(desk: desk).add(to: &routes)
        ItemRoutes(desk: desk).add(to: &routes)
        AnnexRoutes(desk: desk).add(to: &routes)
        ClearanceRoutes(desk: desk).add(to: &routes)
        FinishingRoutes(desk: desk).add(to: &routes)
        ReportCommentRoutes(desk: desk).add(to: &routes)
    }
}

extension ReportsDesk {
    /// The report in the address, for whoever may open it. What is not theirs is not there.
    func opened(_ context: MemberContext) async throws -> OpenReport {
        guard let id = context.parameters.get("report").flatMap({ ID<Report>($0) }),
            let found = try await reports.open(id, by: context.member, on: today())
        else { throw HTTPError(.notFound) }
        return found
    }

    /// The same, for whoever may see it while it is written.
    func draft(_ context: MemberContext) async throws -> OpenReport {
        let found = try await opened(context)
        guard found.reach.readsDraft else { throw HTTPError(.notFound) }
        return found
    }

    /// The final version in the address, of a report that whoever asks may open.
    func final(_ context: MemberContext) async throws -> (opened: OpenReport, final: FinalReport) {
        let opened = try await opened(context)
        guard let number = context.parameters.get("final").flatMap({ Int($0) }),
            let final = try await finishing.final(number, of: opened.report.id),
            // Whether the public may read it can have changed from version to version: others are shown the newest alone.
            opened.reach.readsDraft || number == opened.report.finalNumber
        else { throw HTTPError(.notFound) }
        return (opened, final)
    }

    /// What in a list the address is about.
    func item(_ context: MemberContext) throws -> ID<ReportItem> {
        guard let id = context.parameters.get("item").flatMap({ ID<ReportItem>($0) }) else {
            throw HTTPError(.notFound)
        }
        return id
    }
}

/// Runs what a form asks of a report. What is refused is said on the page that the form stood on.
func reporting(
    _ again: (Refusals) async throws -> Page, _ deed: () async throws -> Address
) async throws -> Reply {
    do {
        return .redirect(to: try await deed())
    } catch let refusals as Refusals {
        return .page(try await again(refusals), status: .unprocessableContent)
    } catch let refusal as ReportRefusal {
        let status: HTTPResponse.Status = refusal == .notHere ? .notFound : .conflict
        return .page(try await again(Refusals(refusal.reason)), status: status)
    }
}
