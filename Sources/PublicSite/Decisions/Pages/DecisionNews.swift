import Foundation
import Publishing
import Storage
import Web
import Wording

extension [AtomFeed.Entry] {
    /// Each version of each decision, and what became of it.
    static func ofDecisions(_ decisions: [RegisteredDecision]) -> [AtomFeed.Entry] {
        decisions.flatMap { decision in
            versions(of: decision.publication, at: decision.address, called: "Decision")
                + events(decision.events, of: decision.publication, at: decision.address)
        }
    }

    static func ofPlans(_ plans: [PlannedDecision]) -> [AtomFeed.Entry] {
        plans.flatMap { plan in
            versions(of: plan.publication, at: plan.address, called: "Notice")
                + events(plan.events, of: plan.publication, at: plan.address)
        }
    }

    private static func versions(
        of publication: Publication, at address: Address, called what: String
    ) -> [AtomFeed.Entry] {
        publication.versions.filter { $0.withdrawal == nil }.map { version in
            let again = version.number > 1 ? ", version \(version.number)" : ""
            return AtomFeed.Entry(
                id: NamedUUID("version", publication.id.description, "\(version.number)"),
                title: "\(what)\(again): \(version.title)", at: version.publishedAt, address: address,
                summary: ([version.summary] + version.changes).map(\.withFullStop).joined(separator: " "))
        }
    }

    private static func events(
        _ events: [RegisterEvent], of publication: Publication, at address: Address
    ) -> [AtomFeed.Entry] {
        events.enumerated().map { position, event in
            AtomFeed.Entry(
                id: NamedUUID("event", publication.id.description, "\(position + 1)"),
                title: "\(event.kind.title): \(publication.title)", at: event.at, address: address,
                summary: event.kind == .decided ? "The decision was made." : event.words.withFullStop)
        }
    }
}
