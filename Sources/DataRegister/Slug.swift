/// A name as it stands in addresses: "Tunbridge Wells" is `tunbridge-wells`.
public func slugged(_ name: String) -> String {
    name.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }.joined(separator: "-")
}
