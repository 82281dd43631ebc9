import Web

/// `/`: the first thing anybody sees.
struct WelcomePage {
    let profile: Profile

    var page: Page {
        Page(
            profile.name, summary: "What \(profile.name) is, who takes part, and what it works on.", width: .wide,
            body: """
                <div class="welcome">
                <p class="eyebrow">\(profile.planYear.map { "Plan year \($0)" } ?? "Community safety")</p>
                <h1>\(headline)</h1>
                <p class="lead">\(profile.name) brings together the councils, police, fire, probation and health \
                bodies that the Crime and Disorder Act 1998 asks to reduce crime in one area together.</p>
                </div>
                \(focusAreas)
                \(agencies)
                <section class="aside-note">
                <h2>For the partnership’s officers</h2>
                <p>Sign in with the one-time address that was printed where this program was started. Assessments, data \
                and documents are behind it.</p>
                </section>
                """)
    }

    private var headline: String {
        profile.district.map { "Working together for a safer \($0)" } ?? "Working together for a safer area"
    }

    private var focusAreas: HTML? {
        guard !profile.focusAreas.isEmpty else { return nil }
        return """
            <h2>What we work on</h2>
            <ol class="focus-areas">
            \(profile.focusAreas.html { area in
                """
                <li>
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
            <p>The responsible authorities are:</p>
            <ul class="agencies">
            \(authorities.html { "<li><span class=\"agencies__name\">\($0.name)</span> <span class=\"agencies__field\">\($0.field)</span></li>" })
            </ul>
            """
    }
}
