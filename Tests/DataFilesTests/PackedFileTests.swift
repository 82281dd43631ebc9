import Testing

@testable import DataFiles

@Suite("Packed files are unpacked as they are read")
struct PackedFileTests {
    private let rows = (0..<4_000).map { Street.row(code: "E0100\(1_000 + $0 % 700)", name: "Dover 0\($0 % 700)A") }
    private let january = "2014-01/2014-01-kent-street.csv"

    private func refusal(
        _ bytes: [UInt8], name: String = "all.zip", options: StreetCrimeReader.Options = Street.options(),
        at place: SourceLocation = #_sourceLocation
    ) -> DataFileError? {
        Street.refusal(of: DataFile(bytes: bytes, name: name), options: options, at: place)
    }

    private func refusal(
        _ members: Packed.Member..., at place: SourceLocation = #_sourceLocation
    ) -> DataFileError? {
        refusal(Packed.zip(members), at: place)
    }

    @Test("plain, gzip and ZIP of the same rows give the same counts, whatever the files are called")
    func alike() throws {
        let plain = Street.csv(rows)
        let expected = try Street.read(DataFile(bytes: plain, name: "a.zip")).named
        let ways = [
            Packed.gzip(plain), Packed.zip([Packed.Member(january, plain)]),
            Packed.zip([Packed.Member.stored(january, plain)]),
        ]
        for bytes in ways {
            #expect(try Street.read(DataFile(bytes: bytes, name: "a.csv")).named == expected)
        }
    }

    @Test("a gzip file of several members is read to its end, zeros behind it too")
    func members() throws {
        let plain = Street.csv(rows)
        let parts = [plain.prefix(300_001), plain.dropFirst(300_001).prefix(1), plain.dropFirst(300_002)]
        let packed = parts.flatMap { Packed.gzip(Array($0)) } + [UInt8](repeating: 0, count: 700)
        #expect(try Street.read(DataFile(bytes: packed, name: "a.gz")).rows.kept == 4_000)
    }

    @Test("a gzip file's members may meet anywhere in what is read at a time", arguments: 1..<60)
    func seams(windowBytes: Int) throws {
        var limits = ReadingLimits()
        limits.blockBytes = windowBytes
        let plain = Street.csv(Array(rows.prefix(20)))
        let packed = stride(from: 0, to: plain.count, by: 701).flatMap { start in
            Packed.gzip(Array(plain[start..<min(start + 701, plain.count)]))
        }
        let options = Street.options(limits: limits)
        #expect(try Street.read(DataFile(bytes: packed, name: "a.gz"), options: options).rows.kept == 20)
        let archive = Packed.zip([Packed.Member(january, plain), Packed.Member("b-street.csv", Street.csv([]))])
        #expect(try Street.read(DataFile(bytes: archive, name: "a.zip"), options: options).rows.kept == 20)
        for packed in [packed, archive] {
            #expect(refusal(Array(packed.dropLast(9)), options: options) != nil)
        }
    }

    @Test("members that are not street-level are skipped and named, and so is what a Mac adds")
    func skipped() throws {
        let others = [
            "2014-01/", "2014-01/2014-01-kent-outcomes.csv", "2014-01/2014-01-kent-stop-and-search.csv",
            "2014-01/2014-02-kent-street.csv.gz", "inner.zip", "__MACOSX/2014-01/._2014-01-kent-street.csv",
            "2014-01/._2014-01-kent-street.csv",
        ]
        let archive = Packed.zip(
            others.map { Packed.Member($0, Array("junk".utf8)) }
                + [
                    Packed.Member(january, Street.csv([Street.thanet])),
                    Packed.Member("2014-02/2014-02-KENT-STREET.CSV", Street.csv([Street.row(month: "2014-02"), "x"])),
                ], comment: "made for a test")
        let counts = try Street.read(DataFile(bytes: archive, name: "all.zip"))
        #expect(counts.skipped == others.dropFirst().map { "all.zip/\($0)" })
        #expect(counts.files.map(\.name) == ["all.zip/\(january)", "all.zip/2014-02/2014-02-KENT-STREET.CSV"])
        #expect(counts.faults.map(\.file) == ["all.zip/2014-02/2014-02-KENT-STREET.CSV"])
        #expect(counts.files.map(\.rows.kept) == [1, 1])
    }

