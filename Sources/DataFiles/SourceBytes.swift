#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The bytes of a given file, on disk or in memory, read at any offset. The only file that calls the system.
final class SourceBytes {
    let name: String
    /// How many bytes there were when it was opened.
    let count: Int
    private let content: Content

    private enum Content {
        case descriptor(Int32)
        case memory([UInt8])
    }

    /// - Throws: `DataFileError` if there is no such file, it cannot be opened, or it is not a file but a folder, a
    ///   pipe or a device.
    init(_ file: DataFile) throws(DataFileError) {
        name = file.name
        switch file.content {
        case .bytes(let bytes):
            content = .memory(bytes)
            count = bytes.count
        case .path(let path):
            // Without O_NONBLOCK, opening a pipe that nobody writes to would wait for ever.
            let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
            guard descriptor >= 0 else { throw Self.unopened(file.name, errno) }
            content = .descriptor(descriptor)
            var status = stat()
            let isKnown = fstat(descriptor, &status) == 0
            count = Int(status.st_size)
            let kind = status.st_mode & S_IFMT
            guard isKnown, kind == S_IFREG else {
                throw DataFileError(
                    file: file.name, problem: kind == S_IFDIR ? "this is a folder" : "this is not an ordinary file",
                    advice: kind == S_IFDIR ? "Give the files in it." : "Save the data to a file and give that.")
            }
        }
    }

    deinit {
        if case .descriptor(let descriptor) = content { close(descriptor) }
    }

    /// Reads from `offset` into `buffer[range]` as many bytes as there are; 0 at the end.
    func read(at offset: Int, into buffer: inout [UInt8], _ range: Range<Int>) throws(DataFileError) -> Int {
        switch content {
        case .memory(let bytes):
            let wanted = min(range.count, max(0, bytes.count - offset))
            for index in 0..<wanted { buffer[range.lowerBound + index] = bytes[offset + index] }
            return wanted
        case .descriptor(let descriptor):
            precondition(range.lowerBound >= 0 && range.upperBound <= buffer.count)
            while true {
                let got = buffer.withUnsafeMutableBytes { bytes in
                    pread(descriptor, bytes.baseAddress.map { $0 + range.lowerBound }, range.count, off_t(offset))
                }
                if got >= 0 { return got }
                if errno == EINTR { continue }
                throw DataFileError(
                    file: name, problem: "reading failed: \(Self.reason(errno))",
                    advice: "Check the disk, copy the file afresh, and try again.")
            }
        }
    }

    /// Reads exactly `range` of the file, or nil if it is not all there.
    func bytes(_ range: Range<Int>) throws(DataFileError) -> [UInt8]? {
        guard range.lowerBound >= 0, range.upperBound <= count else { return nil }
        var buffer = [UInt8](repeating: 0, count: range.count)
        var filled = 0
        while filled < range.count {
            let got = try read(at: range.lowerBound + filled, into: &buffer, filled..<range.count)
            if got == 0 { return nil }
            filled += got
        }
        return buffer
    }

    private static func unopened(_ name: String, _ code: Int32) -> DataFileError {
        switch code {
        case ENOENT, ENOTDIR:
            DataFileError(file: name, problem: "there is no such file", advice: "Check the name and the folder.")
        case EACCES, EPERM:
            DataFileError(
                file: name, problem: "this program may not read the file",
                advice: "Give the account it runs under permission to read it.")
        default:
            DataFileError(
                file: name, problem: "the file could not be opened: \(reason(code))",
                advice: "Check the name, and that the file is an ordinary one.")
        }
    }

    private static func reason(_ code: Int32) -> String { String(cString: strerror(code)) }
}
