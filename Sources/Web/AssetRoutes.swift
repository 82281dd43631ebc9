import Hummingbird

/// `/assets/{checksum}/{file}`: the same for everybody, and for good; and what browsers look for at one address alone.
public struct AssetRoutes {
    public init() {}

    public func add(to routes: inout Routes) {
        let assets = routes.site.assets
        routes.visitors(.get, "/assets/{edition}/{name}", as: .free) { _, context in
            guard let edition = context.parameters.get("edition"), let name = context.parameters.get("name"),
                let asset = assets.asset(edition: edition, name: name)
            else { throw HTTPError(.notFound) }
            return Reply.shown(asset.bytes, type: asset.type).keptForGood(byEverybody: true)
        }
        routes.visitors(.get, "/favicon.ico", as: .free) { _, _ in
            guard let icon = assets.favicon else { throw HTTPError(.notFound) }
            return .shown(icon.bytes, type: icon.type)
        }
        // A worker is known by its address, and stands between the network and what lies below it. What two of them share is
        // fetched by them, who know of no checksum.
        for name in ["papers-worker.js", "minutes-worker.js", "kept-pages-worker.js"] {
            routes.visitors(.get, "/\(name)", as: .free) { _, _ in
                guard let worker = assets.script(name) else { throw HTTPError(.notFound) }
                return .shown(worker.bytes, type: worker.type)
            }
        }
    }
}
