import DataFiles
import Foundation
import Hummingbird
import Membership
import Storage
import Web

/// `/data/sets`: the data sets of the register, and what is said of each.
struct DataSetRoutes: Sendable {
    let sets: DataSetStore
    let standings: DataSetStandingStore
    let releases: ReleaseStore
    let mappings: MappingStore
    let agencies: AgencyStore

    func add(to routes: inout Routes) {
        let now = routes.site.now
        routes.members(.get, "/data/sets.csv", may: .readAssessments) { _, _ in
            try await table(on: Day(now()))
        }
        routes.members(.get, "/data/sets/new", may: .importData) { _, context in
            .page(page(try await form(.init()), to: nil, context.visit))
        }
        routes.members(.post, "/data/sets", may: .importData) { form, context in
            try await add(form, context, at: now())
        }
        routes.members(.get, "/data/sets/{set}", may: .readAssessments) { _, context in
            try await one(context, on: Day(now()))
        }
        routes.members(.get, "/data/sets/{set}/periods.csv", may: .readAssessments) { _, context in
            try await periods(context, on: Day(now()))
        }
        routes.members(.get, "/data/sets/{set}/change", may: .importData) { _, context in
            let set = try await own(context)
            let edition = try await sets.edition(of: set.address)
            return .page(page(try await form(.init(set)), to: set, seen: edition, context.visit))
        }
        routes.members(.post, "/data/sets/{set}/change", may: .importData) { form, context in
            try await change(form, context, at: now())
        }
    }

    private func form(_ typed: DataSetForm.Typed) async throws -> DataSetForm {
        DataSetForm(typed: typed, agencies: try await agencies.agencies())
    }

    private func page(_ form: DataSetForm, to set: DataSet?, seen edition: Int = 0, _ visit: Visit) -> Page {
        let title = set.map { "Change what is said of \($0.name)" } ?? "Add a data set"
        let address: Address = set.map { "/data/sets/\($0.address.text)/change" } ?? "/data/sets"
        let back: Address = set.map { "/data/sets/\($0.address.text)" } ?? "/data"
        let body: HTML = """
            \(form.fields)
            <p class="actions">\(Button(set == nil ? "Add the data set" : "Save").html) <a href="\(back)">Cancel</a></p>
            """
        return Page(
            title, crumbs: [Mention(at: "/home", titled: "Home"), Mention(at: "/data", titled: "Data")],
            hasErrors: form.refusals != nil,
            body: """
                \(ErrorSummary(form.refusals).html)
                <h1>\(title)</h1>
                \(PostForm(
                    to: address, visit, values: set == nil ? [] : [("edition", "\(edition)")], isGuarded: true,
                    isRefused: form.refusals != nil, body
                ).html)
                """)
    }

    private func add(_ sent: Form, _ context: MemberContext, at time: Date) async throws -> Reply {
        var form = try await form(.init(sent))
        do {
            let set = try form.read(upTo: .latestPossible(at: time))
            try await sets.add(set, by: context.member.actor, at: time)
            return .redirect(to: "/data/sets/\(set.address.text)")
        } catch let refusals as Refusals {
            form.refusals = refusals
        } catch let refusal as DataSetRefusal {
            form.refusals = Refusals("\(refusal)", field: "name")
        }
        return .page(page(form, to: nil, context.visit), status: .unprocessableContent)
    }

    private func change(_ sent: Form, _ context: MemberContext, at time: Date) async throws -> Reply {
        let set = try await own(context)
        var form = try await form(.init(sent))
        var edition = Int(sent["edition"]) ?? 0
        do {
            let said = try form.read(as: set.address, upTo: .latestPossible(at: time))
            try await sets.change(said, seen: edition, by: context.member.actor, at: time)
            return .redirect(to: "/data/sets/\(set.address.text)")
        } catch let refusals as Refusals {
            form.refusals = refusals
        } catch let refusal as DataSetRefusal {
            // What the other saved is a page away; who saves again has seen that it is there.
            edition = try await sets.edition(of: set.address)
            form.refusals = Refusals("\(refusal) Save again to keep what stands here.")
        }
        return .page(page(form, to: set, seen: edition, context.visit), status: .unprocessableContent)
    }

    private func one(_ context: MemberContext, on day: Day) async throws -> Reply {
        let standing = try await standing(context, on: day)
        let set = standing.set
        let releases = try await releases.releases().filter { $0.dataSet ?? $0.kind.dataSet == set.address }
        return .page(
            DataSetPage(
                standing: standing, measures: try await sets.measures(of: set.address), releases: releases,
                mapping: try await mappings.mapping(of: set.address), mayImport: context.member.may(.importData)
            ).page)
    }

    private func table(on day: Day) async throws -> Reply {
        var writer = DelimitedWriter(header: [
            "address", "name", "provider", "frequency", "first_month", "last_month", "last_received", "overdue_periods",
            "next_due",
        ])
        for standing in try await standings.standings(on: day) {
            writer.write([
                standing.set.address.text, standing.set.name, standing.set.provider.name,
                standing.set.frequency.rawValue,
                standing.months.min()?.description, standing.months.max()?.description,
                standing.received.map { Day($0).description }, "\(standing.overdue.count)",
                standing.next?.due.description,
            ])
        }
        return .download(writer.bytes, type: "text/csv; charset=utf-8", named: "data-sets.csv")
    }

    private func periods(_ context: MemberContext, on day: Day) async throws -> Reply {
        let standing = try await standing(context, on: day)
        var writer = DelimitedWriter(header: ["from", "to", "due", "first_received", "overdue", "late"])
        for delivery in standing.expected {
            writer.write([
                delivery.period.from.description, delivery.period.to.description, delivery.due.description,
                delivery.received?.description, delivery.isOverdue(on: day) ? "yes" : "no",
                delivery.wasLate ? "yes" : "no",
            ])
        }
        return .download(
            writer.bytes, type: "text/csv; charset=utf-8", named: "\(standing.set.address.text)-periods.csv")
    }

    private func standing(_ context: MemberContext, on day: Day) async throws -> DataSetStanding {
        guard let address = context.parameters.get("set").flatMap({ DataSetAddress($0) }),
            let standing = try await standings.standings(on: day).first(where: { $0.set.address == address })
        else { throw HTTPError(.notFound) }
        return standing
    }

    /// A set of the partnership's own: those built in are not changed.
    private func own(_ context: MemberContext) async throws -> DataSet {
        guard let address = context.parameters.get("set").flatMap({ DataSetAddress($0) }),
            let set = try await sets.dataSet(address), !set.isBuiltIn
        else { throw HTTPError(.notFound) }
        return set
    }
}
