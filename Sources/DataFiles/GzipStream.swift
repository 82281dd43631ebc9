import Wording

/// A gzip file unpacked as it is read, one member after another.
final class GzipStream: ByteStream {
    private let file: String
    private let inflater: Inflater
    private let allowance: UnpackingAllowance
    private var isBetweenMembers = false
    private var produced = 0

    init(_ source: SourceBytes, limits: ReadingLimits) {
        file = source.name
        inflater = Inflater(.gzip, source, from: 0, to: .max, windowBytes: limits.blockBytes)
        allowance = UnpackingAllowance(file: source.name, limits: limits)
    }

    var bytesUsed: Int { inflater.offset }

    func read(into buffer: inout [UInt8], _ range: Range<Int>) throws(DataFileError) -> Int {
        var filled = range.lowerBound
        while filled < range.upperBound {
            if isBetweenMembers {
                guard try beginNextMember() else { break }
            }
            let step = try inflater.step(into: &buffer, filled..<range.upperBound)
            filled += step.produced
            produced += step.produced
            if step.isDamaged { throw damaged }
            if step.isStuck { throw truncated }
            isBetweenMembers = step.isFinished
            try allowance.check(unpacked: produced, from: bytesUsed)
        }
        return filled - range.lowerBound
    }

    /// Skips zeros between members, which tapes and some tools leave behind. False at the end of the file.
    private func beginNextMember() throws(DataFileError) -> Bool {
        guard let next = try inflater.skipZeros() else { return false }
        guard next == 0x1F else {
            throw DataFileError(
                file: file, problem: "something that is not gzip follows the packed data",
                advice: "Download the file again.")
        }
        inflater.begin()
        isBetweenMembers = false
        return true
    }

    private var truncated: DataFileError {
        DataFileError(
            file: file, problem: "the gzip file breaks off after \(produced.grouped) bytes of text",
            advice: "The download or the copy was cut short; fetch the file again.")
    }

    private var damaged: DataFileError {
        DataFileError(
            file: file, problem: "the gzip file is damaged, somewhere after \(produced.grouped) bytes of text",
            advice: "Fetch the file again.")
    }
}
