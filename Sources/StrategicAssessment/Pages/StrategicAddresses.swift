import Web

extension AnnualAssessment {
    var address: Address { "/strategic-assessments/\(year.slug)" }

    var crumbs: [Mention] {
        [
            Mention(at: "/home", titled: "Home"),
            Mention(at: "/strategic-assessments", titled: "Strategic assessments"),
            Mention(at: address, titled: "\(year)"),
        ]
    }

    func address(of section: DocumentSection) -> Address {
        "/strategic-assessments/\(year.slug)/parts/\(section.rawValue)"
    }

    func editing(_ section: DocumentSection) -> Address {
        "/strategic-assessments/\(year.slug)/parts/\(section.rawValue)/edit"
    }

    func address(of theme: Theme) -> Address { "/strategic-assessments/\(year.slug)/themes/\(theme.id)" }

    func address(of aspect: ThemeAspect, _ theme: Theme) -> Address {
        "/strategic-assessments/\(year.slug)/themes/\(theme.id)/\(aspect.rawValue)"
    }

    func editing(_ aspect: ThemeAspect, _ theme: Theme) -> Address {
        "/strategic-assessments/\(year.slug)/themes/\(theme.id)/\(aspect.rawValue)/edit"
    }

    var themes: Address { "/strategic-assessments/\(year.slug)/themes" }
    var choosingMonths: Address { "/strategic-assessments/\(year.slug)/months" }
    var closingScoring: Address { "/strategic-assessments/\(year.slug)/scoring/closing" }
    var openingScoring: Address { "/strategic-assessments/\(year.slug)/scoring/opening" }
    var removal: Address { "/strategic-assessments/\(year.slug)/removal" }
    var ranking: Address { "/strategic-assessments/\(year.slug)/ranking" }
    var scores: Address { "/strategic-assessments/\(year.slug)/scores" }
    var comments: Address { "/strategic-assessments/\(year.slug)/comments" }
    var checklist: Address { "/strategic-assessments/\(year.slug)/checklist" }
    var document: Address { "/strategic-assessments/\(year.slug)/document" }
    var publication: Address { "/strategic-assessments/\(year.slug)/publication" }

    /// Where a text stands; nil of a theme that is not in it any more.
    func address(of place: TextPlace, among themes: [Theme]) -> Address? {
        switch place {
        case .section(let section): address(of: section)
        case .theme(let id, let aspect): themes.first { $0.id == id }.map { address(of: aspect, $0) }
        }
    }
}

extension TextPlace {
    /// "Levels and patterns", "Burglary: why".
    func title(among themes: [Theme]) -> String {
        switch self {
        case .section(let section): section.title
        case .theme(let id, let aspect):
            "\(themes.first { $0.id == id }?.name ?? "A theme that was left out"): \(aspect.title.lowercased())"
        }
    }
}
