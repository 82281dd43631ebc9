import Web

/// Something that was laid before everybody, as another capability tells it.
public struct PublishedLine: Sendable {
    let title: String
    /// "9 February 2016"
    let day: String
    let address: Address

    public init(_ title: String, on day: String, at address: Address) {
        (self.title, self.day, self.address) = (title, day, address)
    }
}

/// `/`: the first thing anybody sees.
struct WelcomePage {
    let profile: Profile
    /// The newest first.
    var publications: [PublishedLine] = []
    /// The next ones, the earliest first.
    var meetings: [PublishedLine] = []

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
                \(coming)
                \(published)
                <section class="officers-note">
                <h2>For those who take part</h2>
                <p>Officers, partners and councillors <a href="/sign-in">sign in</a> to what is not published yet: data, drafts, \
                and papers that are for members.\(publications.isEmpty ? Self.beginning : "")</p>
                </section>
                """)
    }

    /// For whoever opens a site on which nothing happened yet.
    private static let beginning =
        " Whoever sets this site up begins at the one-time address that was printed where the program was started."

    private var coming: HTML? {
        guard !meetings.isEmpty else { return nil }
        return """
            <h2>Coming meetings</h2>
            <ul>\(meetings.html { "<li><a href=\"\($0.address)\">\($0.title)</a>, \($0.day)</li>" })</ul>
            <p><a href="/meetings">All meetings</a></p>
            """
    }

    private var published: HTML? {
        guard !publications.isEmpty else { return nil }
        return """
            <h2>What we published</h2>
            <ul>\(publications.html { "<li><a href=\"\($0.address)\">\($0.title)</a>, \($0.day)</li>" })</ul>
            <p><a href="/publications">All publications</a></p>
            """
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
