/// Gzip files and ZIP archives made for a test. What they hold is stored, not squeezed, unless it comes squeezed.
enum Packed {
    /// The CRC-32 of gzip and ZIP of each byte.
    private static let checksums: [UInt32] = (0..<256).map { byte in
        (0..<8).reduce(byte) { crc, _ in crc >> 1 ^ (crc & 1 == 1 ? 0xEDB8_8320 : 0) }
    }

    static func checksum(_ bytes: [UInt8]) -> UInt32 {
        var crc = UInt32.max
        for byte in bytes { crc = crc >> 8 ^ checksums[Int(UInt8(truncatingIfNeeded: crc) ^ byte)] }
        return ~crc
    }

    static func little<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
        withUnsafeBytes(of: number.littleEndian, Array.init)
    }

    /// DEFLATE of stored blocks.
    static func deflated(_ bytes: [UInt8]) -> [UInt8] {
        var packed: [UInt8] = []
        var rest = bytes[...]
        repeat {
            let block = rest.prefix(65_535)
            rest = rest.dropFirst(block.count)
            packed.append(rest.isEmpty ? 1 : 0)
            packed += little(UInt16(block.count)) + little(~UInt16(block.count)) + block
        } while !rest.isEmpty
        return packed
    }

    static func gzip(_ bytes: [UInt8]) -> [UInt8] {
        [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255] + deflated(bytes) + little(checksum(bytes))
            + little(UInt32(truncatingIfNeeded: bytes.count))
    }

    /// One member of an archive, and the lies it may tell.
    struct Member {
        var name: [UInt8]
        var method: UInt16 = 8
        var flags: UInt16 = 0
        var checksum: UInt32
        var packed: [UInt8]
        var unpackedBytes: UInt32
        /// The name before the data, where it is another than in the list.
        var localName: [UInt8]?
        /// Where the list says it begins, where that is not so.
        var offset: UInt32?

        init(_ name: String, _ bytes: [UInt8]) {
            self.name = Array(name.utf8)
            checksum = Packed.checksum(bytes)
            packed = deflated(bytes)
            unpackedBytes = UInt32(bytes.count)
        }

        static func stored(_ name: String, _ bytes: [UInt8]) -> Member {
            var member = Member(name, bytes)
            member.method = 0
            member.packed = bytes
            return member
        }

        fileprivate var sizes: [UInt8] { little(checksum) + little(UInt32(packed.count)) + little(unpackedBytes) }
    }

    static func zip(_ members: [Member], comment: String = "") -> [UInt8] {
        var archive: [UInt8] = []
        var list: [UInt8] = []
        for member in members {
            let offset = member.offset ?? UInt32(archive.count)
            let name = member.localName ?? member.name
            archive += little(UInt32(0x0403_4B50)) + little(UInt16(20)) + little(member.flags) + little(member.method)
            archive += little(UInt32(0)) + member.sizes + little(UInt16(name.count)) + little(UInt16(0))
            archive += name + member.packed
            list += little(UInt32(0x0201_4B50)) + little(UInt32(20)) + little(member.flags) + little(member.method)
            list +=
                little(UInt32(0)) + member.sizes + little(UInt16(member.name.count)) + [UInt8](repeating: 0, count: 12)
            list += little(offset) + member.name
        }
        let count = UInt16(members.count)
        return archive + list + little(UInt32(0x0605_4B50)) + little(UInt32(0)) + little(count) + little(count)
            + little(UInt32(list.count)) + little(UInt32(archive.count)) + little(UInt16(comment.utf8.count))
            + Array(comment.utf8)
    }
}
