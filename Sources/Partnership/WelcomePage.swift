import Web

/// `/`: the first thing anybody sees.
struct WelcomePage {
    let profile: Profile

    var page: Page {
        Page(
            profile.name, summary: "What \(profile.name) is, who takes part, and what it works on.", width: .wide,
            body: """
                <div class="hero">
                <div class="hero__words">
                <p class="eyebrow">\(profile.planYear.map { "Plan year \($0)" } ?? "Community safety")</p>
                <h1>\(headline)</h1>
                <p class="lead">\(introduction)</p>
                </div>
                \(Terrace().html)
                </div>
                \(focusAreas)
                \(agencies)
                <section class="officers-note">
                <h2>For the partnership’s officers</h2>
                <p>Your figures, data and papers are behind a one-time address. It was printed where this program was \
                started: open it to sign in.</p>
                </section>
                """)
    }

    private var headline: String {
        profile.district.map { "Working together for a safer \($0)" } ?? "Working together for a safer area"
    }

    private var introduction: String {
        "Here the councils, police, fire and rescue, probation and health services plan together how to prevent crime "
            + "and keep people safe, as the Crime and Disorder Act 1998 asks of them."
    }

    private var focusAreas: HTML? {
        guard !profile.focusAreas.isEmpty else { return nil }
        return """
            <h2>What we work on</h2>
            <ol class="focus-areas">
            \(profile.focusAreas.html { area in
                """
                <li class="focus-areas__area">
                <h3>\(area.title)</h3>
                <ul>\(area.aims.html { "<li>\($0)</li>" })</ul>
                </li>
                """
            })
            </ol>
            """
    }

    private var agencies: HTML? {
        let authorities = profile.agencies.filter(\.isResponsibleAuthority)
        guard !authorities.isEmpty else { return nil }
        return """
            <h2>Who takes part</h2>
            <p class="measure">The law makes these bodies responsible together. It calls them the responsible \
            authorities.</p>
            <ul class="agencies">
            \(authorities.html { agency in
                """
                <li class="agencies__agency"><span>\(agency.name)</span> \
                <span class="agencies__field">\(agency.field.capitalisedFirst)</span></li>
                """
            })
            </ul>
            """
    }
}

extension String {
    fileprivate var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
