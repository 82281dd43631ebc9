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
}
