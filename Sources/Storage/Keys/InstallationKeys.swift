import Crypto
import Foundation

/// The keys of an installation. They lie outside its records, so that what they wrap cannot be read from the records, or
/// from a backup of them, alone (S80). The first wraps; what any of them wrapped can be opened.
public struct InstallationKeys: Sendable {
    private let ring: [InstallationKey]

    /// - Parameter ring: at least one.
    init?(_ ring: [InstallationKey]) {
        guard !ring.isEmpty else { return nil }
        self.ring = ring
    }

    /// The key that wraps, as it stands in its file: for tests, to copy it as an operator does.
    package var firstLine: String? { ring.first?.text }

    /// Wraps a secret for the place it is kept in: moved to another place, it opens nowhere (S81).
    ///
    /// - Throws: ``KeyFault/notWrapped``
    public func wrap(_ secret: [UInt8], for place: WrappedPlace) throws(KeyFault) -> [UInt8] {
        guard let key = ring.first,
            let box = try? AES.GCM.seal(secret, using: key.derived(for: place), authenticating: place.bytes),
            let sealed = box.combined
        else { throw .notWrapped }
        return [Self.layout] + key.id + sealed
    }

    /// - Throws: ``KeyFault``
    public func open(_ wrapped: [UInt8], for place: WrappedPlace) throws(KeyFault) -> [UInt8] {
        guard Self.isWrapped(wrapped) else { throw .damaged }
        let id = Array(wrapped[1..<1 + InstallationKey.idLength])
        guard let key = ring.first(where: { $0.id == id }) else { throw .notHere }
        guard let box = try? AES.GCM.SealedBox(combined: wrapped.dropFirst(1 + InstallationKey.idLength)),
            let secret = try? AES.GCM.open(box, using: key.derived(for: place), authenticating: place.bytes)
        else { throw .damaged }
        return Array(secret)
    }

    /// Whether it was wrapped with the key that wraps now.
    public func isWrappedAnew(_ wrapped: [UInt8]) -> Bool {
        Self.isWrapped(wrapped) && wrapped.dropFirst().prefix(InstallationKey.idLength).elementsEqual(ring[0].id)
    }

    /// Whether these are bytes of something wrapped, and not of something as it is. By length alone: whoever asks knows
    /// how long what they keep is, and that it is shorter than this.
    public static func isWrapped(_ bytes: [UInt8]) -> Bool {
        bytes.count > overhead && bytes.first == layout
    }

    /// What wrapping adds: the layout, which key it was, the nonce (12) and the tag (16).
    public static let overhead = 1 + InstallationKey.idLength + 12 + 16
    private static let layout: UInt8 = 1
}

/// Where something wrapped is kept. It opens nowhere else.
public struct WrappedPlace: Sendable, Hashable {
    let purpose: String
    let bytes: [UInt8]

    /// - Parameters:
    ///   - purpose: the table and column: “second_factor.secret”. Each has a key of its own.
    ///   - row: the row’s identifier.
    public init<Subject>(_ purpose: StaticString, of row: ID<Subject>) {
        self.purpose = "\(purpose)"
        var form = CanonicalForm("frankpledge wrapped 1")
        form.append(self.purpose)
        form.append(row.description)
        bytes = form.bytes
    }
}

/// One key: 256 bits of chance.
struct InstallationKey: Sendable {
    static let length = 32
    static let idLength = 8

    private let key: SymmetricKey
    /// By which it is known again; nothing of the key can be told from it.
    let id: [UInt8]

    /// A new one, that nobody can guess.
    init() {
        self.init(SymmetricKey(size: .bits256))
    }

    /// As it stands in a file: 32 bytes in Base64; nil if it cannot be one.
    init?(_ text: String) {
        guard let bytes = Data(base64Encoded: text), bytes.count == Self.length else { return nil }
        self.init(SymmetricKey(data: bytes))
    }

    private init(_ key: SymmetricKey) {
        self.key = key
        id = key.withUnsafeBytes { bytes in
            var form = CanonicalForm("frankpledge key id 1")
            form.append(Array(bytes))
            return Array(form.hash.prefix(Self.idLength))
        }
    }

    var text: String {
        key.withUnsafeBytes { Data($0).base64EncodedString() }
    }

    func derived(for place: WrappedPlace) -> SymmetricKey {
        HKDF<SHA256>.deriveKey(
            inputKeyMaterial: key, info: Data("frankpledge wrapping 1 \(place.purpose)".utf8),
            outputByteCount: Self.length)
    }
}
