/// A district's name, compared as a person would: the ONS writes "Bristol, City of" and "Hartlepool UA" where police data
/// write "Bristol" and "Hartlepool".
public struct DistrictName: Hashable, Sendable {
    /// As names are compared: "bristol".
    public let plain: String

    public init(_ name: String) {
        var plain = name.lowercased().filter { $0 != "." }
        for ending in [" ua", ", city of", ", county of"] where plain.hasSuffix(ending) {
            plain = String(plain.dropLast(ending.count))
        }
        if plain.hasPrefix("the ") { plain = String(plain.dropFirst(4)) }
        self.plain = plain
    }
}
