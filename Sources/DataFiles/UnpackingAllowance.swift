import Wording

/// How much a packed file may unpack to: what stands between a few kilobytes of malice and a day's work.
struct UnpackingAllowance {
    let file: String
    let limits: ReadingLimits

    /// Below this no ratio is too high: a small file of like rows packs very well.
    private static let unquestioned = 256 << 20

    /// - Throws: `DataFileError` once more has come out than may.
    func check(unpacked: Int, from packed: Int) throws(DataFileError) {
        let isTooMuch = unpacked > limits.unpackedBytes
        let isTooDense = unpacked > Self.unquestioned && unpacked / limits.unpackedRatio > packed
        guard isTooMuch || isTooDense else { return }
        throw DataFileError(
            file: file,
            problem: isTooMuch
                ? "it unpacks to more than \(limits.unpackedBytes.grouped) bytes"
                : "it unpacks to more than \(limits.unpackedRatio) times its size, as no police data do",
            advice: "Download the file again from data.police.uk; do not use this one.")
    }
}
