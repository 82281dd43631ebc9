import Membership
import Storage
import Web
import Wording

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
        let words = words(gap)
        let next: HTML? =
            mayChange ? "<p class=\"gap-list__next\"><a href=\"\(words.address)\">\(words.next)</a></p>" : nil
        return """
            <li class="gap-list__gap">
            <p class="gap-list__what">\(Tag("Gap", .bad).html) \(words.what)</p>
            \(next)
            <p class="gap-list__source">\(gap.source(in: country))</p>
            </li>
            """
    }

    private func words(_ gap: StatutoryGap) -> (what: String, next: String, address: Address) {
        switch gap {
        case .areaUnknown:
            return (
                "Nobody has said yet what kind of area this is, so it cannot be told whom the Act names.",
                "Describe the area", "/partnership/area"
            )
        case .missing(let authority, let present?):
            return (
                "The Act asks for \(authority.wanted). \(present.name) is here, but stands as \(present.standing.rawValue).",
                "Change its standing to responsible authority", "/partnership/agencies/\(present.id)/details"
            )
        case .missing(let authority, nil):
            return (
                "The Act asks for \(authority.wanted). None is entered.", "Add the agency",
                ("/partnership/agencies/new" as Address).asking(["kind": authority.kind.rawValue])
            )
        case .notNamed(let agency):
            return (
                "\(agency.name) stands as a responsible authority, but the Act does not name a "
                    + "\(agency.kind.rawValue) here today.",
                "Change its standing, or end its part", "/partnership/agencies/\(agency.id)"
            )
        case .noLiaisonOfficer(let agency):
            return (
                "\(agency.name) has no liaison officer: one person others can call about sharing information.",
                "Name its liaison officer", "/partnership/agencies/\(agency.id)/liaison-officer"
            )
        case .noStrategyGroup:
            return (
                "No body is marked as the strategy group, which prepares the assessment and the plan for the "
                    + "responsible authorities.", "Add the body, or mark one in its details", "/partnership"
            )
        case .fewAppointees(let body, let count):
            return (
                "\(body.name) needs two or more people appointed by responsible authorities. It has "
                    + (count == 0 ? "none." : "one."), "Fill its seats", "/partnership/bodies/\(body.id)"
            )
        }
    }
}
