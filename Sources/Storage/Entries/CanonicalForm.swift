import Crypto

/// The one way to lay out fields as bytes for hashing, so that no two lists of fields look alike.
///
/// The form begins with its purpose and version. A field is `01`, its length in bytes as 8 bytes with the highest
/// first, and the bytes, text being UTF-8; a field without a value is `00`.
struct CanonicalForm {
    private(set) var bytes: [UInt8] = []

    /// - Parameter purpose: what is laid out, and the version of the layout: it keeps one kind of hash from being
    ///   passed off as another.
    init(_ purpose: StaticString) {
        append(purpose.description)
    }

    mutating func append(_ field: [UInt8]?) {
        guard let field else {
            bytes.append(0)
            return
        }
        bytes.append(1)
        withUnsafeBytes(of: UInt64(field.count).bigEndian) { bytes.append(contentsOf: $0) }
        bytes.append(contentsOf: field)
    }

    mutating func append(_ field: String?) {
        append(field.map { Array($0.utf8) })
    }

    /// SHA-256 of the form.
    var hash: [UInt8] { Array(SHA256.hash(data: bytes)) }
}
