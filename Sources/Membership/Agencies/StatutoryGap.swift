import Storage

/// Something the law asks of a partnership that its records do not show.
public enum StatutoryGap: Hashable, Sendable {
    /// Nobody has said what kind of area it is, so it cannot be told whom the Act names.
    case areaUnknown
    /// No responsible authority of a kind the Act names. `present` is an agency of that kind with another standing.
    case missing(ResponsibleAuthority, present: Agency?)
    /// An agency stands as a responsible authority that the Act does not name here on this day.
    case notNamed(Agency)
    case noLiaisonOfficer(Agency)
    case noStrategyGroup
    /// Fewer than two people on the strategy group were appointed by responsible authorities.
    case fewAppointees(Body, count: Int)

    /// What it rests on.
    public func source(in country: PartnershipArea.Country?) -> String {
        let regulations =
            country == .wales
            ? "Crime and Disorder (Formulation and Implementation of Strategy) (Wales) Regulations 2007 (SI 2007/3076)"
            : "Crime and Disorder (Formulation and Implementation of Strategy) Regulations 2007 (SI 2007/1830)"
        return switch self {
        case .areaUnknown, .notNamed: "Crime and Disorder Act 1998, section 5(1)"
        case .missing(let authority, _): authority.source
        case .noStrategyGroup, .fewAppointees: regulations
        case .noLiaisonOfficer: "\(regulations): arrangements for sharing information"
        }
    }
}

extension StatutoryGap {
    /// The gaps of a partnership on a day, those of the Act first.
    ///
    /// - Parameter area: nil where nobody has said yet.
    public static func all(
        area: PartnershipArea?, agencies: [Agency], structure: Structure, on day: Day
    ) -> [StatutoryGap] {
        let responsible = agencies.filter { $0.isResponsible(on: day) }
        return ofTheAct(area, agencies.filter { $0.term.holds(on: day) }, responsible, on: day)
            + ofTheStrategyGroup(structure, Set(responsible.map(\.id)), on: day)
            + responsible.filter { $0.liaisonOfficer(on: day) == nil }.map { .noLiaisonOfficer($0) }
    }

    private static func ofTheAct(
        _ area: PartnershipArea?, _ present: [Agency], _ responsible: [Agency], on day: Day
    ) -> [StatutoryGap] {
        guard let area else { return [.areaUnknown] }
        let named = ResponsibleAuthority.all(for: area, on: day)
        let missing = named.filter { authority in !responsible.contains { $0.kind == authority.kind } }
        let kinds = Set(named.map(\.kind))
        return missing.map { authority in
            .missing(authority, present: present.first { $0.kind == authority.kind })
        } + responsible.filter { !kinds.contains($0.kind) }.map { .notNamed($0) }
    }

    /// Only those whom responsible authorities appointed count (D11, D20).
    private static func ofTheStrategyGroup(
        _ structure: Structure, _ responsible: Set<ID<Agency>>, on day: Day
    ) -> [StatutoryGap] {
        let groups = structure.bodies.filter { $0.isStrategyGroup && $0.term.holds(on: day) }
        guard let first = groups.first else { return [.noStrategyGroup] }
        let appointees = groups.flatMap { structure.seats(of: $0.id, on: day) }
            .filter { $0.agency.map(responsible.contains) ?? false }
            .compactMap { $0.holder(on: day)?.person }
        let count = Set(appointees).count
        return count < 2 ? [.fewAppointees(first, count: count)] : []
    }
}
