import DataFiles
import DataRegister
import Hummingbird
import Membership
import Storage
import Web

/// `/severity-scores`: published lists of how severe offences are, by which harm is worked out.
struct SeverityRoutes: Sendable {
    let finder: AssessmentFinder
    let store: SeverityStore
    let tables: MappingDesk
    let files: KeptFiles

    func add(to routes: inout Routes) {
        let receiver = FileReceiver(keepingIn: files, limit: SeverityForm.largest)
        routes.members(.get, "/severity-scores", may: .readStrategicAssessments) { _, context in
            .page(
                SeverityPages.all(
                    try await store.lists(), mayWrite: context.member.may(.writeStrategicAssessments)))
        }
        routes.members(.get, "/severity-scores/new", may: .writeStrategicAssessments) { _, context in
            .page(SeverityForm(before: nil, answers: Answers()).page.page(for: context.visit))
        }
        routes.members(.post, "/severity-scores", may: .writeStrategicAssessments, files: receiver) { form, context in
            try await take(form, superseding: nil, context)
        }
        routes.members(.get, "/severity-scores/{list}", may: .readStrategicAssessments, use: read)
        routes.members(.get, "/severity-scores/{list}/new", may: .writeStrategicAssessments) { _, context in
            let list = try await list(context)
            return .page(SeverityForm(before: list, answers: SeverityForm.known(list)).page.page(for: context.visit))
        }
        routes.members(.post, "/severity-scores/{list}", may: .writeStrategicAssessments, files: receiver) {
            form, context in
            try await take(form, superseding: try await list(context), context)
        }
    }

    private func list(_ context: MemberContext) async throws -> SeverityList {
        guard let address = context.parameters.get("list"), let found = try await store.newest(address) else {
            throw HTTPError(.notFound)
        }
        return found
    }

    private func read(_ request: Request, _ context: MemberContext) async throws -> Reply {
        let newest = try await list(context)
        let versions = try await store.versions().filter { $0.address == newest.address }
        let asked = request.asked("version").flatMap { Int($0) } ?? newest.version
        guard let shown = versions.first(where: { $0.version == asked }) else { throw HTTPError(.notFound) }
        let known = try await CountedCategory.all(in: finder.sets)
        return .page(
            SeverityPages.one(
                shown, among: versions, SeverityMatch(shown.rows, among: known),
                mayWrite: context.member.may(.writeStrategicAssessments)))
    }

    private func take(_ form: Form, superseding before: SeverityList?, _ context: MemberContext) async throws -> Reply {
        let page = SeverityForm(before: before, answers: Answers(form))
        return try await answering(context.visit, again: { page.page(refusing: $0) }) {
            guard let file = try form.files.first else { throw Refusals("Choose a file", field: "file") }
            // Whatever comes of it, nothing of the file is kept.
            let table = try await tables.passing(file.kept, named: file.name)
            let details = try page.read(on: finder.today())
            let rows: [SeverityList.Row]
            do {
                rows = try SeverityFile(table.get()).rows
            } catch let problems as SeverityFile.Problems {
                throw problems.refusals
            } catch let error as DataFileError {
                throw Refusals("\(error)", field: "file")
            }
            let address = try await store.enter(
                details, rows, from: file.name, superseding: before?.address,
                after: Int(form.answer(FormMerge.was("version")) ?? "") ?? 0, by: context.member.actor, at: finder.now()
            )
            return "/severity-scores/\(address)"
        }
    }
}

extension SeverityFile.Problems {
    fileprivate var refusals: Refusals {
        var refusals = Refusals()
        for sentence in sentences { refusals.add(sentence, field: "file") }
        return refusals
    }
}

extension CountedCategory {
    /// Everything that is counted here.
    ///
    /// - Throws: `DatabaseFault`
    static func all(in store: DataSetStore) async throws -> [CountedCategory] {
        var all: [CountedCategory] = []
        for set in try await store.dataSets() where set.address != .policeOutcomes {
            all += try await store.measures(of: set.address).filter(\.isCount).map { measure in
                CountedCategory(
                    address: "\(measure.address)", name: measure.name, set: set.name,
                    isPoliceType: set.address == .streetCrime || set.address == .districtYears,
                    unit: measure.unit)
            }
        }
        return all
    }
}
