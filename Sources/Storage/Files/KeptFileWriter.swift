import Crypto
import Foundation

/// A file that is being received. It is hashed as it is written; if it is let go before ``finish()``, it is gone.
public final class KeptFileWriter {
    private let unfinished: UnfinishedFile
    private let files: KeptFiles
    private var isOpen = true
    private var digest = SHA256()
    /// The bytes written so far.
    public private(set) var size = 0
    /// The size at which it is asked again whether there is room.
    private var look = stride

    /// A file that is larger than the room there is for files is noticed before it has taken much more.
    static let stride = 16_000_000

    init(_ unfinished: UnfinishedFile, into files: KeptFiles) {
        (self.unfinished, self.files) = (unfinished, files)
    }

    deinit {
        abandon()
    }

    /// Writes the next bytes.
    ///
    /// - Throws: ``KeptFileFault``; the file is then gone, and nothing more can be written to it.
    public func write(_ bytes: some ContiguousBytes) throws(KeptFileFault) {
        guard isOpen else { throw .ended }
        let outcome = bytes.withUnsafeBytes { buffer in
            Result { () throws(SystemFault) in
                try writeAll(buffer, to: unfinished.file)
                digest.update(bufferPointer: buffer)
                size += buffer.count
            }
        }
        do {
            try outcome.get()
        } catch {
            abandon()
            throw KeptFileFault(error, doing: UnfinishedFile.doing)
        }
        try requireRoom()
    }

    private func requireRoom() throws(KeptFileFault) {
        guard size >= look else { return }
        look = size + Self.stride
        guard let refusal = files.refusal else { return }
        abandon()
        throw refusal
    }

    /// Waits until the file is on the disk under its hash.
    ///
    /// - Throws: ``KeptFileFault``; the file is then gone.
    public func finish() async throws -> KeptFile {
        let (hash, size) = try close()
        return try await blocking { [unfinished] in try unfinished.settle(hash, size: size) }
    }

    /// ``finish()``, waiting on this thread.
    func settle() throws(KeptFileFault) -> KeptFile {
        let (hash, size) = try close()
        return try unfinished.settle(hash, size: size)
    }

    private func close() throws(KeptFileFault) -> (FileHash, Int) {
        guard isOpen else { throw .ended }
        isOpen = false
        return (FileHash(digest.finalize()), size)
    }

    private func abandon() {
        if isOpen { unfinished.remove() }
        isOpen = false
    }
}
