import Wording

/// The list of members at the end of a ZIP (APPNOTE 6.3.10), read with suspicion.
///
/// Only this list is believed, never what lies between the members: a file cut short has none, and says so.
struct ZipDirectory {
    /// One file in the archive.
    struct Member {
        /// `2014-01/2014-01-kent-street.csv`
        let name: String
        let method: Int
        let checksum: UInt32
        let packedBytes: Int
        let unpackedBytes: Int
        /// Where its local header begins in the archive.
        let headerOffset: Int
    }

    private(set) var members: [Member] = []
    /// Where the list itself begins, which no member may reach.
    let offset: Int

    private static let endSignature = 0x0605_4B50
    private static let endSignature64 = 0x0606_4B50
    private static let locatorSignature64 = 0x0706_4B50
    private static let memberSignature = 0x0201_4B50
    /// A list longer than this is no list of months' files.
    private static let longestList = 64 << 20

    /// - Throws: `DataFileError` if the archive is cut short, damaged, locked, or holds a name that tries to leave it.
    init(_ source: SourceBytes, limits: ReadingLimits) throws(DataFileError) {
        let place = try Self.place(in: source)
        guard place.count <= limits.members, place.bytes.count <= Self.longestList else {
            throw DataFileError(
                file: source.name, problem: "the archive has more than \(limits.members.grouped) members",
                advice: "Give an archive as data.police.uk makes it.")
        }
        guard let list = try source.bytes(place.bytes) else { throw Self.damaged(source.name) }
        offset = place.bytes.lowerBound
        var at = 0
        for _ in 0..<place.count {
            let member = try Self.member(in: list, at: &at, of: source.name)
            if !member.name.hasSuffix("/") { members.append(member) }
        }
        try refuseOverlaps(source.name)
    }

    /// Finds the list from the record at the archive's very end.
    private static func place(in source: SourceBytes) throws(DataFileError) -> (count: Int, bytes: Range<Int>) {
        // The record is 22 bytes and a comment of up to 65,535.
        let tailStart = max(0, source.count - 22 - 65_535)
        guard let tail = try source.bytes(tailStart..<source.count), tail.count >= 22 else {
            throw truncated(source.name)
        }
        for at in stride(from: tail.count - 22, through: 0, by: -1)
        where tail.int32(at: at) == endSignature && tail.int16(at: at + 20) == tail.count - at - 22 {
            if let large = try place64(in: source, before: tailStart + at) { return large }
            guard let count = tail.int16(at: at + 10), let size = tail.int32(at: at + 12),
                let start = tail.int32(at: at + 16), start + size <= tailStart + at
            else { throw damaged(source.name) }
            return (count, start..<start + size)
        }
        throw truncated(source.name)
    }

    /// The same for an archive too large for 32 bits; nil where it is not one.
    private static func place64(
        in source: SourceBytes, before end: Int
    ) throws(DataFileError) -> (count: Int, bytes: Range<Int>)? {
        guard end >= 20, let locator = try source.bytes(end - 20..<end), locator.int32(at: 0) == locatorSignature64
        else { return nil }
        guard let recordOffset = locator.int64(at: 8), recordOffset <= end - 20 - 56,
            let record = try source.bytes(recordOffset..<recordOffset + 56), record.int32(at: 0) == endSignature64,
            let count = record.int64(at: 32), let size = record.int64(at: 40), let start = record.int64(at: 48),
            start <= recordOffset, size <= recordOffset - start
        else { throw damaged(source.name) }
        return (count, start..<start + size)
    }

