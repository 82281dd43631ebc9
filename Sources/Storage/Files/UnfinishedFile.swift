import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// A file on its way in, under a name of its own in the same file system as its place to be.
struct UnfinishedFile: Sendable {
    static let doing = "keeping the file"

    /// The open file's descriptor.
    let file: Int32
    private let path: String
    private let files: KeptFiles

    init(in folder: String, of files: KeptFiles) throws(KeptFileFault) {
        self.files = files
        path = "\(folder)/\(UUID().uuidString)"
        file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw KeptFileFault(SystemFault(code: errno), doing: Self.doing) }
    }

    func remove() {
        close(file)
        unlink(path)
    }

    /// Closes the file to changes, waits until it is on the disk, and gives it its place.
    ///
    /// - Throws: ``KeptFileFault``; the file is then gone.
    func settle(_ hash: FileHash, size: Int) throws(KeptFileFault) -> KeptFile {
        do throws(SystemFault) {
            guard fchmod(file, 0o400) == 0, fsync(file) == 0 else { throw SystemFault(code: errno) }
            let isNew = try files.place(path, as: hash)
            close(file)
            return KeptFile(hash: hash, size: size, isNew: isNew)
        } catch {
            remove()
            throw KeptFileFault(error, doing: Self.doing)
        }
    }
}
