import Hummingbird
import Press
import Storage
import Web

/// Pages about the program itself: the style guide, accessibility, the licence, and whether all is well.
struct HouseRoutes: Sendable {
    let database: Database
    let press: Press
    let accent: Accent?

    func add(to routes: inout Routes) {
        SpecimenCharts(press: press, accent: accent).add(to: &routes)
        routes.visitors(.get, "/accessibility") { _, _ in .page(AccessibilityPage.page) }
        let licence = LicencePage(sourceCode: routes.site.sourceCode).page
        routes.visitors(.get, "/licence") { _, _ in .page(licence) }
        routes.visitors(.get, "/healthz", as: .free) { _, _ in
            guard case .sound = database.health else {
                return try .json(["records": "read only"], status: .serviceUnavailable)
            }
            return try .json(["records": "sound"])
        }
    }
}
