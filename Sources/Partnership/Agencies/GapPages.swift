import Membership
import Web

/// What the law asks and the records do not show, in plain words, with what to do next.
struct GapList {
    let gaps: [StatutoryGap]
    let country: PartnershipArea.Country?
    let mayChange: Bool

    var html: HTML {
        guard !gaps.isEmpty else {
            return Notice(
                .success, "Nothing is missing that the law asks for here",
                """
                <p>Every responsible authority the Act names is here and has a liaison officer, and two or more of their \
                people sit on the strategy group.</p>
                """
            ).html
        }
        return """
            <section class="gaps" aria-labelledby="gaps">
            <h2 id="gaps">What the law asks for that is missing here</h2>
            <ul class="gap-list">
            \(gaps.html(item))
            </ul>
            </section>
            """
    }

    private func item(_ gap: StatutoryGap) -> HTML {
        let next: HTML? =
            mayChange ? "<p class=\"gap-list__next\"><a href=\"\(address(of: gap))\">\(gap.next)</a></p>" : nil
        return """
            <li class="gap-list__gap">
            <p class="gap-list__what">\(Tag("Gap", .bad).html) \(gap.what)</p>
            \(next)
            <p class="gap-list__source">\(gap.source(in: country))</p>
            </li>
            """
    }

    /// Where it can be put right.
    private func address(of gap: StatutoryGap) -> Address {
        switch gap {
        case .areaUnknown: "/partnership/area"
        case .missing(_, let present?): "/partnership/agencies/\(present.id)/details"
        case .missing(let authority, nil):
            ("/partnership/agencies/new" as Address).asking(["kind": authority.kind.rawValue])
        case .notNamed(let agency): "/partnership/agencies/\(agency.id)"
        case .noLiaisonOfficer(let agency): "/partnership/agencies/\(agency.id)/liaison-officer"
        case .noStrategyGroup: "/partnership"
        case .fewAppointees(let body, _): "/partnership/bodies/\(body.id)"
        }
    }
}
