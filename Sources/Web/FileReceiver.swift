import NIOCore
import Storage
import Wording

/// A file that came with a form, kept as it was received.
public struct ReceivedFile: Sendable {
    /// The field it came in.
    public let field: String
    /// As it was called where it came from: for showing, never a path.
    public let name: String
    public let kept: KeptFile
}

/// Where files that come with a form go: straight to the kept files, a piece at a time.
public struct FileReceiver: Sendable {
    private let files: KeptFiles
    private let limit: Int

    /// - Parameter limit: the largest file that is taken, in bytes.
    public init(keepingIn files: KeptFiles, limit: Int) {
        self.files = files
        self.limit = limit
    }

    func receive(_ name: String, field: String, from body: inout MultipartBody) async throws -> ReceivedFile {
        let writer: KeptFileWriter
        do {
            writer = try files.receive()
            var size = 0
            while let chunk = try await body.nextChunk() {
                size += chunk.readableBytes
                guard size <= limit else { throw FormError.tooLarge(limit: limit.asSize) }
                try writer.write(chunk.readableBytesView)
            }
            return ReceivedFile(field: field, name: name, kept: try await writer.finish())
        } catch let fault as KeptFileFault {
            throw FormError.storage("\(fault)")
        }
    }
}
