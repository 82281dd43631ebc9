#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Why the operating system refused, in its words: “No space left on device”.
func systemReason(_ code: Int32 = errno) -> String {
    String(cString: strerror(code))
}

/// What the operating system said.
struct SystemFault: Error, CustomStringConvertible {
    let code: Int32
    var description: String { systemReason(code) }
}

/// Waits until a folder's list of names is on the disk: a new file is only as safe as its name.
func syncFolder(_ path: String) throws(SystemFault) {
    let folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { throw SystemFault(code: errno) }
    defer { close(folder) }
    guard fsync(folder) == 0 else { throw SystemFault(code: errno) }
}

/// Waits until a file's bytes are on the disk, and its name with them.
func syncFile(_ path: String) throws {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw SystemFault(code: errno) }
    defer { close(file) }
    guard fsync(file) == 0 else { throw SystemFault(code: errno) }
    try syncFolder(parent(of: path))
}

/// Lets the system forget what it remembers of a file that is on the disk, so that whoever reads it next reads what the
/// disk holds. Best effort: it may remember all the same.
func forgetBytes(of path: String) {
    #if os(Linux)
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return }
        _ = posix_fadvise(file, 0, 0, POSIX_FADV_DONTNEED)
        close(file)
    #endif
}

/// Writes a file's bytes over themselves, and waits until they are on the disk, and its name with them. After a failed
/// sync Linux takes what it was to save for saved: only what is written again is.
func rewrite(_ path: String) throws {
    let file = open(path, O_RDWR | O_CLOEXEC)
    guard file >= 0 else { throw SystemFault(code: errno) }
    defer { close(file) }
    var (offset, buffer) = (off_t(0), [UInt8](repeating: 0, count: 1 << 20))
    while true {
        let count = pread(file, &buffer, buffer.count, offset)
        if count < 0, errno == EINTR { continue }
        guard count >= 0 else { throw SystemFault(code: errno) }
        if count == 0 { break }
        guard lseek(file, offset, SEEK_SET) == offset else { throw SystemFault(code: errno) }
        try buffer.withUnsafeBytes { try writeAll(UnsafeRawBufferPointer(rebasing: $0[..<count]), to: file) }
        offset += off_t(count)
    }
    guard fsync(file) == 0 else { throw SystemFault(code: errno) }
    try syncFolder(parent(of: path))
}

/// Writes a new file whole, for the owner alone; it is on the disk when this returns.
func writeWhole(_ bytes: [UInt8], to path: String) throws {
    let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw SystemFault(code: errno) }
    defer { close(file) }
    try bytes.withUnsafeBytes { try writeAll($0, to: file) }
    guard fsync(file) == 0 else { throw SystemFault(code: errno) }
    try syncFolder(parent(of: path))
}

/// Makes a folder for the owner alone, if it isn't there, and sees that its parent remembers it: one that is there may
/// have been made a moment ago by another, or just before a crash, and its name not be on the disk yet.
func makeFolder(_ path: String) throws(SystemFault) {
    let isNew = mkdir(path, 0o700) == 0
    guard isNew || errno == EEXIST else { throw SystemFault(code: errno) }
    do {
        try syncFolder(parent(of: path))
    } catch let fault where fault.code == EACCES && !isNew {
        // Somebody else's, in a place that we may only pass through.
    }
}

/// Makes a folder for the owner alone, and those above it that aren't there.
func makeFolders(_ path: String) throws(SystemFault) {
    do {
        try makeFolder(path)
    } catch {
        guard error.code == ENOENT, parent(of: path) != path else { throw error }
        try makeFolders(parent(of: path))
        try makeFolder(path)
    }
}

/// The folder that a path is in.
func parent(of path: String) -> String {
    var path = path[...]
    while path.count > 1, path.last == "/" { path = path.dropLast() }
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
}

/// Writes all of the bytes to an open file.
func writeAll(_ bytes: UnsafeRawBufferPointer, to file: Int32) throws(SystemFault) {
    var rest = bytes[...]
    while !rest.isEmpty {
        let piece = UnsafeRawBufferPointer(rebasing: rest)
        let count = write(file, piece.baseAddress, piece.count)
        if count < 0, errno == EINTR { continue }
        guard count >= 0 else { throw SystemFault(code: errno) }
        rest = rest.dropFirst(count)
    }
}
