import Hummingbird
import Press
import Storage
import Web

/// Pages about the program itself: the style guide, accessibility, privacy, the licence, and whether all is well.
struct HouseRoutes: Sendable {
    let database: Database
    let press: Press
    let accent: Accent?
    /// Whom people turn to about the site.
    let contact: Contact?

    func add(to routes: inout Routes) {
        SpecimenCharts(press: press, accent: accent).add(to: &routes)
        let site = routes.site
        let accessibility = AccessibilityPage(partnership: site.name, contact: contact).page
        routes.visitors(.get, "/accessibility") { _, _ in .page(accessibility) }
        let privacy = PrivacyPage(partnership: site.name, contact: contact, isSecure: site.isSecure).page
        routes.visitors(.get, "/privacy") { _, _ in .page(privacy) }
        let licence = LicencePage(sourceCode: site.sourceCode).page
        routes.visitors(.get, "/licence") { _, _ in .page(licence) }
        let api = APIPage().page
        routes.visitors(.get, "/api") { _, _ in .page(api) }
        routes.visitors(.get, "/healthz", as: .free) { _, _ in
            guard case .sound = database.health else {
                return try .json(["records": "read only"], status: .serviceUnavailable)
            }
            return try .json(["records": "sound"])
        }
    }
}
