import Hummingbird
import Press
import Storage
import Web

/// Pages about the program itself: the style guide, accessibility, the licence, and whether all is well.
struct HouseRoutes: Sendable {
    let database: Database
    let press: Press

    func add(to routes: inout Routes) {
        routes.visitors(.get, "/style-guide") { _, _ in .page(StyleGuide.page) }
        routes.visitors(.get, "/accessibility") { _, _ in .page(AccessibilityPage.page) }
        routes.visitors(.get, "/licence") { _, _ in .page(LicencePage.page) }
        routes.visitors(.get, "/healthz") { _, _ in
            guard case .sound = database.health else {
                return try .json(["records": "read only"], status: .serviceUnavailable)
            }
            return try .json(["records": "sound"])
        }
    }
}
