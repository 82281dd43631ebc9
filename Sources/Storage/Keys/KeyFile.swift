import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The file in which the keys of an installation lie: one to a line, in Base64, for its owner alone.
enum KeyFile {
    /// What it is called in a data folder.
    static let name = "installation.key"

    private static let head = """
        # The key of this installation. What it wraps, the secrets of people’s second steps, opens with no other.
        # It is in no backup: keep a copy of this file apart from them. If it is lost, people sign in by their
        # recovery codes and set up their second step anew. The first line is the key that wraps; keep older ones
        # below it as long as a backup may need them.

        """

    /// The keys in a file that the operator named. None is made: a name with a slip in it would make a new one.
    ///
    /// - Throws: ``KeyFault``
    static func keys(in file: String) throws(KeyFault) -> InstallationKeys {
        guard let keys = try read(file) else { throw .missing(file: file) }
        return keys
    }

    /// The keys in a data folder. The first to ask for them makes one; of two who do at once, both have the same.
    ///
    /// - Throws: ``KeyFault``
    static func keys(inFolder folder: String) throws(KeyFault) -> InstallationKeys {
        let file = "\(folder)/\(name)"
        if let keys = try read(file) { return keys }
        try make(file)
        return try keys(in: file)
    }

    private static func make(_ file: String) throws(KeyFault) {
        let draft = "\(file).\(UUID().uuidString)"
        defer { unlink(draft) }
        do {
            try writeWhole(Array((head + InstallationKey().text + "\n").utf8), to: draft)
            // A second name for it fails where somebody else was quicker; theirs is the one then.
            guard link(draft, file) == 0 || errno == EEXIST else { throw SystemFault(code: errno) }
            try syncFolder(parent(of: file))
        } catch {
            throw .unreadable(file: file, reason: "\(error)")
        }
    }

    private static func read(_ file: String) throws(KeyFault) -> InstallationKeys? {
        var about = stat()
        guard stat(file, &about) == 0 else {
            if errno == ENOENT { return nil }
            throw .unreadable(file: file, reason: systemReason())
        }
        guard about.st_mode & 0o077 == 0 else { throw .openToOthers(file: file) }
        guard let bytes = FileManager.default.contents(atPath: file) else {
            throw .unreadable(file: file, reason: "you may not read it")
        }
        var ring: [InstallationKey] = []
        for (number, line) in String(decoding: bytes, as: UTF8.self).split(
            separator: "\n", omittingEmptySubsequences: false
        ).enumerated() {
            let text = line.trimmingCharacters(in: .whitespaces)
            guard !text.isEmpty, !text.hasPrefix("#") else { continue }
            guard let key = InstallationKey(text) else { throw .notAKey(file: file, line: number + 1) }
            ring.append(key)
        }
        guard let keys = InstallationKeys(ring) else { throw .empty(file: file) }
        return keys
    }
}

extension InstallationKeys {
    /// Whether a data folder has its file of keys.
    public static func lie(in folder: String) -> Bool {
        FileManager.default.fileExists(atPath: "\(folder)/\(KeyFile.name)")
    }
}
