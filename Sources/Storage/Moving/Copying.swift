import Foundation

extension KeptFiles {
    /// Copies every kept file to a folder, comparing each with its hash on the way.
    ///
    /// - Throws: ``KeptFileFault/damaged(_:)``, ``MovingFault/file(_:reason:)``
    func copyAll(to target: String, progress: (Int, Int) throws -> Void) throws -> [Manifest.Content] {
        let hashes = try all()
        return try hashes.enumerated().map { index, hash in
            let source = path(of: hash)
            let path = "files/\(hash.folders)/\(hash)"
            let copy = "\(target)/\(hash.folders)/\(hash)"
            try copyFile(source, to: copy, mode: 0o400)
            guard FileHash(ofFileAt: copy) == hash else { throw KeptFileFault.damaged(hash) }
            try progress(index + 1, hashes.count)
            return Manifest.Content(path: path, sha256: hash, bytes: size(of: hash) ?? 0)
        }
    }
}

/// Copies a file to a new place, making the folders above it; it is on the disk when this returns.
///
/// - Throws: ``MovingFault/file(_:reason:)``
func copyFile(_ source: String, to target: String, mode: Int) throws {
    do {
        try makeFolders(parent(of: target))
        // Under another name until it is whole, and then under its own for good.
        let part = target + ".part"
        try FileManager.default.copyItem(atPath: source, toPath: part)
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: part)
        try syncFile(part)
        forgetBytes(of: part)
        guard rename(part, target) == 0 else { throw SystemFault(code: errno) }
        try syncFolder(parent(of: target))
    } catch let fault as SystemFault {
        throw MovingFault.file(target, reason: fault.description)
    } catch let error as CocoaError {
        throw MovingFault.file(target, reason: error.localizedDescription)
    }
}

/// Gives a file that is never altered a second name, making the folders above it; copies it where the file system knows
/// no such thing.
///
/// - Throws: ``MovingFault/file(_:reason:)``
func linkFile(_ source: String, to target: String) throws {
    do {
        try makeFolders(parent(of: target))
    } catch {
        throw MovingFault.file(target, reason: error.description)
    }
    if link(source, target) != 0 { try copyFile(source, to: target, mode: 0o400) }
}

/// Makes a folder that is not there, and those above it.
///
/// - Throws: ``MovingFault/exists(_:)``, ``MovingFault/file(_:reason:)``
func makeNewFolder(_ path: String) throws(MovingFault) {
    do throws(SystemFault) {
        try makeFolders(parent(of: path))
        guard mkdir(path, 0o700) == 0 else { throw SystemFault(code: errno) }
        try syncFolder(parent(of: path))
    } catch {
        throw error.code == EEXIST ? .exists(path) : .file(path, reason: error.description)
    }
}

/// How many bytes are free on the disk where a folder is, or is to be made; `nil` where it is not told.
func roomOnDisk(of path: String) -> Int? {
    if let found = try? FileManager.default.attributesOfFileSystem(forPath: path)[.systemFreeSize] {
        return (found as? NSNumber)?.intValue
    }
    return parent(of: path) == path ? nil : roomOnDisk(of: parent(of: path))
}
