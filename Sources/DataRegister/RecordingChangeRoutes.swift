import DataFiles
import Foundation
import Hummingbird
import Membership
import Storage
import Web

/// `/data/changes`: what changed in how things are recorded, for everybody and here.
struct RecordingChangeRoutes: Sendable {
    let changes: RecordingChangeStore
    let sets: DataSetStore
    let places: PlaceAddressStore

    func add(to routes: inout Routes) {
        let now = routes.site.now
        routes.members(.get, "/data/changes", may: .readAssessments) { _, context in
            .page(
                RecordingChangesPage(
                    entered: try await changes.entered(), measures: try await measureNames(),
                    mayEnter: context.member.may(.importData)
                ).page)
        }
        routes.members(.get, "/data/changes/new", may: .importData) { _, context in
            .page(try await choices().page(Answers()).page(for: context.visit))
        }
        routes.members(.post, "/data/changes", may: .importData) { form, context in
            let choices = try await choices()
            return try await answering(context.visit, again: { choices.page(Answers(form), refusals: $0) }) {
                let change = try choices.read(form, upTo: .latestPossible(at: now()))
                try await changes.add(change, by: context.member.actor, at: now())
                return "/data/changes"
            }
        }
        routes.members(.get, "/data/changes/{change}/withdraw", may: .importData) { _, context in
            let entered = try await standing(context)
            return .page(RecordingChangesPage.withdraw(entered, Answers()).page(for: context.visit))
        }
        routes.members(.post, "/data/changes/{change}/withdraw", may: .importData) { form, context in
            let entered = try await standing(context)
            return try await answering(
                context.visit, again: { RecordingChangesPage.withdraw(entered, Answers(form), refusals: $0) }
            ) {
                var check = Check(form)
                let why = check.text("why", ask: "Say why, for whoever asks later")
                try check.refusals.check()
                _ = try await changes.withdraw(entered.id, because: why, by: context.member.actor, at: now())
                return "/data/changes"
            }
        }
    }

    /// A change that counts; one that was withdrawn is done with.
    private func standing(_ context: MemberContext) async throws -> RecordingChangeStore.Entered {
        let id = context.parameters.get("change").flatMap(ID<RecordingChange>.init)
        guard let found = try await changes.entered().first(where: { $0.id == id && $0.withdrawal == nil }) else {
            throw HTTPError(.notFound)
        }
        return found
    }

    private func measureNames() async throws -> [MeasureAddress: String] {
        var names: [MeasureAddress: String] = [:]
        for set in try await sets.dataSets() {
            for measure in try await sets.measures(of: set.address) {
                names[measure.address] = "\(measure.name) – \(set.name)"
            }
        }
        return names
    }

    private func choices() async throws -> RecordingChangeForm {
        var all: [(set: DataSet, measures: [Measure])] = []
        for set in try await sets.dataSets() {
            let measures = try await sets.measures(of: set.address).filter(\.isCount)
            if !measures.isEmpty { all.append((set, measures)) }
        }
        let places = try await places.places().filter { [.force, .district].contains($0.level) }
        return RecordingChangeForm(
            sets: all, places: places.sorted { ($0.level.rawValue, $0.name) > ($1.level.rawValue, $1.name) })
    }
}
