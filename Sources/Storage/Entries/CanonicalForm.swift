import Crypto

/// The one way to lay out fields as bytes for hashing, so that no two lists of fields look alike.
///
/// The form begins with its purpose and version. A field is `01`, its length in bytes as 8 bytes with the highest
/// first, and the bytes, text being UTF-8; a field without a value is `00`.
struct CanonicalForm {
    private(set) var bytes: [UInt8] = []

    /// Room for forms, with none begun.
    init() {}

    /// - Parameter purpose: what is laid out, and the version of the layout: it keeps one kind of hash from being
    ///   passed off as another.
    init(_ purpose: StaticString) {
        begin(purpose)
    }

    /// Begins another form in the same room.
    mutating func begin(_ purpose: StaticString) {
        bytes.removeAll(keepingCapacity: true)
        purpose.withUTF8Buffer { append(UnsafeRawBufferPointer($0)) }
    }

    mutating func append(_ field: UnsafeRawBufferPointer) {
        bytes.append(1)
        withUnsafeBytes(of: UInt64(field.count).bigEndian) { bytes.append(contentsOf: $0) }
        bytes.append(contentsOf: field)
    }

    mutating func append(_ field: some CanonicalField) {
        field.withCanonicalBytes { append($0) }
    }

    mutating func append(_ field: (some CanonicalField)?) {
        if let field { append(field) } else { bytes.append(0) }
    }

    /// SHA-256 of the form.
    var hash: [UInt8] { digest.bytes }

    /// The same, without room of its own.
    var digest: ChainHash {
        var hasher = SHA256()
        bytes.withUnsafeBytes { hasher.update(bufferPointer: $0) }
        return hasher.finalize().withUnsafeBytes { ChainHash($0) } ?? .beginning
    }
}

/// What can be a field of a ``CanonicalForm``.
protocol CanonicalField {
    /// Lends the bytes of the field.
    func withCanonicalBytes(_ body: (UnsafeRawBufferPointer) -> Void)
}

extension String: CanonicalField {
    func withCanonicalBytes(_ body: (UnsafeRawBufferPointer) -> Void) {
        var text = self
        text.withUTF8 { body(UnsafeRawBufferPointer($0)) }
    }
}

extension Array: CanonicalField where Element == UInt8 {
    func withCanonicalBytes(_ body: (UnsafeRawBufferPointer) -> Void) {
        withUnsafeBytes(body)
    }
}

extension UnsafeRawBufferPointer: CanonicalField {
    func withCanonicalBytes(_ body: (UnsafeRawBufferPointer) -> Void) {
        body(self)
    }
}