    @Test("an archive's month without rows is remarked on, not refused")
    func emptyMonth() throws {
        let archive = Packed.zip([
            Packed.Member(january, Street.csv([Street.thanet])),
            Packed.Member("2014-02-kent-street.csv", Street.csv([])),
        ])
        let counts = try Street.read(DataFile(bytes: archive, name: "all.zip"))
        #expect(counts.remarks == ["all.zip/2014-02-kent-street.csv has a header and no rows."])
    }

    @Test("an archive without street-level files is refused, naming what it holds")
    func noStreet() {
        let error = refusal(Packed.Member("xl/workbook.xml", []), Packed.Member("notes.txt", []))
        #expect(
            error?.problem == "no file in the archive has a name that ends in -street.csv; it holds "
                + "‘xl/workbook.xml’, ‘notes.txt’")
        #expect(refusal(Packed.zip([]))?.problem.hasSuffix("it is empty") == true)
    }

    @Test("a gzip file cut anywhere is refused, never half counted")
    func cutGzip() {
        let packed = Packed.gzip(Street.csv(rows))
        for count in [4, 10, 11, 100, 70_000, 400_000, packed.count - 9, packed.count - 8, packed.count - 1] {
            let error = refusal(Array(packed.prefix(count)), name: "a.gz")
            #expect(error?.problem.hasPrefix("the gzip file breaks off after ") == true, "cut to \(count)")
        }
    }

    @Test("a ZIP cut anywhere is refused")
    func cutZip() {
        let archive = Packed.zip([Packed.Member(january, Street.csv(rows))])
        for count in [4, 30, 60, 100_000, archive.count - 60, archive.count - 1] {
            let error = refusal(Array(archive.prefix(count)))
            #expect(error?.problem.hasPrefix("the ZIP archive breaks off") == true, "cut to \(count)")
        }
    }

    @Test("a bit turned over in packed data is found by the checksum")
    func damaged() throws {
        let gzip = Packed.gzip(Street.csv(rows))
        let zip = Packed.zip([Packed.Member(january, Street.csv(rows))])
        let stored = Packed.zip([Packed.Member.stored(january, Street.csv(rows))])
        for var bytes in [gzip, zip, stored] {
            // A letter of a location, so that nothing but the checksum can tell.
            let place = try #require(bytes[50_000...].firstIndex(of: UInt8(ascii: "H")))
            bytes[place] ^= 0x20
            #expect(refusal(bytes)?.problem.contains("damaged") == true)
        }
    }

    @Test("what follows a gzip file and is not gzip is refused")
    func trailing() {
        let error = refusal(Packed.gzip(Street.csv(rows)) + Array("more".utf8), name: "a.gz")
        #expect(error?.problem == "something that is not gzip follows the packed data")
    }

    @Test("a packed file within a packed file is not opened")
    func nested() {
        let plain = Street.csv(rows)
        #expect(refusal(Packed.gzip(Packed.gzip(plain)))?.problem.hasPrefix("it holds another gzip file") == true)
        #expect(refusal(Packed.Member(january, Packed.gzip(plain)))?.problem.hasPrefix("it holds another gzip") == true)
        let zip = Packed.zip([Packed.Member(january, plain)])
        #expect(refusal(Packed.gzip(zip))?.problem.hasPrefix("it holds a ZIP") == true)
    }

    @Test("a locked archive says so")
    func locked() {
        var member = Packed.Member(january, Street.csv(rows))
        member.flags = 1
        #expect(refusal(member)?.problem == "the archive is locked with a password")
    }

    @Test("a way of packing that is not known says so")
    func unknownMethod() {
        var member = Packed.Member(january, Street.csv(rows))
        member.method = 9
        #expect(refusal(member)?.problem == "it is packed in a way this program does not know (method 9)")
    }

    @Test(
        "a name that tries to leave the archive refuses it, even where the member would be skipped",
        arguments: [
            ("../2014-01-kent-street.csv", "leads out of the archive with ‘..’"),
            ("2014-01/../../etc/passwd", "leads out of the archive with ‘..’"),
            ("/etc/2014-01-kent-street.csv", "begins at the root of a disk"), ("C:/a-street.csv", "begins at the root"),
            ("2014-01\\a-street.csv", "holds a backslash"),
            ("a\0-street.csv", "holds a character that no name may hold"),
            ("a\n-street.csv", "holds a character that no name may hold"), ("", "is empty or longer than any name"),
            (String(repeating: "a", count: 2_000), "is empty or longer than any name"),
        ])
    func pathTricks(name: String, problem: String) {
        let error = refusal(Packed.Member(january, Street.csv(rows)), Packed.Member(name, []))
        #expect(error?.problem.contains(problem) == true)
    }

    @Test("a member whose name is another beside its data, or that overlaps another, is refused")
    func lies() {
        var renamed = Packed.Member(january, Street.csv(rows))
        renamed.localName = Array("2014-01/2014-01-surrey-stree.csv".utf8)
        #expect(refusal(renamed)?.problem == "the archive’s list of members is damaged")
        var second = Packed.Member("b-street.csv", Street.csv(rows))
        second.offset = 0
        #expect(
            refusal(Packed.Member("a-street.csv", Street.csv(rows)), second)?.problem
                == "the archive’s list of members is damaged")
    }

    @Test("sizes that are not true are found out", arguments: [0, 100, 1_000_000_000] as [UInt32])
    func wrongSize(size: UInt32) {
        var member = Packed.Member(january, Street.csv(rows))
        member.unpackedBytes = size
        #expect(refusal(member) != nil)
    }

    @Test("an archive that unpacks to more than it may is refused before it is unpacked")
    func bomb() {
        var member = Packed.Member(january, Street.csv(rows))
        member.unpackedBytes = 4_000_000_000
        #expect(refusal(member)?.problem == "it unpacks to more than 200 times its size, as no police data do")
        var limits = ReadingLimits()
        limits.unpackedBytes = 10_000
        let options = Street.options(limits: limits)
        let archive = Packed.zip([Packed.Member(january, Street.csv(rows))])
        #expect(refusal(archive, options: options)?.problem == "it unpacks to more than 10,000 bytes")
        let gzip = Packed.gzip(Street.csv(rows))
        #expect(refusal(gzip, options: options)?.problem == "it unpacks to more than 10,000 bytes")
    }

    @Test("more members than a list may have are refused")
    func manyMembers() {
        var limits = ReadingLimits()
        limits.members = 3
        let archive = Packed.zip((0..<4).map { Packed.Member("\($0)-street.csv", []) })
        let error = refusal(archive, options: Street.options(limits: limits))
        #expect(error?.problem == "the archive has more than 3 members")
    }

    @Test("archives with bytes changed at random are refused or read, and never crash", arguments: 0..<300)
    func mangled(seed: UInt64) {
        var chance = Chance(seed: seed)
        let plain = Street.csv(Array(repeating: Street.thanet, count: 30))
        var bytes = seed % 2 == 0 ? Packed.zip([Packed.Member(january, plain)]) : Packed.gzip(plain)
        for _ in 0..<Int.random(in: 1...6, using: &chance) {
            bytes[Int.random(in: bytes.indices, using: &chance)] = UInt8.random(in: 0...255, using: &chance)
        }
        let counts = try? StreetCrimeReader(Street.options()).read([DataFile(bytes: bytes, name: "a")])
        #expect(counts.map { $0.rows.read > 0 } != false)
    }
}