    private static func member(
        in list: [UInt8], at: inout Int, of archive: String
    ) throws(DataFileError) -> Member {
        guard list.int32(at: at) == memberSignature, let flags = list.int16(at: at + 8),
            let method = list.int16(at: at + 10), let checksum = list.int32(at: at + 16),
            let packed = list.int32(at: at + 20), let unpacked = list.int32(at: at + 24),
            let nameLength = list.int16(at: at + 28), let extraLength = list.int16(at: at + 30),
            let commentLength = list.int16(at: at + 32), let headerOffset = list.int32(at: at + 42),
            at + 46 + nameLength + extraLength + commentLength <= list.count
        else { throw damaged(archive) }
        let nameEnd = at + 46 + nameLength
        let name = try checkedName(list[at + 46..<nameEnd], of: archive)
        if flags & 0x2041 != 0 {
            throw DataFileError(
                file: "\(archive)/\(name)", problem: "the archive is locked with a password",
                advice: "Unlock it and give the files themselves, or an archive without a password.")
        }
        var large = LargeSizes(unpacked: unpacked, packed: packed, headerOffset: headerOffset)
        guard large.read(Array(list[nameEnd..<nameEnd + extraLength])) else { throw damaged(archive) }
        at = nameEnd + extraLength + commentLength
        return Member(
            name: name, method: method, checksum: UInt32(checksum), packedBytes: large.packed,
            unpackedBytes: large.unpacked, headerOffset: large.headerOffset)
    }

    /// Nothing is ever written to a disk under a member's name, but one that tries to leave its folder tells that the
    /// archive was made to do harm.
    private static func checkedName(_ bytes: ArraySlice<UInt8>, of archive: String) throws(DataFileError) -> String {
        let name = String(decoding: bytes, as: UTF8.self)
        let problem: String? =
            if bytes.contains(where: { $0 < 0x20 || $0 == 0x7F }) {
                "holds a character that no name may hold"
            } else if name.isEmpty || name.utf8.count > 1024 {
                "is empty or longer than any name"
            } else if name.hasPrefix("/") || name.dropFirst().hasPrefix(":") {
                "begins at the root of a disk"
            } else if name.contains("\\") {
                "holds a backslash"
            } else if name.split(separator: "/").contains("..") {
                "leads out of the archive with ‘..’"
            } else {
                nil
            }
        guard let problem else { return name }
        throw DataFileError(
            file: archive, problem: "the name of its member ‘\(Legible.short(name, limit: 80))’ \(problem)",
            advice: "This archive was not made by data.police.uk; download it again from there.")
    }

    /// Members that share bytes are how a small archive unpacks to a vast one.
    private func refuseOverlaps(_ archive: String) throws(DataFileError) {
        var end = 0
        for member in members.sorted(by: { $0.headerOffset < $1.headerOffset }) {
            let (memberEnd, overflowed) = (member.headerOffset + 30).addingReportingOverflow(member.packedBytes)
            guard member.headerOffset >= end, !overflowed, memberEnd <= offset else { throw Self.damaged(archive) }
            end = memberEnd
        }
    }

    static func damaged(_ archive: String) -> DataFileError {
        DataFileError(
            file: archive, problem: "the archive’s list of members is damaged", advice: "Fetch the file again.")
    }

    private static func truncated(_ archive: String) -> DataFileError {
        DataFileError(
            file: archive, problem: "the ZIP archive breaks off: the list at its end is missing",
            advice: "The download or the copy was cut short; fetch the file again.")
    }
}

/// The sizes of a member, whose 32 bits, where all are set, stand for 64 in the extra field (APPNOTE 4.5.3).
private struct LargeSizes {
    var unpacked: Int
    var packed: Int
    var headerOffset: Int

    /// False if the extra field is needed and damaged.
    mutating func read(_ extra: [UInt8]) -> Bool {
        let isLarge = [unpacked, packed, headerOffset].contains(0xFFFF_FFFF)
        guard isLarge else { return true }
        var at = 0
        while let tag = extra.int16(at: at), let size = extra.int16(at: at + 2) {
            if tag == 1 {
                var value = at + 4
                return take(&unpacked, extra, &value) && take(&packed, extra, &value)
                    && take(&headerOffset, extra, &value) && value <= at + 4 + size
            }
            at += 4 + size
        }
        return false
    }

    private func take(_ size: inout Int, _ extra: [UInt8], _ at: inout Int) -> Bool {
        guard size == 0xFFFF_FFFF else { return true }
        guard let large = extra.int64(at: at) else { return false }
        size = large
        at += 8
        return true
    }
}
