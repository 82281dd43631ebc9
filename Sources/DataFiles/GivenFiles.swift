/// The CSVs in the files given, one after another, those in archives among them.
struct GivenFiles {
    /// A CSV about to be read.
    struct Opened {
        let name: String
        /// Which of the files given it is, or is in.
        let given: Int
        let stream: any ByteStream
    }

    private let files: [DataFile]
    private let sizes: [Int]
    private let limits: ReadingLimits
    private var next = 0
    private var archive: OpenArchive?
    /// Members not read, by the names people know them by.
    private(set) var skipped: [String] = []

    private struct OpenArchive {
        let source: SourceBytes
        let listOffset: Int
        var members: ArraySlice<ZipDirectory.Member>
    }

    /// Opens each once, so that a name misspelt is told before anything is read.
    init(_ files: [DataFile], limits: ReadingLimits) throws(DataFileError) {
        self.files = files
        self.limits = limits
        var sizes: [Int] = []
        for file in files {
            let size = try SourceBytes(file).count
            guard size > 0 else {
                throw DataFileError(
                    file: file.name, problem: "the file is empty", advice: "Download or copy the file again.")
            }
            sizes.append(size)
        }
        self.sizes = sizes
    }

    var bytesTotal: Int { sizes.reduce(0, +) }

    /// Bytes of the files before the one being read.
    var bytesDone: Int { sizes.prefix(max(0, next - 1)).reduce(0, +) }

    /// The next CSV, or nil after the last.
    mutating func open() throws(DataFileError) -> Opened? {
        while true {
            if let member = archive?.members.popFirst(), let archive {
                let stream = try ZipMemberStream(archive.source, member, limit: archive.listOffset, limits: limits)
                return Opened(name: "\(archive.source.name)/\(member.name)", given: next - 1, stream: stream)
            }
            archive = nil
            guard next < files.count else { return nil }
            let source = try SourceBytes(files[next])
            next += 1
            let start = try source.bytes(0..<min(4, source.count)) ?? []
            if start.starts(with: [0x1F, 0x8B]) {
                return Opened(name: source.name, given: next - 1, stream: GzipStream(source, limits: limits))
            }
            guard start == Array("PK\u{3}\u{4}".utf8) || start == Array("PK\u{5}\u{6}".utf8) else {
                return Opened(name: source.name, given: next - 1, stream: PlainStream(source))
            }
            try open(archive: source)
        }
    }

    private mutating func open(archive source: SourceBytes) throws(DataFileError) {
        let directory = try ZipDirectory(source, limits: limits)
        let members = directory.members.filter { Self.isStreet($0.name) }
        skipped += directory.members.lazy.filter { !Self.isStreet($0.name) }.map { "\(source.name)/\($0.name)" }
        guard !members.isEmpty else {
            let held = directory.members.prefix(3).map { "‘\(Legible.short($0.name, limit: 80))’" }
            throw DataFileError(
                file: source.name,
                problem: "no file in the archive has a name that ends in -street.csv; "
                    + (held.isEmpty
                        ? "it is empty"
                        : "it holds \(held.joined(separator: ", "))"
                            + (directory.members.count > 3 ? " and \(directory.members.count - 3) more" : "")),
                advice: "Give the archive with street-level crime from data.police.uk.")
        }
        let unpacked = members.reduce(0) { total, member in
            let (sum, overflowed) = total.addingReportingOverflow(member.unpackedBytes)
            return overflowed ? .max : sum
        }
        try UnpackingAllowance(file: source.name, limits: limits).check(unpacked: unpacked, from: source.count)
        archive = OpenArchive(source: source, listOffset: directory.offset, members: members[...])
    }

    /// Whether a member is a month of street-level crime; not one of the notes a Mac adds to archives it makes.
    private static func isStreet(_ name: String) -> Bool {
        let base = name.split(separator: "/").last ?? ""
        return base.lowercased().hasSuffix("-street.csv") && !base.hasPrefix("._") && !name.hasPrefix("__MACOSX/")
    }
}
