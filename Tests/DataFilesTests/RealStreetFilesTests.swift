import DataFiles
import Foundation
import ScratchDatabases
import Testing

@Suite(
    "Real files from data.police.uk",
    .enabled(if: RealStreetFiles.present, "no data samples: set FRANKPLEDGE_DATA_SAMPLES"))
struct RealStreetFilesTests {
    private func read(_ paths: [String]) throws -> StreetCrimeCounts {
        try StreetCrimeReader(Street.options()).read(paths.map { DataFile(path: $0) })
    }

    @Test("Kent, January to November 2014: 148,133 rows, 17,025 of them in Thanet")
    func kent() throws {
        let counts = try read(RealStreetFiles.paths { $0.hasSuffix("kent-street.csv.gz") })
        #expect(counts.rows == RowTally(kept: 147_027, unplaced: 1_106))
        #expect(counts.rows.read == 148_133)
        #expect(counts.months.map(\.description) == (1...11).map { "2014-" + ($0 < 10 ? "0" : "") + "\($0)" })
        #expect(counts.forceMonths.count == 11)
        let thanet = counts.cells.filter { counts.lsoas[$0.lsoa].district == "Thanet" }
        let antisocial = thanet.filter { counts.types[$0.type] == "Anti-social behaviour" }
        #expect(thanet.reduce(0) { $0 + $1.count } == 17_025)
        #expect(antisocial.reduce(0) { $0 + $1.count } == 5_794)
        #expect(counts.lsoas.count { $0.district == "Thanet" } == 84)
        #expect(counts.remarks.isEmpty && counts.faults.isEmpty && counts.generatedRows == 0)
    }

    @Test("other forces agree, cell by cell, with a reader that is slow and simple", arguments: RealStreetFiles.sample)
    func others(path: String) async throws {
        let plain = try await RealStreetFiles.unpacked(path)
        let slow = SlowCount(String(decoding: plain, as: UTF8.self))
        for file in [DataFile(path: path), DataFile(bytes: plain, name: "a.csv")] {
            let counts = try Street.read(file)
            #expect(counts.named == slow.cells)
            #expect(counts.rows == RowTally(kept: slow.kept, unplaced: slow.unplaced))
        }
    }

    @Test("a ZIP of months' folders gives what the gzip files in it gave")
    func zipped() throws {
        let paths = RealStreetFiles.paths { $0.contains("2014-0") && $0.hasSuffix("norfolk-street.csv.gz") }
        let members = try paths.map { path in
            let name = try #require(path.split(separator: "/").last).dropLast(3)
            return try RealStreetFiles.member("\(name.prefix(7))/\(name)", gzip: RealStreetFiles.bytes(path))
        }
        let archive = try Street.read(DataFile(bytes: Packed.zip(members), name: "norfolk.zip"))
        let apart = try read(paths)
        #expect(archive.named == apart.named)
        #expect(archive.rows == apart.rows)
        #expect(archive.files.count == 9)
    }

    @Test("the samples of 2018 lack the end of their last line: they are refused as they are and read once mended")
    func samples() throws {
        let folder = RealStreetFiles.folder + "/../format-samples/"
        let files = try ["avon-and-somerset", "bedfordshire"].map { force in
            let path = "\(folder)2018-01-\(force)-street.csv"
            #expect(Street.refusal(of: DataFile(path: path))?.problem.contains("breaks off") == true)
            return DataFile(bytes: try RealStreetFiles.bytes(path) + Array(",\r\n".utf8), name: force)
        }
        let counts = try StreetCrimeReader(Street.options()).read(files)
        #expect(counts.rows == RowTally(kept: 12))
        let outcomes = Street.refusal(of: DataFile(path: folder + "2018-01-bedfordshire-outcomes.csv"))
        #expect(outcomes?.advice.hasPrefix("This is an outcomes file") == true)
    }
}

/// Counts rows as anyone would who had all day: line by line, field by field. For files without quotation marks.
private struct SlowCount {
    var cells: [NamedCell: Int] = [:]
    var kept = 0
    var unplaced = 0

    init(_ text: String) {
        let lines = text.split(whereSeparator: \.isNewline)
        let header = lines[0].split(separator: ",").map(String.init)
        for line in lines.dropFirst() {
            let fields = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            let row = Dictionary(uniqueKeysWithValues: zip(header, fields))
            guard let code = row["LSOA code"], !code.isEmpty else {
                unplaced += 1
                continue
            }
            kept += 1
            let cell = NamedCell(
                force: row["Reported by"] ?? "", code: code, month: row["Month"] ?? "", type: row["Crime type"] ?? "")
            cells[cell, default: 0] += 1
        }
    }
}

enum RealStreetFiles {
    static let folder: String = {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let samples =
            ProcessInfo.processInfo.environment["FRANKPLEDGE_DATA_SAMPLES"]
            ?? root.appending(path: "../shared/data").standardizedFileURL.path
        return samples + "/police/street-2014"
    }()

    static var present: Bool { !paths { $0.contains("-kent-") }.isEmpty }

    /// One month of each of three forces.
    static var sample: [String] {
        paths { $0.contains("2014-11") }.filter { path in
            ["lincolnshire", "north-yorkshire", "suffolk"].contains { path.contains($0) }
        }
    }

    static func paths(where isWanted: (String) -> Bool) -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.filter(isWanted).sorted().map { "\(folder)/\($0)" }
    }

    static func bytes(_ path: String) throws -> [UInt8] { try [UInt8](Data(contentsOf: URL(filePath: path))) }

    /// What `gunzip` makes of a file.
    static func unpacked(_ path: String) async throws -> [UInt8] { try await Tool.run("gunzip", ["-c", path]) }

    /// A member of a ZIP out of a gzip file: the packed data are the same (RFC 1952).
    static func member(_ name: String, gzip: [UInt8]) throws -> Packed.Member {
        var start = 10
        if gzip[3] & 8 != 0 { start = try #require(gzip[start...].firstIndex(of: 0)) + 1 }
        try #require(gzip[3] & ~8 == 0, "a gzip header with more than a name")
        func number(at offset: Int) -> UInt32 {
            (0..<4).reduce(0) { $0 | UInt32(gzip[offset + $1]) << (8 * UInt32($1)) }
        }
        var member = Packed.Member(name, [])
        member.packed = Array(gzip[start..<gzip.count - 8])
        member.checksum = number(at: gzip.count - 8)
        member.unpackedBytes = number(at: gzip.count - 4)
        return member
    }
}
