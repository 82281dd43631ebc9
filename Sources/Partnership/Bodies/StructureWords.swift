import Membership
import Press
import Storage
import Wording

/// How a partnership is made up, in words: what `Papers/structure.typ` reads.
struct StructureWords: Encodable {
    /// A body in the chart, with those that answer to it.
    struct Branch: Encodable {
        let id: String
        let name: String
        let isStrategyGroup: Bool
        let purpose: String?
        let seating: String
        let below: [Branch]
    }

    /// A body with its seats.
    struct Part: Encodable {
        let id: String
        let name: String
        let isStrategyGroup: Bool
        let purpose: String?
        let facts: String
        let seats: Seats?
    }

    struct Seats: Encodable {
        let head = ["Seat", "Role", "Agency", "Held by", "Substitutes"]
        let rows: [[String]]
    }

    struct Gap: Encodable {
        let what: String
        let source: String
    }

    let title = "How the partnership is made up"
    let partnership: String
    /// `#1f5673`; nil is the house's.
    let accent: String?
    let date: String
    let source: String
    let notice: String?
    let lead: String
    let chart: [Branch]
    let bodies: [Part]
    let agencies: PaperTable
    let gaps: [Gap]

    /// - Parameter gaps: what the law asks for and the records do not show.
    init(
        _ profile: Profile, structure: Structure, agencies all: [Agency], gaps: [StatutoryGap],
        country: PartnershipArea.Country?, accent: String?, on day: Day
    ) {
        let agencies = all.filter { $0.term.holds(on: day) }
        let tree = StructureTree(structure: structure, agencies: agencies, day: day)
        (partnership, self.accent) = (profile.name, accent)
        date = "On \(day.words)"
        source = "From the partnership’s own records"
        notice = profile.example.map { _ in "An example: people marked ‘(fictional)’ are made up." }
        lead = Self.lead(tree, agencies)
        chart = tree.chart
        bodies = tree.parts
        self.agencies = PaperTable(
            "Agencies that take part",
            columns: [("Agency", .text), ("What it is", .text), ("Standing", .name), ("Liaison officer", .text)],
            rows: agencies.map { agency in
                [
                    agency.name, agency.kind.title, agency.standing.title,
                    agency.liaisonOfficer(on: day)?.name ?? "Not named",
                ]
            })
        self.gaps = gaps.map { Gap(what: $0.what, source: $0.source(in: country)) }
    }

    private static func lead(_ tree: StructureTree, _ agencies: [Agency]) -> String {
        [bodies(tree), self.agencies(agencies)].compactMap(\.self).joined(separator: " ")
    }

    private static func bodies(_ tree: StructureTree) -> String {
        guard !tree.parts.isEmpty else { return "There are no bodies yet." }
        let (seats, vacant) = (tree.seats, tree.vacant)
        let unfilled = vacant == 0 ? "" : ", of which \(vacant.grouped) \(vacant == 1 ? "is" : "are") vacant"
        return "\(tree.parts.count.counted("body", "bodies")) with "
            + (seats == 0 ? "no seats yet." : "\(seats.counted("seat", "seats"))\(unfilled).")
    }

    private static func agencies(_ agencies: [Agency]) -> String? {
        guard !agencies.isEmpty else { return nil }
        let responsible = agencies.count { $0.standing == .responsible }
        let standing =
            switch responsible {
            case 0: ""
            case 1: ", of which 1 is a responsible authority"
            default: ", of which \(responsible.grouped) are responsible authorities"
            }
        return "\(agencies.count.counted("agency", "agencies"))\(standing)."
    }
}
