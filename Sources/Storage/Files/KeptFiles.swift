import Crypto
import Dispatch
import Foundation

/// Files as they were received, each under its SHA-256 and never altered: `files/ab/cd/abcd…`, readable by the owner
/// alone. The same bytes again are one file.
///
/// A file is whole and on the disk before its hash is given out, so a row that names it can follow safely.
public struct KeptFiles: Sendable {
    static let name = "files"
    static let incoming = "incoming"

    let folder: String
    private var incoming: String { "\(folder)/\(Self.incoming)" }
    private var gauge: DiskGauge?
    private let comings = FileComings()

    /// Opens the kept files of a data folder, and sweeps away what was left half received when the program ended.
    ///
    /// - Parameter gauge: asked for the room on their disk; without one nobody minds how much there is.
    /// - Throws: ``OpeningFault``
    init(in dataFolder: DataFolder, gauge: DiskGauge? = nil) throws(OpeningFault) {
        folder = "\(dataFolder.path)/\(Self.name)"
        self.gauge = gauge
        do {
            try makeFolder(folder)
            try makeFolder(incoming)
        } catch {
            throw .folder(folder, reason: error.description)
        }
        sweep(sharing: dataFolder.isShared)
    }

    /// Takes away what was left half received. Where other processes receive files too, only what is a day old.
    private func sweep(sharing isShared: Bool) {
        for name in (try? FileManager.default.contentsOfDirectory(atPath: incoming)) ?? [] {
            let path = "\(incoming)/\(name)"
            if isShared, let age = Self.age(of: path), age < 24 * 60 * 60 { continue }
            try? FileManager.default.removeItem(atPath: path)
        }
    }

    /// In seconds.
    private static func age(of path: String) -> TimeInterval? {
        guard let written = try? FileManager.default.attributesOfItem(atPath: path)[.modificationDate] as? Date else {
            return nil
        }
        return -written.timeIntervalSinceNow
    }

    /// How much room there is on their disk now; nil where nobody asks, or it could not be found out.
    public var room: DiskRoom? { gauge?.room() }

    /// Why no file is taken at this moment; nil where files are (S117).
    public var refusal: KeptFileFault? {
        guard let room, room.level <= .scarce else { return nil }
        return .diskScarce
    }

    /// The same, taking a file however little room there is: for the few small ones that an example begins with.
    public var mindingNoRoom: KeptFiles {
        var files = self
        files.gauge = nil
        return files
    }

    /// A new file, to be written piece by piece.
    ///
    /// - Throws: ``KeptFileFault``
    public func receive() throws(KeptFileFault) -> KeptFileWriter {
        if let refusal { throw refusal }
        return KeptFileWriter(try UnfinishedFile(in: incoming, of: self), into: self)
    }

    /// Keeps bytes that were made here.
    ///
    /// - Throws: ``KeptFileFault``
    public func keep(_ bytes: [UInt8]) async throws -> KeptFile {
        let writer = try receive()
        try writer.write(bytes)
        return try await writer.finish()
    }

    /// The bytes of a kept file, if they are those that were kept.
    ///
    /// - Throws: ``KeptFileFault``
    public func bytes(of hash: FileHash) throws -> [UInt8] {
        guard let url = url(for: hash), let data = try? Data(contentsOf: url) else {
            throw KeptFileFault.missing(hash)
        }
        let bytes = [UInt8](data)
        guard FileHash(of: bytes) == hash else { throw KeptFileFault.damaged(hash) }
        return bytes
    }

    /// Keeps what a stream of bytes holds.
    ///
    /// - Throws: ``KeptFileFault``, or what the stream throws.
    public func keep<Chunks: AsyncSequence>(_ chunks: Chunks) async throws -> KeptFile
    where Chunks.Element: ContiguousBytes {
        let writer = try receive()
        for try await chunk in chunks {
            try writer.write(chunk)
        }
        return try await writer.finish()
    }

    /// Keeps a copy of a file that is on this machine.
    ///
    /// - Throws: ``KeptFileFault``
    public func keep(copyOf path: String) async throws -> KeptFile {
        try await blocking { [self] in
            let writer = try receive()
            try eachChunk(of: path) { chunk throws(KeptFileFault) in try writer.write(chunk) }
            return try writer.settle()
        }
    }

    /// Notes that a record names a file that was received, or that whoever received it has given it up. Until then nobody
    /// else takes it away.
    public func settle(_ hash: FileHash) {
        comings.settle(hash)
    }

    /// Takes away a file that no record names: one that was refused, or left, and must not stay.
    ///
    /// The same bytes may be somebody else's: named by another partnership, or being given at this very moment. So all
    /// records are asked, and whoever received the file and has not settled it, or receives it meanwhile, keeps it.
    ///
    /// - Parameter isNamed: asks the records of every partnership.
    /// - Returns: whether it is gone.
    /// - Throws: ``KeptFileFault``, or what the question throws.
    @discardableResult
    public func discard(
        _ hash: FileHash, unless isNamed: @escaping @Sendable () async throws -> Bool
    ) async throws -> Bool {
        guard let last = comings.last(of: hash), try await !isNamed() else { return false }
        return try comings.removing(hash, since: last, unless: isNamed) { () throws(KeptFileFault) in
            guard unlink(path(of: hash)) == 0 || errno == ENOENT else {
                throw KeptFileFault(SystemFault(code: errno), doing: "taking the file \(hash) away")
            }
        }
    }

