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

    /// - Returns: the file, or why there was no room for it. It is read to its end all the same, for there may be more of
    ///   the form behind it.
    func receive(
        _ name: String, field: String, from body: inout MultipartBody
    ) async throws -> Result<ReceivedFile, NoRoom> {
        var size = 0
        func next() async throws -> ByteBuffer? {
            guard let chunk = try await body.nextChunk() else { return nil }
            size += chunk.readableBytes
            guard size <= limit else { throw FormError.tooLarge(limit: limit.asSize) }
            return chunk
        }
        do {
            let writer = try files.receive()
            while let chunk = try await next() { try writer.write(chunk.readableBytesView) }
            return .success(ReceivedFile(field: field, name: name, kept: try await writer.finish()))
        } catch let fault as KeptFileFault where fault.isForWantOfRoom {
            while try await next() != nil {}
            return .failure(NoRoom(fault, field: field))
        } catch let fault as KeptFileFault {
            throw FormError.storage("\(fault)")
        }
    }
}
