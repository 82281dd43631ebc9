import HTTPTypes
import Hummingbird
import Publishing
import Storage
import Web

/// `/oparl/v1.1`: everything published of committees, for programs that speak OParl 1.1 (https://oparl.org/spezifikation/).
struct OParlRoutes: Sendable {
    let shelf: CommitteeShelf
    /// The partnership’s.
    let name: String
    let outside: @Sendable (Address) -> String

    func add(to routes: inout Routes) {
        routes.visitors(.get, "/oparl") { _, _ in .redirect(to: "/oparl/v1.1/system") }
        routes.visitors(.get, "/oparl/v1.1") { _, _ in .redirect(to: "/oparl/v1.1/system") }
        // A list, or the system.
        routes.visitors(.get, "/oparl/v1.1/{list}") { request, _ in try await answer(request) }
        // An object.
        routes.visitors(.get, "/oparl/v1.1/{list}/{object}") { request, _ in try await answer(request) }
        // A list of an object’s own.
        routes.visitors(.get, "/oparl/v1.1/{list}/{object}/{part}") { request, _ in try await answer(request) }
        // A file of a version.
        routes.visitors(.get, "/oparl/v1.1/{list}/{object}/{part}/{file}") { request, _ in
            try await answer(request)
        }
    }

    private func answer(_ request: Request) async throws -> Reply {
        let (name, outside) = (name, outside)
        let listing = try await shelf.listing { committees in
            OParlBuilding(committees, name: name, outside: outside).listing
        }
        let path = request.uri.path
        if let object = listing.objects[path] { return try .json(object).forEverySite() }
        guard let list = listing.lists[path], let address = Address(untrusted: path) else {
            throw HTTPError(.notFound)
        }
        let question = try OParlQuestion { name in request.asked(name) }
        return try .json(OParlPage(list, at: address, question, outside: outside)).forEverySite()
    }
}
