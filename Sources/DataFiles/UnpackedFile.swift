import Wording

/// The bytes of a file that is read whole, unpacked where it is packed with gzip.
public enum UnpackedFile {
    /// - Parameter most: how many bytes it may have, unpacked.
    /// - Throws: `DataFileError` where it cannot be read or unpacked, or is larger.
    public static func bytes(of file: DataFile, most: Int) throws(DataFileError) -> [UInt8] {
        let source = try SourceBytes(file)
        let start = try source.bytes(0..<min(2, source.count)) ?? []
        let isPacked = start == [0x1F, 0x8B]
        let limits = ReadingLimits()
        let stream: any ByteStream = isPacked ? GzipStream(source, limits: limits) : PlainStream(source)
        var bytes: [UInt8] = []
        var block = [UInt8](repeating: 0, count: 1 << 20)
        while true {
            let got = try stream.read(into: &block, 0..<block.count)
            guard bytes.count + got <= most else {
                throw DataFileError(
                    file: file.name,
                    problem: isPacked
                        ? "it unpacks to more than \(most.grouped) bytes" : "it is larger than \(most.grouped) bytes",
                    advice: "Check that it is the file you meant. If it is, split it into parts.")
            }
            bytes += block[..<got]
            if got < block.count { return bytes }
        }
    }
}
