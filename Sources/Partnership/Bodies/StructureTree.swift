import Membership
import Storage
import Wording

/// The bodies there are on a day, each with its place among them and its seats.
struct StructureTree {
    let structure: Structure
    let agencies: [Agency]
    let day: Day

    var chart: [StructureWords.Branch] { branches(below: nil) }

    /// In the order of the chart.
    var parts: [StructureWords.Part] { structure.bodiesInOrder(on: day).map(part) }

    var seats: Int { structure.bodiesInOrder(on: day).reduce(0) { $0 + structure.seats(of: $1.id, on: day).count } }

    var vacant: Int {
        structure.bodiesInOrder(on: day).flatMap { structure.seats(of: $0.id, on: day) }.count { $0.isVacant(on: day) }
    }

    /// "6 seats · 1 vacant · Chair: Ines Ferreira".
    func seating(_ body: Body) -> String {
        let seats = structure.seats(of: body.id, on: day)
        let vacant = seats.count { $0.isVacant(on: day) }
        let leaders = seats.filter { $0.role == .chair }.compactMap { seat in
            seat.holder(on: day).map { "\(seat.title): \($0.name)" }
        }
        let counts = seats.isEmpty ? "No seats" : seats.count.counted("seat", "seats")
        return ([counts] + (vacant > 0 ? ["\(vacant) vacant"] : []) + leaders).joined(separator: " · ")
    }

    private func branches(below parent: ID<Body>?) -> [StructureWords.Branch] {
        structure.bodies(below: parent, on: day).map { body in
            StructureWords.Branch(
                id: "\(body.id)", name: body.name, isStrategyGroup: body.isStrategyGroup, purpose: purpose(body),
                seating: seating(body), below: branches(below: body.id))
        }
    }

    private func part(_ body: Body) -> StructureWords.Part {
        let seats = structure.seats(of: body.id, on: day)
        let above = body.parent.flatMap(structure.body).flatMap { $0.term.holds(on: day) ? $0 : nil }
        let details = body.details
        let facts = [
            details.regime.title.sentence, details.frequency.isEmpty ? nil : "How often: \(details.frequency).",
            above.map { "Answers to: \($0.name)." },
        ]
        return StructureWords.Part(
            id: "\(body.id)", name: body.name, isStrategyGroup: body.isStrategyGroup, purpose: purpose(body),
            facts: facts.compactMap(\.self).joined(separator: " "),
            seats: seats.isEmpty ? nil : .init(rows: seats.map(row)))
    }

    private func row(_ seat: Seat) -> [String] {
        let substitutes = seat.substitutes(on: day).map(\.name)
        return [
            seat.title, seat.role.title, agencies.first { $0.id == seat.agency }?.name ?? "–",
            seat.isConcealed ? "Not shown" : seat.holder(on: day)?.name ?? "Vacant",
            seat.isConcealed ? "Not shown" : substitutes.isEmpty ? "–" : substitutes.inWords,
        ]
    }

    private func purpose(_ body: Body) -> String? {
        body.details.purpose.isEmpty ? nil : body.details.purpose.sentence
    }
}
