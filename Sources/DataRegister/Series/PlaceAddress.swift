import Storage

/// By what a place is asked for in addresses and texts: `district:thanet`, `lsoa-2011:E01024661`, `force:kent-police`.
public struct PlaceAddress: Hashable, Sendable {
    public let level: Place.Level
    /// The code of the ONS, or the name as it stands in addresses.
    public let key: String

    public init(_ place: Place) {
        level = place.level
        key = place.level.isNamed ? slugged(place.name) : place.code ?? slugged(place.name)
    }
}

extension PlaceAddress: LosslessStringConvertible {
    public init?(_ text: String) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, let level = Place.Level.allCases.first(where: { $0.slug == parts[0] }) else {
            return nil
        }
        let key = String(parts[1])
        guard !key.isEmpty, key.utf8.count <= 60, slugged(key) == key.lowercased() else { return nil }
        self.level = level
        self.key = level.isNamed ? key.lowercased() : key.uppercased()
    }

    public var description: String { "\(level.slug):\(key)" }
}

extension Place.Level {
    /// As it stands in addresses: `lsoa-2011`.
    var slug: String { slugged(rawValue) }

    /// The same, for whoever makes an address of a page.
    public var addressName: String { slug }

    /// Whether places of it are known by the names police data give them, whatever codes they have elsewhere.
    var isNamed: Bool { self == .district || self == .force }
}
