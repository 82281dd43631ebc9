/// How far a reading has come.
public struct ReadingProgress: Hashable, Sendable {
    /// Bytes read of all files given, as they lie on the disk: compressed bytes where they are compressed.
    public let bytesRead: Int
    /// Bytes of all files given.
    public let bytesTotal: Int
    /// The file, or the archive's member, being read.
    public let file: String
}
