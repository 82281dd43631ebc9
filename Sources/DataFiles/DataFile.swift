/// A file someone gave: where its bytes are, and what that person calls it.
public struct DataFile: Hashable, Sendable {
    /// The name used in every message about the file.
    public let name: String
    let content: Content

    enum Content: Hashable, Sendable {
        case path(String)
        case bytes([UInt8])
    }

    /// - Parameters:
    ///   - path: where the file is on this machine.
    ///   - name: what the person who gave it calls it; the last part of the path if left out.
    public init(path: String, name: String? = nil) {
        content = .path(path)
        self.name = name ?? path.split(separator: "/").last.map(String.init) ?? path
    }

    /// A small file already in memory.
    public init(bytes: [UInt8], name: String) {
        content = .bytes(bytes)
        self.name = name
    }
}
