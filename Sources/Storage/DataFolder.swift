import Foundation
import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The folder that everything is kept in, open to its owner alone and held by one process at a time.
final class DataFolder: Sendable {
    let path: String
    /// Whether several processes use it at once.
    let isShared: Bool
    /// The open lock file, until it is let go.
    private let lock: Mutex<Int32?>

    /// Makes the folder if it isn't there, closes it to others, and takes its lock unless it is shared.
    ///
    /// - Throws: ``OpeningFault``
    init(_ path: String, isShared: Bool = false) throws(OpeningFault) {
        self.path = path
        self.isShared = isShared
        do {
            try makeFolders(path)
        } catch {
            throw .folder(path, reason: error.description)
        }
        try Self.closeToOthers(path)
        lock = Mutex(isShared ? nil : try Self.lock(path))
    }

    /// Whether the records that were here have been moved to another database.
    var isMovedAway: Bool {
        FileManager.default.fileExists(atPath: "\(path)/\(Self.moved)")
            && !FileManager.default.fileExists(atPath: "\(path)/\(Self.records)")
    }

    /// Whether there is anything in a folder that belongs to records: those themselves, or files they name.
    static func holdsAnything(_ path: String) -> Bool {
        let manager = FileManager.default
        if [records, moved].contains(where: { manager.fileExists(atPath: "\(path)/\($0)") }) { return true }
        let kept = (try? manager.contentsOfDirectory(atPath: "\(path)/\(KeptFiles.name)")) ?? []
        return kept.contains { $0 != KeptFiles.incoming }
    }

    static let records = "frankpledge.sqlite"
    /// What the file is called once its records are somewhere else.
    static let moved = "frankpledge.sqlite.moved"

    deinit {
        release()
    }

    /// Lets others have the folder.
    func release() {
        lock.withLock { lock in
            if let file = lock {
                // Let go by name: closing alone would leave it to a child that is just being started, and has a copy
                // of every open file until it becomes another program.
                flock(file, LOCK_UN)
                close(file)
            }
            lock = nil
        }
    }

    /// Closes the folder to others, unless it holds something else: one given by mistake stays as it is.
    private static func closeToOthers(_ path: String) throws(OpeningFault) {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        guard names.allSatisfy({ $0 == KeyFile.name }) || names.contains(records) else { return }
        guard chmod(path, 0o700) == 0 else { throw .folder(path, reason: systemReason()) }
    }

    /// A lock on an open file ends with the process, however it ends; so it can't be left behind. Closed on `exec`,
    /// or the programs started from this one would hold it.
    private static func lock(_ folder: String) throws(OpeningFault) -> Int32 {
        let file = open(folder + "/lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw .folder(folder, reason: systemReason()) }
        guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
            let (inUse, reason) = (errno == EWOULDBLOCK, systemReason())
            var buffer = [UInt8](repeating: 0, count: 20)
            let count = read(file, &buffer, buffer.count)
            close(file)
            guard inUse else { throw .folder(folder, reason: reason) }
            let text = String(decoding: buffer.prefix(max(count, 0)), as: UTF8.self)
            throw .inUse(folder: folder, process: Int(text.trimmingCharacters(in: .whitespacesAndNewlines)))
        }
        let text = Array("\(getpid())\n".utf8)
        guard ftruncate(file, 0) == 0, write(file, text, text.count) == text.count else {
            let reason = systemReason()
            close(file)
            throw .folder(folder, reason: reason)
        }
        return file
    }

    /// Makes an empty file for the owner alone, if there is none, and sees that the folder remembers it.
    ///
    /// - Throws: ``OpeningFault``
    func create(_ name: String) throws(OpeningFault) -> String {
        let file = path + "/" + name
        let descriptor = open(file, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        if descriptor >= 0 {
            close(descriptor)
        } else if errno != EEXIST {
            throw .folder(path, reason: systemReason())
        }
        do {
            try syncFolder(path)
        } catch {
            throw .folder(path, reason: error.description)
        }
        return file
    }
}
