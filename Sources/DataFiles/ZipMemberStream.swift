import Wording

/// One member of a ZIP unpacked as it is read, its size and checksum verified at its end.
final class ZipMemberStream: ByteStream {
    private let source: SourceBytes
    private let member: ZipDirectory.Member
    private let name: String
    private let inflater: Inflater
    private let allowance: UnpackingAllowance
    /// Where the packed data begin, and how far they have been copied if they are not packed.
    private var offset: Int
    private let end: Int
    private var produced = 0
    private var checksum: UInt32 = 0
    private var isFinished = false

    /// - Parameter limit: where the archive's list begins.
    init(_ source: SourceBytes, _ member: ZipDirectory.Member, limit: Int, limits: ReadingLimits) throws(DataFileError)
    {
        self.source = source
        self.member = member
        name = "\(source.name)/\(member.name)"
        allowance = UnpackingAllowance(file: name, limits: limits)
        let start = member.headerOffset
        guard let header = try source.bytes(start..<start + 30), header.int32(at: 0) == 0x0403_4B50,
            let nameLength = header.int16(at: 26), let extraLength = header.int16(at: 28),
            let localName = try source.bytes(start + 30..<start + 30 + nameLength),
            String(decoding: localName, as: UTF8.self) == member.name
        else { throw ZipDirectory.damaged(source.name) }
        offset = start + 30 + nameLength + extraLength
        end = offset + member.packedBytes
        inflater = Inflater(.none, source, from: offset, to: end, windowBytes: limits.blockBytes)
        guard end <= limit else { throw ZipDirectory.damaged(source.name) }
        guard member.method == 8 || member.method == 0 && member.packedBytes == member.unpackedBytes else {
            throw DataFileError(
                file: name, problem: "it is packed in a way this program does not know (method \(member.method))",
                advice: "Make the archive again as an ordinary ZIP, or give the files themselves.")
        }
    }

    var bytesUsed: Int { member.method == 0 ? offset : inflater.offset }

    func read(into buffer: inout [UInt8], _ range: Range<Int>) throws(DataFileError) -> Int {
        var filled = range.lowerBound
        while filled < range.upperBound, !isFinished {
            let got =
                try member.method == 0
                ? copy(into: &buffer, filled..<range.upperBound) : inflate(into: &buffer, filled..<range.upperBound)
            filled += got
            produced += got
            if produced > member.unpackedBytes { throw damaged }
            try allowance.check(unpacked: produced, from: member.packedBytes)
        }
        if isFinished, produced != member.unpackedBytes || checksum != member.checksum { throw damaged }
        return filled - range.lowerBound
    }

    private func inflate(into buffer: inout [UInt8], _ range: Range<Int>) throws(DataFileError) -> Int {
        let step = try inflater.step(into: &buffer, range)
        isFinished = step.isFinished
        checksum = inflater.checksum
        if step.isDamaged || step.isStuck { throw damaged }
        return step.produced
    }

    /// A member that was stored as it is.
    private func copy(into buffer: inout [UInt8], _ range: Range<Int>) throws(DataFileError) -> Int {
        let wanted = min(range.count, end - offset)
        let got = try source.read(at: offset, into: &buffer, range.lowerBound..<range.lowerBound + wanted)
        checksum = Inflater.checksum(of: buffer, range.lowerBound..<range.lowerBound + got, after: checksum)
        offset += got
        isFinished = offset == end
        if got == 0, !isFinished { throw damaged }
        return got
    }

    private var damaged: DataFileError {
        DataFileError(
            file: name, problem: "the archive is damaged, somewhere after \(produced.grouped) bytes of text",
            advice: "Fetch the file again.")
    }
}
