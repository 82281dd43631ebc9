import Membership
import Web

/// The way from an agenda to where it is laid before everybody, or before its members.
struct WayToPublishing {
    let found: MeetingDesks.Found
    let agenda: Agenda

    /// Nil where nothing is on it yet.
    func button(_ weight: Button.Weight) -> HTML? {
        agenda.standing.isEmpty ? nil : Button(words, to: "\(found.address)/publication", weight: weight).html
    }

    /// "Publish the agenda", "Give its members a supplementary agenda"
    private var words: String {
        let what = agenda.editions.isEmpty ? "the agenda" : "a supplementary agenda"
        return found.body.details.regime.isNeverPublic ? "Give its members \(what)" : "Publish \(what)"
    }
}