    /// Does something for which every file that is there at its beginning must stay: a backup copies the records first, and
    /// then what they name. What is to be taken away meanwhile is taken away afterwards.
    func staying<Result>(_ body: () async throws -> Result) async throws -> Result {
        comings.hold()
        do {
            let result = try await body()
            await catchUp()
            return result
        } catch {
            await catchUp()
            throw error
        }
    }

    private func catchUp() async {
        for postponed in comings.release() { _ = try? await discard(postponed.hash, unless: postponed.isNamed) }
    }

    /// Where a kept file is, or `nil` if there is none of that hash.
    public func url(for hash: FileHash) -> URL? {
        let path = path(of: hash)
        return FileManager.default.fileExists(atPath: path) ? URL(fileURLWithPath: path) : nil
    }

    /// A kept file's length in bytes, or `nil` if there is none of that hash.
    public func size(of hash: FileHash) -> Int? {
        let attributes = try? FileManager.default.attributesOfItem(atPath: path(of: hash))
        return (attributes?[.size] as? NSNumber)?.intValue
    }

    /// Reads a kept file through and compares it with its hash.
    ///
    /// - Throws: ``KeptFileFault/missing(_:)``, ``KeptFileFault/damaged(_:)``
    public func check(_ hash: FileHash) async throws {
        let path = path(of: hash)
        guard url(for: hash) != nil else { throw KeptFileFault.missing(hash) }
        try await blocking { [self] in
            var digest = SHA256()
            try eachChunk(of: path) { chunk in digest.update(bufferPointer: chunk) }
            guard FileHash(digest.finalize()) == hash else { throw KeptFileFault.damaged(hash) }
        }
    }

    /// Every kept file's hash, in order.
    ///
    /// Folder by folder, each read at once. A walk that is told of one name after another (`FileManager`'s, by fts(3)) leaves
    /// folders out where new ones are made beside them meanwhile, and says nothing of it.
    ///
    /// - Throws: ``KeptFileFault``
    func all() throws(KeptFileFault) -> [FileHash] {
        var hashes: [FileHash] = []
        for outer in try names(in: folder) where outer.utf8.count == 2 {
            for inner in try names(in: "\(folder)/\(outer)") {
                hashes += try names(in: "\(folder)/\(outer)/\(inner)").compactMap { FileHash($0) }
            }
        }
        return hashes.sorted { $0.description < $1.description }
    }

    private func names(in path: String) throws(KeptFileFault) -> [String] {
        do {
            return try FileManager.default.contentsOfDirectory(atPath: path)
        } catch {
            throw .refused(doing: "listing the kept files", reason: error.localizedDescription)
        }
    }

    func path(of hash: FileHash) -> String {
        "\(folder)/\(hash.folders)/\(hash)"
    }

    /// Gives a received file its place, and sees that it is on the disk under its name.
    ///
    /// - Returns: whether it is the first of its kind.
    func place(_ temporary: String, as hash: FileHash) throws(SystemFault) -> Bool {
        let target = path(of: hash)
        let folder = parent(of: target)
        try makeFolder(parent(of: folder))
        try makeFolder(folder)
        let isNew = try comings.placing(hash) { () throws(SystemFault) in
            let isNew = !FileManager.default.fileExists(atPath: target)
            if isNew {
                guard rename(temporary, target) == 0 else { throw SystemFault(code: errno) }
            } else {
                unlink(temporary)
            }
            return isNew
        }
        // Also where it was there: whoever placed it may not have come this far yet, or have died first.
        try syncFolder(folder)
        return isNew
    }

    private func eachChunk(
        of path: String, _ body: (UnsafeRawBufferPointer) throws(KeptFileFault) -> Void
    ) throws(KeptFileFault) {
        let doing = "reading ‘\(path)’"
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw KeptFileFault(SystemFault(code: errno), doing: doing) }
        defer { close(file) }
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
        defer { buffer.deallocate() }
        while true {
            let count = read(file, buffer.baseAddress, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw KeptFileFault(SystemFault(code: errno), doing: doing) }
            guard count > 0 else { return }
            try body(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
        }
    }
}

/// A file that was kept.
public struct KeptFile: Sendable, Hashable {
    public let hash: FileHash
    /// In bytes.
    public let size: Int
    /// Whether it is the first of its kind: `false` when the same bytes had been kept before.
    public let isNew: Bool

    public init(hash: FileHash, size: Int, isNew: Bool) {
        self.hash = hash
        self.size = size
        self.isNew = isNew
    }
}

/// Does what waits for the disk away from the threads that tasks share.
func blocking<Result: Sendable>(_ body: @escaping @Sendable () throws -> Result) async throws -> Result {
    try await withCheckedThrowingContinuation { continuation in
        DispatchQueue.global().async {
            continuation.resume(with: Swift.Result { try body() })
        }
    }
}
